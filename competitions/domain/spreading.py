"""Evening out who reviews how much, and linking groups of jurors who share no candidate."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence

Pair = tuple[str, str]
"""Candidate and juror, by their keys."""


def even_out(panel: Sequence[str], pairs: Collection[Pair], conflicts: set[Pair], held: set[Pair]) -> set[Pair]:
    """The pairs with loads as even as conflicts allow; every candidate keeps its number of reviews.

    Pairs are handed on along the shortest chain from a busy juror to one with at least two fewer, as in an optimal
    semi-matching (Harvey, Ladner, Lovász, Tamir 2006). What is `held` counts as load and stays.
    """
    new = set(pairs)
    while True:
        load = Counter(dict.fromkeys(panel, 0))
        load.update(juror for _, juror in [*new, *held])
        chains = (_chain(juror, panel, new, conflicts | held, load) for juror, _ in load.most_common())
        chain = next((found for found in chains if found), None)
        if not chain:
            return new
        for name, giver, taker in chain:
            new.remove((name, giver))
            new.add((name, taker))


def _chain(
    start: str, panel: Sequence[str], new: set[Pair], barred: set[Pair], load: Mapping[str, int]
) -> list[tuple[str, str, str]]:
    """Handings-on (candidate, giver, taker) that end at a juror with two fewer than the first; empty without one."""
    came: dict[str, list[tuple[str, str, str]]] = {start: []}
    waiting = deque([start])
    own: dict[str, list[str]] = {}
    for name, juror in sorted(new):
        own.setdefault(juror, []).append(name)
    while waiting:
        giver = waiting.popleft()
        for name in own.get(giver, ()):
            for taker in panel:
                if taker in came or (name, taker) in barred or (name, taker) in new:
                    continue
                came[taker] = [*came[giver], (name, giver, taker)]
                if load[taker] <= load[start] - 2:
                    return came[taker]
                waiting.append(taker)
    return []


def groups_of(candidates: Iterable[str], panel: Iterable[str], pairs: Collection[Pair]) -> list[set[str]]:
    """Candidates and jurors who are linked with each other, as sets of („c“, name) and („j“, name) joined by a colon.

    Jurors and candidates without any pair are left out: they can't be linked.
    """
    near: dict[str, set[str]] = {}
    for name, juror in pairs:
        near.setdefault(f"c:{name}", set()).add(f"j:{juror}")
        near.setdefault(f"j:{juror}", set()).add(f"c:{name}")
    known = {f"c:{name}" for name in candidates} | {f"j:{juror}" for juror in panel}
    unseen = sorted(near.keys() & known)
    groups: list[set[str]] = []
    seen: set[str] = set()
    for node in unseen:
        if node in seen:
            continue
        group, frontier = set[str](), {node}
        while frontier:
            group |= frontier
            frontier = set().union(*(near[one] for one in frontier)) - group
        seen |= group
        groups.append(group)
    return groups


def link(
    candidates: Sequence[str], panel: Sequence[str], pairs: Collection[Pair], conflicts: set[Pair], held: set[Pair]
) -> set[Pair]:
    """The pairs with two of them exchanged until everybody is linked, or until no exchange helps."""
    new = set(pairs)
    while True:
        groups = groups_of(candidates, panel, new | held)
        if len(groups) < 2:
            return new
        exchange = _exchange(candidates, panel, new, conflicts, held)
        if exchange is None:
            return new
        (first, one), (second, other) = exchange
        new -= {(first, one), (second, other)}
        new |= {(first, other), (second, one)}


def _exchange(
    candidates: Sequence[str], panel: Sequence[str], new: set[Pair], conflicts: set[Pair], held: set[Pair]
) -> tuple[Pair, Pair] | None:
    """Two pairs of different groups whose jurors can be swapped so that both groups become one."""
    groups = groups_of(candidates, panel, new | held)
    group_of = {node: number for number, group in enumerate(groups) for node in group}
    barred = conflicts | held
    for name, juror in sorted(new):
        without = groups_of(candidates, panel, (new | held) - {(name, juror)})
        if not any({f"c:{name}", f"j:{juror}"} <= group for group in without):
            continue  # the only bridge of its group: taking it away would cost a link
        for other, partner in sorted(new):
            if group_of[f"c:{name}"] == group_of[f"c:{other}"]:
                continue
            if (name, partner) not in barred and (other, juror) not in barred:
                return (name, juror), (other, partner)
    return None
