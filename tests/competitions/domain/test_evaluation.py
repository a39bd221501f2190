"""Raw and adjusted results: the published incomplete panel (T4), and properties that hold for every panel."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from competitions.domain import (
    CriterionRule,
    Group,
    ReviewFacts,
    adjust,
    connected_groups,
    evaluate,
    place_intervals,
    review_total,
    score_cube,
)

POINTS = (CriterionRule("points", 1.0, 0, 100),)
BLOCK_DESIGN = {
    ("1", "a"): 73,
    ("1", "b"): 74,
    ("1", "d"): 71,
    ("2", "b"): 75,
    ("2", "c"): 67,
    ("2", "d"): 72,
    ("3", "a"): 73,
    ("3", "b"): 75,
    ("3", "c"): 68,
    ("4", "a"): 75,
    ("4", "c"): 72,
    ("4", "d"): 75,
}


def facts(totals: dict[tuple[str, str], float]) -> list[ReviewFacts]:
    return [ReviewFacts(*pair, complete=True, scores={"points": value}) for pair, value in totals.items()]


def panel(totals: dict[tuple[str, str], float]):
    return evaluate(facts(totals), POINTS)


def raw(evaluation) -> dict[str, float]:
    return {result.candidate: result.mean for result in evaluation.results}


def adjusted(evaluation) -> dict[str, float]:
    return {result.candidate: result.adjusted.points for result in evaluation.results if result.adjusted}


def test_incomplete_panel_raw_means() -> None:
    found = raw(panel(BLOCK_DESIGN))
    assert {key: round(value, 3) for key, value in found.items()} == {"1": 72.667, "2": 71.333, "3": 72.0, "4": 74.0}
    places = {result.candidate: result.raw.place for result in panel(BLOCK_DESIGN).results}
    assert sorted(places, key=places.get) == ["4", "1", "3", "2"]


def test_incomplete_panel_adjusted() -> None:
    evaluation = panel(BLOCK_DESIGN)
    assert adjusted(evaluation) == pytest.approx({"1": 71.375, "2": 71.625, "3": 72.0, "4": 75.0})
    assert [result.candidate for result in evaluation.results] == ["4", "3", "2", "1"]
    assert {result.candidate: result.change for result in evaluation.results} == {"4": 0, "3": 1, "2": 1, "1": -2}


def test_incomplete_panel_juror_effects() -> None:
    effects = panel(BLOCK_DESIGN).jurors
    relative = {juror: effect - effects["d"] for juror, effect in effects.items()}
    assert relative == pytest.approx({"a": 0.875, "b": 3.0, "c": -3.875, "d": 0.0}, abs=1e-9)
    assert sum(effects.values()) == pytest.approx(0, abs=1e-9)


def test_disconnected_panel_is_not_adjusted_and_names_its_groups() -> None:
    evaluation = panel({("1", "a"): 60, ("2", "a"): 70, ("3", "b"): 80, ("4", "b"): 50})
    assert not evaluation.is_adjusted
    assert adjusted(evaluation) == {}
    assert evaluation.groups == (Group(("1", "2"), ("a",)), Group(("3", "4"), ("b",)))
    assert {result.candidate: result.raw.place for result in evaluation.results} == {"3": 1, "2": 2, "1": 3, "4": 4}


def test_one_shared_candidate_connects() -> None:
    evaluation = panel({("1", "a"): 60, ("2", "a"): 70, ("2", "b"): 80, ("3", "b"): 60})
    assert evaluation.is_adjusted
    assert adjusted(evaluation) == pytest.approx({"1": 65.0, "2": 75.0, "3": 55.0})


def test_constant_juror_changes_nothing_in_a_complete_panel() -> None:
    totals = {(str(n), "a"): 50.0 + n for n in range(4)} | {(str(n), "b"): 60.0 for n in range(4)}
    evaluation = panel(totals)
    assert adjusted(evaluation) == pytest.approx(raw(evaluation))


def test_juror_with_one_review_shifts_nobody_else() -> None:
    base = {("1", "a"): 60.0, ("2", "a"): 70.0, ("3", "a"): 80.0}
    lenient = panel(base | {("1", "b"): 100.0})
    order = [result.candidate for result in lenient.results]
    assert order == ["3", "2", "1"]


def test_all_equal_share_the_first_place() -> None:
    evaluation = panel({(c, j): 64.0 for c in "123" for j in "ab"})
    assert [(r.raw.place, r.adjusted.place, r.raw.shared) for r in evaluation.results] == [(1, 1, True)] * 3
    assert all(result.deviation == 0 for result in evaluation.results)
    assert evaluation.agreement is None


def test_one_candidate() -> None:
    evaluation = panel({("1", "a"): 64.0, ("1", "b"): 66.0, ("1", "c"): 71.0})
    (only,) = evaluation.results
    assert (only.raw.place, only.adjusted.place, only.mean, only.median) == (1, 1, 67.0, 66.0)
    assert only.adjusted_interval.best_place == only.adjusted_interval.worst_place == 1


def test_nobody_reviewed() -> None:
    evaluation = evaluate([ReviewFacts("1", "a")], POINTS, candidates=["1", "2"])
    assert [(r.candidate, r.reviews, r.assigned, r.mean, r.raw) for r in evaluation.results] == [
        ("1", 0, 1, None, None),
        ("2", 0, 0, None, None),
    ]
    assert evaluation.gaps == (("1", "a"),)
    assert evaluation.groups == ()


def test_contested_from_eight_points_of_deviation() -> None:
    evaluation = panel({("1", "a"): 60.0, ("1", "b"): 80.0, ("2", "a"): 70.0, ("2", "b"): 72.0})
    assert {result.candidate: result.contested for result in evaluation.results} == {"1": True, "2": False}


def test_gaps_are_named_and_open_reviews_do_not_count() -> None:
    begun = ReviewFacts("2", "b", complete=False, scores={"points": 1})
    evaluation = evaluate([*facts({("1", "a"): 60, ("2", "a"): 70}), begun], POINTS)
    assert evaluation.gaps == (("2", "b"),)
    assert raw(evaluation) == {"1": 60.0, "2": 70.0}
    assert {result.candidate: (result.reviews, result.assigned) for result in evaluation.results} == {
        "1": (1, 1),
        "2": (1, 2),
    }


def test_excluded_reviews_leave_no_gap() -> None:
    recused = ReviewFacts("2", "b", excluded=True)
    assert evaluate([*facts({("1", "a"): 60}), recused], POINTS).gaps == ()


def test_intervals_are_seeded_and_hold_the_place() -> None:
    table = score_cube(facts(BLOCK_DESIGN), POINTS).totals()
    once, twice = (place_intervals(table, adjusted=False, seed=7) for _ in range(2))
    assert once == twice
    assert once != place_intervals(table, adjusted=False, seed=8)
    for interval in once.values():
        assert interval.lowest <= interval.highest
        assert 1 <= interval.best_place <= interval.worst_place <= 4


def test_intervals_need_three_jurors() -> None:
    table = score_cube(facts({("1", "a"): 60, ("1", "b"): 70}), POINTS).totals()
    assert place_intervals(table, adjusted=False, seed=1) is None


def test_interval_of_unanimous_panel_is_a_point() -> None:
    totals = {(candidate, juror): float(n * 10) for n, candidate in enumerate("123") for juror in "abcd"}
    for result in panel(totals).results:
        assert result.adjusted_interval.best_place == result.adjusted_interval.worst_place == result.adjusted.place


def test_two_reviews_by_one_juror_are_an_error() -> None:
    with pytest.raises(ValueError, match="two reviews"):
        score_cube([*facts({("1", "a"): 60}), *facts({("1", "a"): 61})], POINTS)


# Every panel

CRITERIA = (CriterionRule("x", 30), CriterionRule("y", 20, 1, 5), CriterionRule("z", 10, counting=False))
answers = st.fixed_dictionaries(
    {
        "x": st.one_of(st.none(), st.integers(0, 10)),
        "y": st.one_of(st.none(), st.integers(1, 5)),
        "z": st.one_of(st.none(), st.integers(0, 10)),
    }
)
panels = st.dictionaries(st.tuples(st.sampled_from("12345"), st.sampled_from("abcd")), answers, max_size=20).map(
    lambda rows: [ReviewFacts(*pair, complete=True, scores=scores) for pair, scores in rows.items()]
)


def figures(evaluation) -> dict[str, tuple]:
    return {
        result.candidate: (
            result.mean,
            result.deviation,
            result.raw and result.raw.place,
            result.adjusted and round(result.adjusted.points, 6),
            result.adjusted and result.adjusted.place,
        )
        for result in evaluation.results
    }


@given(panels, st.randoms(use_true_random=False))
def test_order_of_input_is_irrelevant(reviews: list[ReviewFacts], dice: random.Random) -> None:
    shuffled = dice.sample(reviews, len(reviews))
    assert evaluate(shuffled, CRITERIA, seed=1) == evaluate(reviews, CRITERIA, seed=1)


@given(panels)
def test_relabelling_is_irrelevant(reviews: list[ReviewFacts]) -> None:
    names = dict(zip("12345", "EDCBA", strict=True)) | dict(zip("abcd", "zyxw", strict=True))
    renamed = [
        ReviewFacts(names[fact.candidate], names[fact.juror], complete=True, scores=fact.scores) for fact in reviews
    ]
    before, after = figures(evaluate(reviews, CRITERIA)), figures(evaluate(renamed, CRITERIA))
    assert {names[candidate] for candidate in before} == set(after)
    for candidate, values in before.items():
        assert after[names[candidate]] == pytest.approx(values, abs=1e-6, nan_ok=True)


@given(panels, st.sampled_from("abcd"))
def test_removed_juror_counts_as_never_assigned(reviews: list[ReviewFacts], juror: str) -> None:
    names = {fact.candidate for fact in reviews}
    removed = [
        ReviewFacts(fact.candidate, fact.juror, complete=True, excluded=fact.juror == juror, scores=fact.scores)
        for fact in reviews
    ]
    never = [fact for fact in reviews if fact.juror != juror]
    assert evaluate(removed, CRITERIA, candidates=names) == evaluate(never, CRITERIA, candidates=names)


@given(panels)
def test_table_of_totals_follows_the_rule_for_one_review(reviews: list[ReviewFacts]) -> None:
    found = evaluate(reviews, CRITERIA).totals
    expected = {
        (fact.candidate, fact.juror): total.points
        for fact in reviews
        if (total := review_total(fact.scores, CRITERIA)).points is not None
    }
    assert found == pytest.approx(expected)


@given(panels)
def test_adjustment_is_a_least_squares_solution(reviews: list[ReviewFacts]) -> None:
    table = score_cube(reviews, CRITERIA).totals()
    adjustment = adjust(table)
    if adjustment is None:
        assert len(connected_groups(table)) != 1
        return
    rows, columns = np.nonzero(table.given)
    design = np.zeros((len(rows) + 1, len(table.candidates) + len(table.jurors)))
    design[np.arange(len(rows)), rows] = 1
    design[np.arange(len(rows)), len(table.candidates) + columns] = 1
    design[-1, len(table.candidates) :] = 1
    solution = np.linalg.lstsq(design, np.append(table.points[rows, columns], 0), rcond=None)[0]
    assert list(adjustment.points.values()) == pytest.approx(solution[: len(table.candidates)].tolist(), abs=1e-6)
    assert list(adjustment.jurors.values()) == pytest.approx(solution[len(table.candidates) :].tolist(), abs=1e-6)
