"""Classes for a map: about as many towns in each, bounds that occur among the values."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal

MOST_LEVELS = 5


def bounds_of(values: Iterable[Decimal], most: int = MOST_LEVELS) -> list[Decimal]:
    """Return the inclusive upper bounds of all classes but the last; fewer when values repeat."""
    ordered = sorted(values)
    count = len(ordered)
    wanted = {ordered[-(-step * count // most) - 1] for step in range(1, most)} if count else set()
    return sorted(bound for bound in wanted if bound < ordered[-1])


def level_of(value: Decimal, bounds: Sequence[Decimal]) -> int:
    """Return the 0-based class of a value; one exactly on a bound belongs to the class below."""
    return bisect_left(bounds, value)
