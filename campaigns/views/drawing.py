"""Bars and dots for the supervision of a vote, as numbers that a template draws; a table always stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from campaigns.queries.supervision import Volume

WIDTH = 960
HEIGHT = 160
GAP = 0.25  # share of a bar's place that stays empty
ROW = 10
EDGE = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar in drawing units, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    begins: datetime
    ballots: int


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart; `most` is what the tallest bar stands for."""

    bars: list[Bar]
    most: int
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot for every moment on a line of time; what would cover another one stands above it."""

    dots: list[tuple[float, float]]
    begins: datetime
    ends: datetime
    height: int
    width: int = WIDTH


def bars(volumes: Sequence[Volume]) -> Bars:
    """Bars side by side, scaled to the largest."""
    most = max((volume.ballots for volume in volumes), default=0)
    place = WIDTH / max(1, len(volumes))
    drawn = []
    for number, volume in enumerate(volumes):
        tall = round(HEIGHT * volume.ballots / most, 1) if most else 0
        x = round(number * place + place * GAP / 2, 1)
        drawn.append(Bar(x, HEIGHT - tall, round(place * (1 - GAP), 1), tall, volume.begins, volume.ballots))
    return Bars(drawn, most)


def dots(moments: Sequence[datetime]) -> Dots | None:
    """The moments on a line that begins with the first and ends with the last; None for no moments."""
    if not moments:
        return None
    first, last = min(moments), max(moments)
    span = max(last - first, timedelta(seconds=1)).total_seconds()
    stacks: dict[int, int] = {}
    placed = []
    for moment in sorted(moments):
        x = EDGE + (WIDTH - 2 * EDGE) * (moment - first).total_seconds() / span
        column = round(x / ROW)
        stacks[column] = stacks.get(column, 0) + 1
        placed.append((round(x, 1), stacks[column]))
    height = max(stacks.values()) * ROW + EDGE
    points = [(x, height - EDGE - (level - 1) * ROW) for x, level in placed]
    return Dots(points, timezone.localtime(first), timezone.localtime(last), height + EDGE)
