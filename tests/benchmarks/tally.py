"""The tally of a million votes."""

from __future__ import annotations

from typing import Any

DATABASE = "postgres"


def run() -> dict[str, Any]:
    from tests.campaigns.measuring import tally

    return tally.run()
