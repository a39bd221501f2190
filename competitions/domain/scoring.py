"""One review's total: weighted mean over answered counting criteria, scaled to 0–100; a gap is never a zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .reasons import Reason

LONGEST_NOTE = 10_000
"""Characters of a juror's note."""


@dataclass(frozen=True)
class CriterionRule:
    """What the arithmetic needs to know about a criterion. `weight` is relative to the other criteria's."""

    key: str
    weight: float
    lowest: int = 0
    highest: int = 10
    counting: bool = True
    required: bool = True

    def share(self, value: float) -> float:
        """The value on a scale from 0 to 1."""
        return (value - self.lowest) / (self.highest - self.lowest)


@dataclass(frozen=True)
class ReviewTotal:
    """`points` is None while no counting criterion is answered; `answered` of `asked` says how complete it is."""

    points: float | None
    answered: int
    asked: int


def review_total(scores: Mapping[str, float | None], criteria: Sequence[CriterionRule]) -> ReviewTotal:
    answered = [rule for rule in criteria if scores.get(rule.key) is not None]
    counted = [(rule, scores[rule.key]) for rule in answered if rule.counting and rule.weight > 0]
    weight = sum(rule.weight for rule, _ in counted)
    if not weight:
        return ReviewTotal(None, len(answered), len(criteria))
    total = sum(rule.weight * rule.share(value) for rule, value in counted if value is not None)
    return ReviewTotal(100 * total / weight, len(answered), len(criteria))


def missing_criteria(scores: Mapping[str, float | None], criteria: Iterable[CriterionRule]) -> tuple[str, ...]:
    """Keys of required criteria without an answer, in the order of the criteria."""
    return tuple(rule.key for rule in criteria if rule.required and scores.get(rule.key) is None)


def completion_refusal(scores: Mapping[str, float | None], criteria: Sequence[CriterionRule]) -> Reason | None:
    """A review is complete when every required criterion is answered and something counts; abstaining is not enough."""
    if missing_criteria(scores, criteria) or review_total(scores, criteria).points is None:
        return Reason.REVIEW_INCOMPLETE
    return None


def score_refusal(value: int | None, rule: CriterionRule) -> Reason | None:
    if value is not None and not rule.lowest <= value <= rule.highest:
        return Reason.SCORE_OFF_SCALE
    return None
