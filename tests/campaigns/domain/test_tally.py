from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.tally import Contender, places, tally


@pytest.mark.parametrize(
    "totals, expected",
    [([], []), ([5], [1]), ([9, 9, 4], [1, 1, 3]), ([9, 4, 4, 4, 1], [1, 2, 2, 2, 5]), ([0, 0], [1, 1])],
)
def test_places_are_shared_and_the_next_is_skipped(totals: list[int], expected: list[int]) -> None:
    assert places(totals) == expected


def test_places_refuse_totals_out_of_order() -> None:
    with pytest.raises(ValueError, match="fall"):
        places([1, 2])


FIELD = [
    Contender("B-A", "Brücke", "1", "Bad Sulza", 1),
    Contender("B-B", "Burg", "2", "Greiz", 2),
    Contender("B-C", "Bank", "1", "Bad Sulza", 1),
    Contender("B-D", "Bach", "3", "Moosbrunn", 0),
]


def test_tally_counts_entries_towns_and_classes() -> None:
    result = tally(FIELD, {"B-A": 5, "B-B": 7, "B-C": 5})
    assert [(line.place, line.class_place, line.code, line.votes) for line in result.entries] == [
        (1, 1, "B-B", 7),
        (2, 1, "B-A", 5),
        (2, 1, "B-C", 5),
        (4, 1, "B-D", 0),
    ]
    assert [(line.place, line.town, line.votes, line.entries) for line in result.towns] == [
        (1, "Bad Sulza", 10, 2),
        (2, "Greiz", 7, 1),
        (3, "Moosbrunn", 0, 1),
    ]
    assert [(line.size_class, line.votes, line.entries, line.towns) for line in result.classes] == [
        (0, 0, 1, 1),
        (1, 10, 2, 1),
        (2, 7, 1, 1),
    ]


def test_tally_refuses_votes_for_nobody() -> None:
    with pytest.raises(KeyError, match="B-X"):
        tally(FIELD, {"B-X": 1})


def test_tally_as_dict_is_plain() -> None:
    assert tally(FIELD[:1], {}).as_dict()["towns"] == [
        {"place": 1, "votes": 0, "entries": 1, "ags": "1", "town": "Bad Sulza", "size_class": 1}
    ]


@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.randoms())
def test_tally_does_not_depend_on_the_order_of_entries(votes: list[int], lot: random.Random) -> None:
    shuffled = list(FIELD)
    lot.shuffle(shuffled)
    counts = {contender.code: number for contender, number in zip(FIELD, votes, strict=True)}
    result = tally(shuffled, counts)
    assert result == tally(FIELD, counts)
    assert sum(line.votes for line in result.towns) == sum(votes) == sum(line.votes for line in result.classes)
    by_place = Counter(line.place for line in result.entries)
    assert all(sum(by_place[better] for better in by_place if better < place) == place - 1 for place in by_place)
