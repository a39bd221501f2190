"""Who reviews what: everybody everything, or so many per candidate, balanced, seeded and free of conflicts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from competitions.enums import ConflictKind

from .spreading import Pair, even_out, link


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


@dataclass(frozen=True)
class Wish:
    """How a panel is to be spread: so many reviews per candidate (None: all), so many candidates that all review."""

    per_candidate: int | None = None
    linking: int = 0
    seed: int = 0


def assign(
    candidates: Iterable[str],
    jurors: Iterable[str],
    *,
    conflicts: Collection[Pair] = (),
    existing: Collection[Pair] = (),
    wish: Wish = Wish(),
) -> tuple[Pair, ...]:
    """New pairs to add to the existing ones; the same input always gives the same pairs.

    The least loaded jurors are taken, and among them those who have shared the fewest candidates. Then loads are
    evened out as far as conflicts allow, and groups without a common candidate are linked by exchanging two pairs.
    """
    names, panel = sorted(set(candidates)), sorted(set(jurors))
    taken, barred = set(existing), set(conflicts)
    if wish.per_candidate is None:
        return tuple((name, juror) for name in names for juror in panel if (name, juror) not in taken | barred)
    order = random.Random(wish.seed)  # noqa: S311 - fair and repeatable, not secret
    order.shuffle(names)
    order.shuffle(panel)
    linking = {(name, juror) for name in names[: wish.linking] for juror in panel} - taken - barred
    held = taken | linking
    new = even_out(panel, _balanced(names, panel, barred, held, wish.per_candidate), barred, held)
    return tuple(sorted({*linking, *link(names, panel, new, barred, held)}))


def _balanced(
    names: Sequence[str], panel: Sequence[str], conflicts: set[Pair], existing: set[Pair], per_candidate: int
) -> set[Pair]:
    load: Counter[str] = Counter(juror for _, juror in existing)
    met: Counter[frozenset[str]] = Counter()
    new: set[Pair] = set()
    for name in names:
        chosen = [juror for juror in panel if (name, juror) in existing]
        while len(chosen) < per_candidate:
            free = [juror for juror in panel if juror not in chosen and (name, juror) not in conflicts]
            if not free:
                break
            best = min(free, key=lambda juror: (load[juror], sum(met[frozenset((juror, other))] for other in chosen)))
            chosen.append(best)
            load[best] += 1
            new.add((name, best))
        met.update(frozenset(pair) for pair in combinations(chosen, 2))
    return new


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
