"""The published count file: one line per vote, from which anybody can count again.

CSV in UTF-8 with the columns receipt, entry, status (counted or excluded) and reason (empty if counted).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from campaigns.domain.tally import Contender, Tally, tally

HEADER: Final = ("receipt", "entry", "status", "reason")
COUNTED: Final = "counted"
EXCLUDED: Final = "excluded"


class CountFileError(ValueError):
    """The file is not a count file of this campaign; says the line."""


@dataclass(frozen=True, slots=True)
class CountLine:
    receipt: str
    entry: str
    is_counted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Recount:
    tally: Tally
    receipts: int
    counted: int
    excluded: dict[str, int]


def written(lines: Iterable[CountLine]) -> Iterator[str]:
    """The file, line by line, each with its line end. Codes hold no separator, so nothing needs quoting."""
    yield ",".join(HEADER) + "\n"
    for line in lines:
        status = COUNTED if line.is_counted else EXCLUDED
        yield f"{line.receipt},{line.entry},{status},{line.reason}\n"


def read(text: Iterable[str]) -> Iterator[CountLine]:
    """The lines of a count file. Raises CountFileError where one is not what `written` writes."""
    rows = csv.reader(text, strict=True)
    if next(rows, None) != list(HEADER):
        raise CountFileError(f"line 1: expected {','.join(HEADER)}")
    for number, row in enumerate(rows, start=2):
        if len(row) != len(HEADER):
            raise CountFileError(f"line {number}: expected {len(HEADER)} columns, found {len(row)}")
        receipt, entry, status, reason = row
        if not receipt or not entry or status not in {COUNTED, EXCLUDED} or (status == EXCLUDED) != bool(reason):
            raise CountFileError(f"line {number}: not a vote")
        yield CountLine(receipt=receipt, entry=entry, is_counted=status == COUNTED, reason=reason)


def recount(lines: Iterable[CountLine], contenders: Iterable[Contender], *, per_voter: int) -> Recount:
    """Counts again. Raises CountFileError for an unknown entry, a vote twice, or too many votes on one receipt."""
    field = list(contenders)
    known = {contender.code for contender in field}
    chosen: dict[str, list[str]] = {}
    votes: Counter[str] = Counter()
    excluded: Counter[str] = Counter()
    for line in lines:
        before = chosen.setdefault(line.receipt, [])
        if line.entry in before:
            raise CountFileError(f"{line.receipt}: two votes for {line.entry}")
        before.append(line.entry)
        if len(before) > per_voter:
            raise CountFileError(f"{line.receipt}: more than {per_voter} votes")
        if not line.is_counted:
            excluded[line.reason] += 1
            continue
        if line.entry not in known:
            raise CountFileError(f"{line.receipt}: {line.entry} is not on the ballot paper")
        votes[line.entry] += 1
    return Recount(
        tally=tally(field, votes),
        receipts=len(chosen),
        counted=votes.total(),
        excluded=dict(sorted(excluded.items())),
    )
