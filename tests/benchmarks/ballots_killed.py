"""Ballots over HTTP while the web process is killed twice; BALLOTS and CLIENTS may ask for fewer than 5,000 by 50."""

from __future__ import annotations

from typing import Any

DATABASE = "postgres"


def run() -> dict[str, Any]:
    from tests.campaigns.measuring import ballots_killed

    return ballots_killed.run()
