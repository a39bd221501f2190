"""Who has won what: the first three overall, in each size class, of the towns and of the jury; ties share a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from campaigns.domain.tally import EntryTotal

HONOURED: Final = 3  # places that get a certificate

Row = Mapping[str, Any]


class Field(StrEnum):
    """What the place was taken in."""

    ALL = "all"
    SIZE_CLASS = "size_class"
    TOWNS = "towns"
    TOWNS_CLASS = "towns_class"
    JURY = "jury"


@dataclass(frozen=True, slots=True)
class Honour:
    """A place of an entry (`code`) or of a town (`code` empty). `votes` is None for the jury's prizes."""

    field: Field
    place: int
    is_shared: bool
    ags: str
    town: str
    size_class: int
    votes: int | None
    code: str = ""
    title: str = ""
    award: str = ""
    reason: str = ""


def shortlist(lines: Iterable[EntryTotal], length: int) -> tuple[EntryTotal, ...]:
    """The first `length` by votes. Who shares the last place comes along; who has no vote does not."""
    return tuple(line for line in lines if line.place <= length and line.votes)


def with_class_places(towns: Sequence[Row]) -> list[dict[str, Any]]:
    """The table of towns with `class_place`, the place among towns of the same size class."""
    seen: Counter[int] = Counter()
    best: dict[int, tuple[int, int]] = {}
    rows = []
    for row in towns:
        size_class = row["size_class"]
        seen[size_class] += 1
        place, votes = best.get(size_class, (0, -1))
        if row["votes"] != votes:
            place = seen[size_class]
        best[size_class] = (place, row["votes"])
        rows.append({**row, "class_place": place})
    return rows


def honours(snapshot: Row) -> list[Honour]:
    """Every honour of a published result: the jury's first, then by field and place. A row without a vote has none."""
    entries = [row for row in snapshot["entries"] if row["votes"]]
    towns = [row for row in with_class_places(snapshot["towns"]) if row["votes"]]
    found = [_of_jury(row) for row in snapshot.get("jury", [])]
    for field, rows, name in (
        (Field.ALL, entries, "place"),
        (Field.SIZE_CLASS, entries, "class_place"),
        (Field.TOWNS, towns, "place"),
        (Field.TOWNS_CLASS, towns, "class_place"),
    ):
        found += _placed(field, rows, name)
    return found


def _placed(field: Field, rows: Sequence[Row], name: str) -> list[Honour]:
    in_class = name == "class_place"
    sharing = Counter((row["size_class"] if in_class else -1, row[name]) for row in rows)
    chosen = [row for row in rows if row[name] <= HONOURED]
    if in_class:
        chosen.sort(key=lambda row: (row["size_class"], row[name]))
    return [
        Honour(
            field=field,
            place=row[name],
            is_shared=sharing[row["size_class"] if in_class else -1, row[name]] > 1,
            ags=row["ags"],
            town=row["town"],
            size_class=row["size_class"],
            votes=row["votes"],
            code=row.get("code", ""),
            title=row.get("title", ""),
        )
        for row in chosen
    ]


def _of_jury(row: Row) -> Honour:
    return Honour(
        field=Field.JURY,
        place=row["place"] or 1,
        is_shared=False,
        ags=row["ags"],
        town=row["town"],
        size_class=row["size_class"],
        votes=None,
        code=row["code"],
        title=row["title"],
        award=row["award"],
        reason=row["reason"],
    )
