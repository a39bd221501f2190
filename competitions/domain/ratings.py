"""Complete reviews as tables of candidates and jurors, independent of the order they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .scoring import CriterionRule

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ReviewFacts:
    """What the arithmetic needs to know about one assignment. `scores` holds plain values on each criterion's scale."""

    candidate: str
    juror: str
    complete: bool = False
    excluded: bool = False
    """Recused, reassigned or removed from the panel: counts as never assigned, though the review stays stored."""
    scores: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True)
class RatingTable:
    """`points` has a row per candidate and a column per juror, 0–100, NaN where there is no complete review."""

    candidates: tuple[str, ...]
    jurors: tuple[str, ...]
    points: Matrix

    @property
    def given(self) -> npt.NDArray[np.bool_]:
        return ~np.isnan(self.points)

    def by_pair(self) -> Mapping[tuple[str, str], float]:
        """Points by candidate and juror, without gaps."""
        rows, columns = np.nonzero(self.given)
        return {
            (self.candidates[row], self.jurors[column]): float(self.points[row, column])
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        }


@dataclass(frozen=True)
class ScoreCube:
    """Scores of complete reviews, shape (candidates, jurors, criteria), NaN where unanswered."""

    candidates: tuple[str, ...]
    jurors: tuple[str, ...]
    criteria: tuple[CriterionRule, ...]
    scores: Matrix

    def of(self, criterion: int) -> Matrix:
        """One criterion's scores, a row per juror and a column per candidate."""
        return np.asarray(self.scores[:, :, criterion].T)

    def means(self) -> Mapping[str, Mapping[str, float]]:
        """Mean score per candidate and criterion, on the criterion's own scale, over those who answered it."""
        answered = (~np.isnan(self.scores)).sum(axis=1)
        sums = np.nansum(self.scores, axis=1)
        return {
            name: {
                rule.key: float(sums[row, column] / answered[row, column])
                for column, rule in enumerate(self.criteria)
                if answered[row, column]
            }
            for row, name in enumerate(self.candidates)
        }

    def totals(self) -> RatingTable:
        """The rule of `scoring.review_total` for all reviews at once, without candidates and jurors that have none."""
        lowest = np.array([rule.lowest for rule in self.criteria], dtype=np.float64)
        span = np.array([rule.highest - rule.lowest for rule in self.criteria], dtype=np.float64)
        weight = np.array([rule.weight if rule.counting else 0.0 for rule in self.criteria])
        weights = np.where(np.isnan(self.scores), 0.0, weight)
        shares = np.nan_to_num((self.scores - lowest) / span)
        summed = weights.sum(axis=2)
        points = np.full(summed.shape, np.nan)
        np.divide(100 * (weights * shares).sum(axis=2), summed, out=points, where=summed > 0)
        rows = np.flatnonzero((~np.isnan(points)).any(axis=1)).tolist()
        columns = np.flatnonzero((~np.isnan(points)).any(axis=0)).tolist()
        return RatingTable(
            tuple(self.candidates[row] for row in rows),
            tuple(self.jurors[column] for column in columns),
            points[np.ix_(rows, columns)],
        )


def score_cube(complete: Iterable[ReviewFacts], criteria: Sequence[CriterionRule]) -> ScoreCube:
    """Raises ValueError when a juror reviewed a candidate twice."""
    facts = list(complete)
    candidates = tuple(sorted({fact.candidate for fact in facts}))
    jurors = tuple(sorted({fact.juror for fact in facts}))
    row = {name: index for index, name in enumerate(candidates)}
    column = {name: index for index, name in enumerate(jurors)}
    keys = [rule.key for rule in criteria]
    cells: dict[tuple[int, int], list[float | None]] = {}
    for fact in facts:
        cell = row[fact.candidate], column[fact.juror]
        if cell in cells:
            raise ValueError(f"two reviews of {fact.candidate} by {fact.juror}")
        cells[cell] = [fact.scores.get(key) for key in keys]
    scores = np.full((len(candidates), len(jurors), len(keys)), np.nan)
    if cells:
        where = np.array(list(cells))
        scores[where[:, 0], where[:, 1]] = np.array(list(cells.values()), dtype=np.float64)
    return ScoreCube(candidates, jurors, tuple(criteria), scores)
