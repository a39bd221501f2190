"""The rough outline of a land, drawn around its towns: their convex hull, dug in where an edge cuts a corner.

The digging follows J.-S. Park and S.-J. Oh, „A New Concave Hull Algorithm and Concaveness Measure for
n-dimensional Datasets“, Journal of Information Science and Engineering 29 (2013), with the rule added that
no town may be left outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from math import hypot

from cms.places.domain.projection import Point

DEPTH = 1.35  # an edge is dug when it is longer than this many times the way to the nearest town inside


def outline(points: Sequence[Point], *, longest: float) -> list[Point]:
    """Return a polygon without self-crossings around all points; edges longer than `longest` are dug where possible."""
    hull = convex_hull(points)
    if len(hull) < 3:
        return hull
    ring = [*hull]
    inside = set(points) - set(ring)
    index = 0
    while index < len(ring):
        start, end = ring[index], ring[(index + 1) % len(ring)]
        found = _dig(start, end, inside, ring) if _length(start, end) > longest else None
        if found is None:
            index += 1
        else:
            ring.insert(index + 1, found)
            inside.discard(found)
    return ring


def convex_hull(points: Sequence[Point]) -> list[Point]:
    """Return the corners of the convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return [*_chain(ordered), *_chain(ordered[::-1])]


def _chain(ordered: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain[:-1]


def _dig(start: Point, end: Point, inside: set[Point], ring: Sequence[Point]) -> Point | None:
    """Return the town inside to lead the edge through, or None when it is too far or would cut others off."""
    reach = _length(start, end)
    for away, point in nsmallest(12, ((_to_edge(point, start, end), point) for point in inside)):
        nearer = min(_length(start, point), _length(end, point))
        if away > reach or nearer * DEPTH > reach:
            continue
        if any(_in_triangle(other, start, end, point) for other in inside if other != point):
            continue
        if not _crosses(start, point, ring) and not _crosses(point, end, ring):
            return point
    return None


def _crosses(start: Point, end: Point, ring: Sequence[Point]) -> bool:
    sides = zip(ring, [*ring[1:], ring[0]], strict=True)
    return any(
        _turn(start, end, low) * _turn(start, end, high) < 0 and _turn(low, high, start) * _turn(low, high, end) < 0
        for low, high in sides
        if start not in (low, high) and end not in (low, high)
    )


def _in_triangle(point: Point, first: Point, second: Point, third: Point) -> bool:
    turns = (_turn(first, second, point), _turn(second, third, point), _turn(third, first, point))
    return all(turn >= 0 for turn in turns) or all(turn <= 0 for turn in turns)


def _turn(first: Point, second: Point, third: Point) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])


def _length(first: Point, second: Point) -> float:
    return hypot(second[0] - first[0], second[1] - first[1])


def _to_edge(point: Point, start: Point, end: Point) -> float:
    run, rise = end[0] - start[0], end[1] - start[1]
    share = ((point[0] - start[0]) * run + (point[1] - start[1]) * rise) / (run * run + rise * rise)
    share = min(1.0, max(0.0, share))
    return _length(point, (start[0] + share * run, start[1] + share * rise))
