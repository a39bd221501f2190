"""Confirmed ballots by eight clients at once."""

from __future__ import annotations

from typing import Any

DATABASE = "postgres"


def run() -> dict[str, Any]:
    from tests.campaigns.measuring import ballot

    return ballot.run()
