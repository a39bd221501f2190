"""Do ranks differ more than by chance? Durbin's test for panels in which everybody ranks only some.

Source: W. J. Conover, Practical Nonparametric Statistics (3rd ed. 1999), section 5.9; with complete rankings it is
Friedman's test. Ties get the mean of their ranks and the variance is corrected for them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TERMS = 500
PRECISION = 1e-12


@dataclass(frozen=True)
class RankTest:
    """`rank_sums` by candidate; a small `p` says that the panel prefers some candidates, and not by chance."""

    rank_sums: Mapping[str, float]
    statistic: float
    degrees: int
    p: float


def durbin(rankings: Sequence[Mapping[str, float]]) -> RankTest | None:
    """The test over one ranking per juror ({candidate: rank}). None unless the design is balanced.

    Balanced: everybody ranks equally many, at least two, and every candidate is ranked equally often.
    """
    blocks = [ranking for ranking in rankings if ranking]
    sizes = {len(ranking) for ranking in blocks}
    sums: dict[str, float] = defaultdict(float)
    seen: dict[str, int] = defaultdict(int)
    for ranking in blocks:
        for name, rank in ranking.items():
            sums[name] += rank
            seen[name] += 1
    if len(sizes) != 1 or min(sizes) < 2 or len(set(seen.values())) != 1 or len(sums) < 2:
        return None
    size, times, count = sizes.pop(), next(iter(seen.values())), len(sums)
    squares = sum(rank**2 for ranking in blocks for rank in ranking.values())
    centre = len(blocks) * size * (size + 1) ** 2 / 4
    if math.isclose(squares, centre):
        return None
    middle = times * (size + 1) / 2
    statistic = (count - 1) * sum((total - middle) ** 2 for total in sums.values()) / (squares - centre)
    return RankTest(dict(sums), statistic, count - 1, chi_square_survival(statistic, count - 1))


def mean_ranks(points: Mapping[str, float]) -> dict[str, float]:
    """Ranks from the most points (1) to the fewest; equal points share the mean of their ranks."""
    ordered = sorted(points, key=lambda name: -points[name])
    groups: dict[float, list[int]] = defaultdict(list)
    for rank, name in enumerate(ordered, start=1):
        groups[round(points[name], 9)].append(rank)
    return {name: sum(shared) / len(shared) for name in ordered for shared in [groups[round(points[name], 9)]]}


def chi_square_survival(value: float, degrees: int) -> float:
    """How often chi-square with so many degrees of freedom is at least this large."""
    if value <= 0:
        return 1.0
    shape, x = degrees / 2, value / 2
    return 1 - _lower_series(shape, x) if x < shape + 1 else _upper_fraction(shape, x)


def _lower_series(shape: float, x: float) -> float:
    """Regularised lower incomplete gamma function by its series."""
    term = total = 1 / shape
    for n in range(1, TERMS):
        term *= x / (shape + n)
        total += term
        if term < total * PRECISION:
            break
    return total * math.exp(-x + shape * math.log(x) - math.lgamma(shape))


def _upper_fraction(shape: float, x: float) -> float:
    """Regularised upper incomplete gamma function by its continued fraction (modified Lentz)."""
    b = x + 1 - shape
    c, d = 1e300, 1 / b
    fraction = d
    for n in range(1, TERMS):
        factor = -n * (n - shape)
        b += 2
        d = 1 / (factor * d + b)
        c = b + factor / c
        fraction *= d * c
        if abs(d * c - 1) < PRECISION:
            break
    return fraction * math.exp(-x + shape * math.log(x) - math.lgamma(shape))
