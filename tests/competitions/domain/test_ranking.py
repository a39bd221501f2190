"""Shared places, tie-breaks and the criterion that decided."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from competitions.domain import TieBreak, rank


def test_equal_points_share_a_place_and_leave_a_gap() -> None:
    places = rank({"a": 80.0, "b": 80.0, "c": 70.0})
    assert [(p.candidate, p.place, p.shared) for p in places] == [("a", 1, True), ("b", 1, True), ("c", 3, False)]


def test_floating_point_dust_is_no_difference() -> None:
    assert [place.place for place in rank({"a": 0.1 + 0.2, "b": 0.3})] == [1, 1]


def test_tie_break_separates_and_says_by_what() -> None:
    impact = TieBreak("wirkung", {"a": 7.0, "b": 8.0, "c": 9.0})
    places = rank({"a": 80.0, "b": 80.0, "c": 70.0}, [impact])
    assert [(p.candidate, p.place, p.separated_by) for p in places] == [
        ("b", 1, "wirkung"),
        ("a", 2, "wirkung"),
        ("c", 3, None),
    ]


def test_second_criterion_decides_when_the_first_does_not() -> None:
    ties = [TieBreak("wirkung", {"a": 7.0, "b": 7.0}), TieBreak("idee", {"a": 5.0, "b": 6.0})]
    assert [(p.candidate, p.separated_by) for p in rank({"a": 80.0, "b": 80.0}, ties)] == [("b", "idee"), ("a", "idee")]


def test_without_value_in_the_tie_break_last() -> None:
    assert [p.candidate for p in rank({"a": 80.0, "b": 80.0}, [TieBreak("idee", {"b": 0.0})])] == ["b", "a"]


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 5).map(float), max_size=12))
def test_place_is_one_more_than_those_ahead(points: dict[str, float]) -> None:
    for place in rank(points):
        assert place.place == 1 + sum(other > place.points for other in points.values())
        assert place.shared == (sum(other == place.points for other in points.values()) > 1)
