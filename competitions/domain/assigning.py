"""Who reviews what: everybody everything, or so many per candidate, balanced, seeded and free of conflicts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from competitions.enums import ConflictKind

Pair = tuple[str, str]
"""Candidate and juror, by their keys."""


@dataclass(frozen=True)
class Ties:
    """What binds a person to a place: used to find conflicts between a juror and an application."""

    municipality: str | None = None
    organisation: str = ""
    people: frozenset[int] = frozenset()


def find_conflict(candidate: Ties, juror: Ties) -> ConflictKind | None:
    """The first conflict that the system can see by itself."""
    if candidate.people & juror.people:
        return ConflictKind.INVOLVED
    if candidate.municipality and candidate.municipality == juror.municipality:
        return ConflictKind.MUNICIPALITY
    if _folded(candidate.organisation) and _folded(candidate.organisation) == _folded(juror.organisation):
        return ConflictKind.ORGANISATION
    return None


def assign(
    candidates: Iterable[str],
    jurors: Iterable[str],
    *,
    conflicts: Collection[Pair] = (),
    existing: Collection[Pair] = (),
    per_candidate: int | None = None,
    seed: int = 0,
) -> tuple[Pair, ...]:
    """New pairs to add to the existing ones; the same input always gives the same pairs.

    `per_candidate` None means all. Otherwise the least loaded jurors are taken, and among them those who have shared
    the fewest candidates, which keeps the panel linked.
    """
    names, panel = sorted(set(candidates)), sorted(set(jurors))
    if per_candidate is None:
        taken = set(existing) | set(conflicts)
        return tuple((name, juror) for name in names for juror in panel if (name, juror) not in taken)
    order = random.Random(seed)  # noqa: S311 - fair and repeatable, not secret
    order.shuffle(names)
    order.shuffle(panel)
    return tuple(sorted(_balanced(names, panel, set(conflicts), set(existing), per_candidate)))


def _balanced(
    names: Sequence[str], panel: Sequence[str], conflicts: set[Pair], existing: set[Pair], per_candidate: int
) -> list[Pair]:
    load: Counter[str] = Counter(juror for _, juror in existing)
    met: Counter[frozenset[str]] = Counter()
    new: list[Pair] = []
    for name in names:
        chosen = [juror for juror in panel if (name, juror) in existing]
        while len(chosen) < per_candidate:
            free = [juror for juror in panel if juror not in chosen and (name, juror) not in conflicts]
            if not free:
                break
            best = min(free, key=lambda juror: (load[juror], sum(met[frozenset((juror, other))] for other in chosen)))
            chosen.append(best)
            load[best] += 1
            new.append((name, best))
        met.update(frozenset(pair) for pair in combinations(chosen, 2))
    return new


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
