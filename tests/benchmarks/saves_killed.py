"""Saves while typing, the web process killed three times; SAVES and WRITERS may ask for fewer than 2,000 by 20."""

from __future__ import annotations

from typing import Any

DATABASE = "postgres"


def run() -> dict[str, Any]:
    from tests.competitions.measuring import saves_killed

    return saves_killed.run()
