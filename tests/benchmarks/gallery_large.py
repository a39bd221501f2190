"""A gallery page, 24 of 100,000 entries."""

from __future__ import annotations

from typing import Any

DATABASE = "postgres"


def run() -> dict[str, Any]:
    from tests.campaigns.measuring import gallery

    return gallery.measure(100_000, 1.5)
