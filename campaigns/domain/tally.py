"""Counting: totals per entry, per town and per size class; equal totals share a place and the next one is skipped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Contender:
    """An entry on the ballot paper, as frozen for the count."""

    code: str
    title: str
    ags: str
    town: str
    size_class: int


@dataclass(frozen=True, slots=True)
class EntryTotal:
    place: int
    class_place: int
    votes: int
    code: str
    title: str
    ags: str
    town: str
    size_class: int


@dataclass(frozen=True, slots=True)
class TownTotal:
    place: int
    votes: int
    entries: int
    ags: str
    town: str
    size_class: int


@dataclass(frozen=True, slots=True)
class ClassTotal:
    size_class: int
    votes: int
    entries: int
    towns: int


@dataclass(frozen=True, slots=True)
class Tally:
    entries: tuple[EntryTotal, ...]
    towns: tuple[TownTotal, ...]
    classes: tuple[ClassTotal, ...]

    def as_dict(self) -> dict[str, list[dict[str, Any]]]:
        """Plain lists and dictionaries, ready for JSON."""
        return {
            "entries": [asdict(line) for line in self.entries],
            "towns": [asdict(line) for line in self.towns],
            "classes": [asdict(line) for line in self.classes],
        }


def places(totals: Sequence[int]) -> list[int]:
    """Places for totals in falling order: 9, 9, 4 become 1, 1, 3."""
    found: list[int] = []
    for index, total in enumerate(totals):
        if index and total > totals[index - 1]:
            raise ValueError("totals must fall")
        found.append(found[-1] if index and total == totals[index - 1] else index + 1)
    return found


def tally(contenders: Iterable[Contender], votes: Mapping[str, int]) -> Tally:
    """The complete result. `votes`: entry code to number of counted votes; an entry without any has 0.

    Raises KeyError for votes on a code that no contender has. Among equals the order is by town and code.
    """
    field = list(contenders)
    if unknown := votes.keys() - {contender.code for contender in field}:
        raise KeyError(f"votes for unknown entries: {sorted(unknown)[:3]}")
    field.sort(key=lambda contender: (-votes.get(contender.code, 0), contender.town, contender.code))
    overall = dict(zip((c.code for c in field), places([votes.get(c.code, 0) for c in field]), strict=True))
    in_class = _class_places(field, votes)
    entries = tuple(
        EntryTotal(
            place=overall[c.code],
            class_place=in_class[c.code],
            votes=votes.get(c.code, 0),
            code=c.code,
            title=c.title,
            ags=c.ags,
            town=c.town,
            size_class=c.size_class,
        )
        for c in field
    )
    return Tally(entries=entries, towns=_towns(entries), classes=_classes(entries))


def _class_places(field: Sequence[Contender], votes: Mapping[str, int]) -> dict[str, int]:
    groups: dict[int, list[Contender]] = defaultdict(list)
    for contender in field:
        groups[contender.size_class].append(contender)
    return {
        contender.code: place
        for group in groups.values()
        for contender, place in zip(group, places([votes.get(c.code, 0) for c in group]), strict=True)
    }


def _towns(entries: Iterable[EntryTotal]) -> tuple[TownTotal, ...]:
    groups: dict[str, list[EntryTotal]] = defaultdict(list)
    for line in entries:
        groups[line.ags].append(line)
    sums = [(sum(line.votes for line in group), group) for group in groups.values()]
    sums.sort(key=lambda pair: (-pair[0], pair[1][0].town, pair[1][0].ags))
    return tuple(
        TownTotal(
            place=place,
            votes=votes,
            entries=len(group),
            ags=group[0].ags,
            town=group[0].town,
            size_class=group[0].size_class,
        )
        for place, (votes, group) in zip(places([votes for votes, _group in sums]), sums, strict=True)
    )


def _classes(entries: Iterable[EntryTotal]) -> tuple[ClassTotal, ...]:
    groups: dict[int, list[EntryTotal]] = defaultdict(list)
    for line in entries:
        groups[line.size_class].append(line)
    return tuple(
        ClassTotal(
            size_class=index,
            votes=sum(line.votes for line in group),
            entries=len(group),
            towns=len({line.ags for line in group}),
        )
        for index, group in sorted(groups.items())
    )
