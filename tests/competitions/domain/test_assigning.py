"""Balanced, seeded, free of conflicts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competitions.domain import Ties, assign, find_conflict
from competitions.enums import ConflictKind

CANDIDATES = [f"K{n}" for n in range(12)]
JURORS = list("abcdef")


def test_all_to_all() -> None:
    assert assign(["2", "1"], ["b", "a"]) == (("1", "a"), ("1", "b"), ("2", "a"), ("2", "b"))


def test_existing_and_conflicting_pairs_are_left_out() -> None:
    new = assign(["1", "2"], ["a", "b"], existing=[("1", "a")], conflicts=[("2", "b")])
    assert new == (("1", "b"), ("2", "a"))


def test_so_many_each_balanced() -> None:
    pairs = assign(CANDIDATES, JURORS, per_candidate=3, seed=5)
    assert set(Counter(candidate for candidate, _ in pairs).values()) == {3}
    assert set(Counter(juror for _, juror in pairs).values()) == {6}


def test_seed_decides_and_repeats() -> None:
    assert assign(CANDIDATES, JURORS, per_candidate=2, seed=1) == assign(CANDIDATES, JURORS, per_candidate=2, seed=1)
    assert assign(CANDIDATES, JURORS, per_candidate=2, seed=1) != assign(CANDIDATES, JURORS, per_candidate=2, seed=2)


def test_filling_up_counts_what_is_there() -> None:
    new = assign(["1"], ["a", "b", "c"], existing=[("1", "a")], per_candidate=2)
    assert len(new) == 1
    assert new[0][1] in {"b", "c"}


def test_fewer_jurors_than_wanted() -> None:
    assert assign(["1"], ["a", "b"], conflicts=[("1", "b")], per_candidate=3) == (("1", "a"),)


pairs_of = st.sets(st.tuples(st.sampled_from(CANDIDATES), st.sampled_from(JURORS)), max_size=30)


@given(pairs_of, pairs_of, st.one_of(st.none(), st.integers(1, 6)))
def test_never_a_conflict_never_twice(
    conflicts: set[tuple[str, str]], existing: set[tuple[str, str]], per_candidate: int | None
) -> None:
    new = assign(CANDIDATES, JURORS, conflicts=conflicts, existing=existing, per_candidate=per_candidate)
    assert len(set(new)) == len(new)
    assert not set(new) & (conflicts | existing)


@pytest.mark.parametrize(
    "juror, conflict",
    [
        (Ties("16066063", "Hochschule"), ConflictKind.MUNICIPALITY),
        (Ties("16051000", " stadt  SCHMALKALDEN "), ConflictKind.ORGANISATION),
        (Ties(None, "", frozenset({7})), ConflictKind.INVOLVED),
        (Ties(None, ""), None),
        (Ties("16051000", "Stadt Erfurt", frozenset({8})), None),
    ],
)
def test_conflicts_found(juror: Ties, conflict: ConflictKind | None) -> None:
    candidate = Ties("16066063", "Stadt Schmalkalden", frozenset({7, 9}))
    assert find_conflict(candidate, juror) is conflict


def test_nothing_known_is_no_conflict() -> None:
    assert find_conflict(Ties(), Ties()) is None
