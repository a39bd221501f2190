"""Public pages and the pages of the staff, each view: load, ask, act, answer."""
