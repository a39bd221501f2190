"""The departure board: what lies ahead, soonest first, in groups if wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class DateRow:
    """One date of the board."""

    start: datetime
    title: str
    kind: str
    place: str
    note: str = ""
    url: str = ""
    is_provisional: bool = False
    # the language of a row that is not written in that of the board
    foreign: str = ""


@dataclass(frozen=True)
class DateGroup:
    """Rows under one heading; an ungrouped board is one group without a heading."""

    heading: str
    rows: tuple[DateRow, ...]


def arrange(
    rows: Iterable[DateRow], *, now: datetime, kinds: Sequence[tuple[str, str]] = (), day_start: datetime | None = None
) -> list[DateGroup]:
    """Return groups of the rows that start today or later.

    `kinds` lists (value, heading) in the wanted order; without it all rows form one group.
    `day_start` is the first moment of today: what began this morning still stands there.
    Groups without rows are left out.
    """
    since = day_start or now
    ahead = sorted((row for row in rows if row.start >= since), key=lambda row: (row.start, row.title))
    if not ahead:
        return []
    if not kinds:
        return [DateGroup(heading="", rows=tuple(ahead))]
    groups = [
        DateGroup(heading=heading, rows=tuple(row for row in ahead if row.kind == kind)) for kind, heading in kinds
    ]
    return [group for group in groups if group.rows]
