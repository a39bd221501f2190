"""A stage's result from its reviews: raw and adjusted side by side, with spread, safety, agreement and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

import numpy as np

from .adjusting import Adjustment, Group, adjust, connected_groups
from .agreement import IntraclassCorrelation, alpha, icc, interval_alpha
from .intervals import DRAWS, Interval, place_intervals
from .ranking import Place, TieBreak, rank
from .ratings import Matrix, RatingTable, ReviewFacts, score_cube
from .scoring import CriterionRule

CONTESTED_FROM = 8.0
"""Standard deviation of the totals, in points, from which a result is called „strittig“."""


@dataclass(frozen=True)
class Result:
    """One candidate's line. Without complete reviews all figures are None."""

    candidate: str
    reviews: int
    assigned: int
    mean: float | None = None
    median: float | None = None
    deviation: float | None = None
    raw: Place | None = None
    adjusted: Place | None = None
    raw_interval: Interval | None = None
    adjusted_interval: Interval | None = None
    criteria: Mapping[str, float] = field(default_factory=dict)

    @property
    def contested(self) -> bool:
        return self.deviation is not None and self.deviation >= CONTESTED_FROM

    @property
    def change(self) -> int | None:
        """Places won by the adjustment (negative: lost)."""
        return self.raw.place - self.adjusted.place if self.raw and self.adjusted else None


@dataclass(frozen=True)
class CriterionAgreement:
    criterion: str
    interval: float | None
    ordinal: float | None


@dataclass(frozen=True)
class Evaluation:
    """`groups` names the separate groups when there is no adjusted result; `gaps` are assignments without a complete
    review, as pairs of candidate and juror."""

    results: tuple[Result, ...]
    jurors: Mapping[str, float]
    groups: tuple[Group, ...]
    gaps: tuple[tuple[str, str], ...]
    agreement: float | None
    agreement_adjusted: float | None
    criteria: tuple[CriterionAgreement, ...]
    icc: IntraclassCorrelation | None
    totals: Mapping[tuple[str, str], float]
    """Points of each complete review, by candidate and juror."""

    @property
    def is_adjusted(self) -> bool:
        return len(self.groups) == 1


def evaluate(
    facts: Iterable[ReviewFacts],
    criteria: Sequence[CriterionRule],
    *,
    candidates: Iterable[str] = (),
    tie_break: Sequence[str] = (),
    seed: int = 0,
    draws: int = DRAWS,
) -> Evaluation:
    """Every figure of a stage. `candidates` adds those without any review; `tie_break` lists criteria by their keys.

    `draws`: how many bootstrap samples the intervals are read from; 0 leaves the intervals out.
    """
    counted = [fact for fact in facts if not fact.excluded]
    cube = score_cube((fact for fact in counted if fact.complete), criteria)
    table = cube.totals()
    adjustment = adjust(table)
    safe = {"seed": seed, "draws": draws}
    figures = replace(
        _figures(table, adjustment, cube.means(), tie_break),
        raw_intervals=place_intervals(table, adjusted=False, **safe) or {},
        adjusted_intervals=(place_intervals(table, adjusted=True, seed=seed, draws=draws) if adjustment else None)
        or {},
    )
    assigned = Counter(fact.candidate for fact in counted)
    results = [_result(name, assigned[name], figures) for name in assigned.keys() | set(candidates)]
    return Evaluation(
        results=tuple(sorted(results, key=_order)),
        jurors=dict(adjustment.jurors) if adjustment else {},
        groups=connected_groups(table),
        gaps=tuple(sorted((fact.candidate, fact.juror) for fact in counted if not fact.complete)),
        agreement=interval_alpha(table.points.T),
        agreement_adjusted=interval_alpha(_without_strictness(table, adjustment).T) if adjustment else None,
        criteria=tuple(
            CriterionAgreement(rule.key, alpha(cube.of(n), "interval"), alpha(cube.of(n), "ordinal"))
            for n, rule in enumerate(criteria)
        ),
        icc=icc(table.points),
        totals=table.by_pair(),
    )


@dataclass(frozen=True)
class _Figures:
    """Everything computed over all candidates, by candidate."""

    totals: Mapping[str, Matrix]
    criteria: Mapping[str, Mapping[str, float]]
    raw: Mapping[str, Place]
    adjusted: Mapping[str, Place]
    raw_intervals: Mapping[str, Interval] = field(default_factory=dict)
    adjusted_intervals: Mapping[str, Interval] = field(default_factory=dict)


def _figures(
    table: RatingTable,
    adjustment: Adjustment | None,
    means: Mapping[str, Mapping[str, float]],
    tie_break: Sequence[str],
) -> _Figures:
    totals = {name: row[~np.isnan(row)] for name, row in zip(table.candidates, table.points, strict=True)}
    ties = [TieBreak(key, {name: values[key] for name, values in means.items() if key in values}) for key in tie_break]
    raw = rank({name: float(points.mean()) for name, points in totals.items()}, ties)
    adjusted = rank(adjustment.points, ties) if adjustment else ()
    return _Figures(
        totals=totals,
        criteria=means,
        raw={place.candidate: place for place in raw},
        adjusted={place.candidate: place for place in adjusted},
    )


def _result(name: str, assigned: int, figures: _Figures) -> Result:
    totals = figures.totals.get(name)
    if totals is None:
        return Result(name, reviews=0, assigned=assigned)
    return Result(
        name,
        reviews=len(totals),
        assigned=assigned,
        mean=float(totals.mean()),
        median=median(totals.tolist()),
        deviation=float(totals.std(ddof=1)) if len(totals) > 1 else None,
        raw=figures.raw[name],
        adjusted=figures.adjusted.get(name),
        raw_interval=figures.raw_intervals.get(name),
        adjusted_interval=figures.adjusted_intervals.get(name),
        criteria=figures.criteria.get(name, {}),
    )


def _order(result: Result) -> tuple[float, float, str]:
    """Adjusted place first where there is one, candidates without result last."""
    shown = result.adjusted or result.raw
    return (
        shown.place if shown else float("inf"),
        result.raw.place if result.raw else float("inf"),
        result.candidate,
    )


def _without_strictness(table: RatingTable, adjustment: Adjustment) -> Matrix:
    return np.asarray(table.points - np.array([adjustment.jurors[juror] for juror in table.jurors]))
