"""Places: equal points share a place (1, 1, 3) unless the published tie-break order separates them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

DECIMALS = 9
"""Points that agree to so many decimals are equal; the rest is floating-point dust."""


@dataclass(frozen=True)
class TieBreak:
    """Mean scores of one criterion; more is better, a candidate without any comes last."""

    criterion: str
    means: Mapping[str, float]

    def value(self, candidate: str) -> float:
        return round(self.means.get(candidate, float("-inf")), DECIMALS)


@dataclass(frozen=True)
class Place:
    candidate: str
    points: float
    place: int
    shared: bool = False
    separated_by: str | None = None
    """The criterion that separated this candidate from one with equal points."""


def rank(points: Mapping[str, float], tie_breaks: Sequence[TieBreak] = ()) -> tuple[Place, ...]:
    """Candidates from first to last; those who share a place stand in the order of their names."""

    def standing(candidate: str) -> tuple[float, ...]:
        return (round(points[candidate], DECIMALS), *(tie.value(candidate) for tie in tie_breaks))

    ordered = sorted(sorted(points), key=standing, reverse=True)
    standings = [standing(candidate) for candidate in ordered]
    places: list[Place] = []
    for _, group in groupby(ordered, key=standing):
        members = sorted(group)
        first = len(places)
        separator = _separator(standings, first, first + len(members), tie_breaks)
        places.extend(
            Place(name, points[name], place=first + 1, shared=len(members) > 1, separated_by=separator)
            for name in members
        )
    return tuple(places)


def _separator(
    standings: Sequence[tuple[float, ...]], first: int, after: int, tie_breaks: Sequence[TieBreak]
) -> str | None:
    """The first criterion that tells this standing from its neighbour above or below, if their points are equal."""
    own = standings[first]
    for neighbour in (first - 1, after):
        if 0 <= neighbour < len(standings) and standings[neighbour][0] == own[0]:
            differing = (n for n, (a, b) in enumerate(zip(own, standings[neighbour], strict=True)) if a != b)
            return tie_breaks[next(differing) - 1].criterion
    return None
