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


def size_class_label(index: int, bounds: Sequence[int]) -> str:
    """Return „bis 5.000“, „5.001 bis 15.000“ … „über 30.000“ for the class INDEX; IndexError outside."""
    _check(bounds)
    if not 0 <= index <= len(bounds):
        raise IndexError(f"There are {len(bounds) + 1} classes, no class {index}.")
    if not bounds:
        return "alle Größen"
    if index == 0:
        return f"bis {_dotted(bounds[0])}"
    if index == len(bounds):
        return f"über {_dotted(bounds[-1])}"
    return f"{_dotted(bounds[index - 1] + 1)} bis {_dotted(bounds[index])}"


def _check(bounds: Sequence[int]) -> None:
    if any(low >= high for low, high in pairwise(bounds)) or any(bound <= 0 for bound in bounds):
        raise ValueError(f"Bounds must be positive and rise: {list(bounds)}")


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
