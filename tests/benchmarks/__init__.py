"""Each module measures one row of the budget: `run() -> dict`, a ratio within one run wherever possible.

The dict holds `work` (what was done), `measured`, `budget`, `at` ("most" or "least"), `unit` ("" for a ratio) and, if
it helps, `note`. A module that needs a database says `DATABASE = "postgres"` or `"sqlite"`; it is migrated and empty.
"""
