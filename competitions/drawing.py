"""The ranking as marks on a line and colours in a table; numbers leave as ready text, so that no locale bends them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from competitions.domain import Result
from competitions.models import PanelMember
from competitions.queries import Ranking, RankingLine, ScoreCell, ScoreRow
from competitions.queries.results import juror_name

WIDTH = 300
STEPS = (10, 20, 25, 50)
STRENGTHS = ((6.0, "3"), (3.0, "2"), (1.0, "1"))
REACH = 75


@dataclass(frozen=True)
class Axis:
    """From where to where the line reaches, with its guides as (position, points)."""

    lowest: float
    highest: float
    guides: tuple[tuple[str, str], ...]

    def at(self, points: float) -> float:
        return WIDTH * (points - self.lowest) / (self.highest - self.lowest)


@dataclass(frozen=True)
class RankedRow:
    """One line of the ranking with its drawing; positions are text or empty."""

    line: RankingLine
    result: Result
    span: tuple[str, str] | None
    raw: str
    adjusted: str

    @property
    def interval(self) -> object:
        return self.result.adjusted_interval or self.result.raw_interval


@dataclass(frozen=True)
class HeatCell:
    """One juror's points for one candidate with the colour of their distance from the result."""

    points: float | None
    colour: str
    excluded: bool


@dataclass(frozen=True)
class JurorRow:
    """One juror with cells in the order of the ranking and an arrow from strict to mild."""

    member: PanelMember
    cells: tuple[HeatCell, ...]
    strictness: float | None
    arrow: tuple[str, str] | None


def axis(values: Iterable[float]) -> Axis:
    """Round bounds around all values, with at most five guides inside."""
    known = [value for value in values if value is not None]
    lowest = 10 * math.floor((min(known, default=0) - 2) / 10)
    highest = 10 * math.ceil((max(known, default=100) + 2) / 10)
    step = next((step for step in STEPS if (highest - lowest) / step <= 6), STEPS[-1])
    bare = Axis(lowest, highest, ())
    marks = [points for points in range(step * math.ceil(lowest / step), highest, step) if points > lowest]
    return Axis(lowest, highest, tuple((_position(bare.at(points)), str(points)) for points in marks))


def ranked_rows(ranking: Ranking) -> tuple[Axis, list[RankedRow]]:
    """All lines with one axis."""
    line_axis = axis(_figures(ranking))
    return line_axis, [_ranked(line, line_axis) for line in ranking.lines]


def juror_rows(ranking: Ranking) -> list[JurorRow]:
    """All jurors; colours compare with the adjusted result, or with the raw one where none is offered."""
    references = [line.result.adjusted or line.result.raw for line in ranking.lines]
    points = [place.points if place else None for place in references]
    widest = max((abs(value) for value in ranking.evaluation.jurors.values()), default=0) or 1
    return [_juror(row, points, widest) for row in ranking.jurors]


def group_names(ranking: Ranking) -> list[tuple[list[str], list[str]]]:
    """The separate groups by the candidates' titles and the jurors' names."""
    titles = {line.result.candidate: line.candidate.title for line in ranking.lines}
    names: Mapping[str, str] = {juror_name(row.member.pk): str(row.member) for row in ranking.jurors}
    return [
        ([titles[name] for name in group.candidates], [names[name] for name in group.jurors])
        for group in ranking.evaluation.groups
    ]


def _figures(ranking: Ranking) -> Iterable[float]:
    for line in ranking.lines:
        result = line.result
        for place in (result.raw, result.adjusted):
            if place:
                yield place.points
        interval = result.adjusted_interval or result.raw_interval
        if interval:
            yield from (interval.lowest, interval.highest)


def _ranked(line: RankingLine, line_axis: Axis) -> RankedRow:
    result = line.result
    interval = result.adjusted_interval or result.raw_interval
    span = (_position(line_axis.at(interval.lowest)), _position(line_axis.at(interval.highest))) if interval else None
    raw = _position(line_axis.at(result.raw.points)) if result.raw else ""
    adjusted = _position(line_axis.at(result.adjusted.points) - 4) if result.adjusted else ""
    return RankedRow(line, result, span, raw, adjusted)


def _juror(row: ScoreRow, points: list[float | None], widest: float) -> JurorRow:
    cells = tuple(_heat(cell, reference) for cell, reference in zip(row.cells, points, strict=True))
    if row.strictness is None:
        return JurorRow(row.member, cells, None, None)
    tip = REACH * row.strictness / widest
    back = tip - math.copysign(13, tip)
    head = f"M{_position(tip)} 14L{_position(back)} 4V24Z"
    return JurorRow(row.member, cells, row.strictness, (f"M0 14H{_position(back)}", head))


def _heat(cell: ScoreCell, reference: float | None) -> HeatCell:
    if cell.points is None or cell.excluded or reference is None:
        return HeatCell(None, "x", cell.excluded)
    distance = cell.points - reference
    strength = next((name for bound, name in STRENGTHS if abs(distance) >= bound), "")
    colour = f"{'p' if distance > 0 else 'm'}{strength}" if strength else "z"
    return HeatCell(cell.points, colour, excluded=False)


def _position(value: float) -> str:
    return f"{value:.1f}"
