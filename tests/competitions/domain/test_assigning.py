"""Balanced, seeded, free of conflicts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from competitions.domain import Ties, Wish, assign, find_conflict, groups_of
from competitions.enums import ConflictKind

CANDIDATES = [f"K{n}" for n in range(12)]
JURORS = list("abcdef")


def test_all_to_all() -> None:
    assert assign(["2", "1"], ["b", "a"]) == (("1", "a"), ("1", "b"), ("2", "a"), ("2", "b"))


def test_existing_and_conflicting_pairs_are_left_out() -> None:
    new = assign(["1", "2"], ["a", "b"], existing=[("1", "a")], conflicts=[("2", "b")])
    assert new == (("1", "b"), ("2", "a"))


def test_so_many_each_balanced() -> None:
    pairs = assign(CANDIDATES, JURORS, wish=Wish(3, seed=5))
    assert set(Counter(candidate for candidate, _ in pairs).values()) == {3}
    assert set(Counter(juror for _, juror in pairs).values()) == {6}


def test_seed_decides_and_repeats() -> None:
    assert assign(CANDIDATES, JURORS, wish=Wish(2, seed=1)) == assign(CANDIDATES, JURORS, wish=Wish(2, seed=1))
    assert assign(CANDIDATES, JURORS, wish=Wish(2, seed=1)) != assign(CANDIDATES, JURORS, wish=Wish(2, seed=2))


def test_filling_up_counts_what_is_there() -> None:
    new = assign(["1"], ["a", "b", "c"], existing=[("1", "a")], wish=Wish(2))
    assert len(new) == 1
    assert new[0][1] in {"b", "c"}


def test_fewer_jurors_than_wanted() -> None:
    assert assign(["1"], ["a", "b"], conflicts=[("1", "b")], wish=Wish(3)) == (("1", "a"),)


pairs_of = st.sets(st.tuples(st.sampled_from(CANDIDATES), st.sampled_from(JURORS)), max_size=30)


@given(pairs_of, pairs_of, st.one_of(st.none(), st.integers(1, 6)))
def test_never_a_conflict_never_twice(
    conflicts: set[tuple[str, str]], existing: set[tuple[str, str]], per_candidate: int | None
) -> None:
    new = assign(CANDIDATES, JURORS, conflicts=conflicts, existing=existing, wish=Wish(per_candidate))
    assert len(set(new)) == len(new)
    assert not set(new) & (conflicts | existing)


@given(st.integers(1, 14), st.integers(1, 7), st.integers(1, 5), st.integers(0, 3), st.integers(0, 99))
def test_loads_differ_by_one_at_most(candidates: int, jurors: int, each: int, linking: int, seed: int) -> None:
    names, panel = [f"K{n}" for n in range(candidates)], [f"J{n}" for n in range(jurors)]
    pairs = assign(names, panel, wish=Wish(each, linking=linking, seed=seed))
    load = Counter(dict.fromkeys(panel, 0))
    load.update(juror for _, juror in pairs)
    assert max(load.values()) - min(load.values()) <= 1
    reviews = Counter(name for name, _ in pairs)
    assert sorted(set(reviews.values()) - {jurors}) in ([], [min(each, jurors)])
    assert sum(reviews[name] == jurors for name in names) >= min(linking, candidates)


@given(pairs_of, st.integers(2, 5), st.integers(0, 3), st.integers(0, 99))
def test_with_conflicts_no_handing_on_would_even_it_more(
    conflicts: set[tuple[str, str]], each: int, linking: int, seed: int
) -> None:
    pairs = set(assign(CANDIDATES, JURORS, conflicts=conflicts, wish=Wish(each, linking=linking, seed=seed)))
    assert not pairs & conflicts
    load = Counter(juror for _, juror in pairs)
    held = {name for name, count in Counter(name for name, _ in pairs).items() if count > each}
    for name, juror in pairs:
        if name in held:
            continue
        for other in JURORS:
            if (name, other) not in pairs | conflicts:
                assert load[juror] - load[other] <= 1


@given(st.integers(2, 14), st.integers(2, 7), st.integers(2, 5), st.integers(0, 99))
def test_everybody_is_linked_where_it_is_possible(candidates: int, jurors: int, each: int, seed: int) -> None:
    names, panel = [f"K{n}" for n in range(candidates)], [f"J{n}" for n in range(jurors)]
    pairs = assign(names, panel, wish=Wish(each, seed=seed))
    nodes = {f"c:{name}" for name, _ in pairs} | {f"j:{juror}" for _, juror in pairs}
    assert len(groups_of(names, panel, pairs)) == max(1, len(nodes) - len(pairs))


@given(pairs_of, st.integers(2, 4), st.integers(0, 99))
def test_with_conflicts_a_linking_candidate_links(conflicts: set[tuple[str, str]], each: int, seed: int) -> None:
    free = {(name, juror) for name, juror in conflicts if name not in CANDIDATES[:2]}
    pairs = assign(CANDIDATES, JURORS, conflicts=free, wish=Wish(each, linking=len(CANDIDATES) - 1, seed=seed))
    assert len(groups_of(CANDIDATES, JURORS, pairs)) == 1


def test_two_halves_become_one() -> None:
    existing = [("K0", "a"), ("K0", "b"), ("K1", "a"), ("K1", "b"), ("K2", "c"), ("K2", "d")]
    new = assign(["K0", "K1", "K2", "K3"], "abcd", existing=existing, wish=Wish(2, seed=1))
    assert len(groups_of(["K0", "K1", "K2", "K3"], "abcd", {*existing, *new})) <= 2


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
