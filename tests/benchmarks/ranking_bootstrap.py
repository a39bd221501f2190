"""The same stage with an interval for every place, read from 1,000 draws of the jury."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.ranking import measured


def run() -> dict[str, Any]:
    return measured(draws=1000, budget=2.0)
