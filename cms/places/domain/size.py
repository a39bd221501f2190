"""Size classes by population: bounds are inclusive upper limits, the last class is open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

SIZE_BOUNDS: tuple[int, ...] = (5_000, 15_000, 30_000)


def size_class(population: int, bounds: Sequence[int]) -> int:
    """Return the 0-based class of POPULATION; a town exactly on a bound belongs to the class below it.

    Raises ValueError when the bounds do not rise or the population is negative.
    """
    _check(bounds)
    if population < 0:
        raise ValueError(f"A population cannot be negative: {population}")
    return bisect_left(bounds, population)


def size_class_limits(index: int, bounds: Sequence[int]) -> tuple[int | None, int | None]:
    """Return the smallest and the largest population of the class INDEX, None where it is open; IndexError outside."""
    _check(bounds)
    if not 0 <= index <= len(bounds):
        raise IndexError(f"There are {len(bounds) + 1} classes, no class {index}.")
    return (bounds[index - 1] + 1 if index else None), (bounds[index] if index < len(bounds) else None)


def _check(bounds: Sequence[int]) -> None:
    if any(low >= high for low, high in pairwise(bounds)) or any(bound <= 0 for bound in bounds):
        raise ValueError(f"Bounds must be positive and rise: {list(bounds)}")
