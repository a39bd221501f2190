"""A review's total, and when a review is complete."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competitions.domain import (
    CriterionRule,
    Reason,
    completion_refusal,
    missing_criteria,
    review_total,
    score_refusal,
)

IMPACT = CriterionRule("impact", 30)
IDEA = CriterionRule("idea", 20, required=False)
NOTE = CriterionRule("note", 50, counting=False, required=False)
SCHOOL = CriterionRule("school", 10, 1, 6)


@pytest.mark.parametrize(
    "scores, points",
    [
        ({"impact": 10, "idea": 0}, 60.0),
        ({"impact": 10}, 100.0),
        ({"impact": 10, "idea": None}, 100.0),
        ({"impact": 0, "idea": 0}, 0.0),
        ({"impact": 5, "idea": 5, "note": 10}, 50.0),
        ({"note": 10}, None),
        ({}, None),
    ],
)
def test_total_is_weighted_mean_over_answered_counting(scores: dict[str, float], points: float | None) -> None:
    assert review_total(scores, [IMPACT, IDEA, NOTE]).points == points


def test_total_scales_from_the_lowest_value() -> None:
    assert review_total({"school": 1}, [SCHOOL]).points == 0
    assert review_total({"school": 6}, [SCHOOL]).points == 100
    assert review_total({"school": 3.5}, [SCHOOL]).points == 50


def test_completeness_stands_beside_the_total() -> None:
    total = review_total({"impact": 10, "note": 3}, [IMPACT, IDEA, NOTE])
    assert (total.answered, total.asked) == (2, 3)


@pytest.mark.parametrize(
    "scores, refusal",
    [
        ({"impact": 0}, None),
        ({"impact": 0, "idea": None}, None),
        ({"idea": 10, "note": 10}, Reason.REVIEW_INCOMPLETE),
        ({"impact": None, "idea": 10}, Reason.REVIEW_INCOMPLETE),
        ({}, Reason.REVIEW_INCOMPLETE),
    ],
)
def test_complete_means_every_required_criterion_answered(scores: dict[str, float], refusal: Reason | None) -> None:
    assert completion_refusal(scores, [IMPACT, IDEA, NOTE]) is refusal


def test_abstaining_completes_nothing_even_if_all_is_voluntary() -> None:
    assert completion_refusal({}, [IDEA, NOTE]) is Reason.REVIEW_INCOMPLETE
    assert completion_refusal({"note": 5}, [IDEA, NOTE]) is Reason.REVIEW_INCOMPLETE


def test_missing_criteria_in_their_order() -> None:
    assert missing_criteria({"idea": 3}, [SCHOOL, IMPACT, IDEA]) == ("school", "impact")


@pytest.mark.parametrize(
    "value, refusal", [(0, Reason.SCORE_OFF_SCALE), (1, None), (6, None), (7, Reason.SCORE_OFF_SCALE), (None, None)]
)
def test_scale_has_two_ends(value: int | None, refusal: Reason | None) -> None:
    assert score_refusal(value, SCHOOL) is refusal


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 10)), min_size=1, max_size=6))
def test_total_lies_between_the_extremes(weighted: list[tuple[int, int]]) -> None:
    rules = [CriterionRule(str(n), weight) for n, (weight, _value) in enumerate(weighted)]
    values = {str(n): value for n, (_weight, value) in enumerate(weighted)}
    points = review_total(values, rules).points
    assert 10 * min(values.values()) - 1e-9 <= points <= 10 * max(values.values()) + 1e-9
