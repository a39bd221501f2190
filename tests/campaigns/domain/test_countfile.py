from __future__ import annotations

import pytest

from campaigns.domain.countfile import CountFileError, CountLine, read, recount, written
from campaigns.domain.tally import Contender

FIELD = [Contender("B-A", "Brücke", "1", "Bad Sulza", 1), Contender("B-B", "Burg", "2", "Greiz", 2)]
LINES = [
    CountLine("Q-1", "B-A", True),
    CountLine("Q-1", "B-B", True),
    CountLine("Q-2", "B-A", True),
    CountLine("Q-3", "B-B", False, "set_aside"),
    CountLine("Q-3", "B-GONE", False, "entry_withdrawn"),
]
TEXT = """receipt,entry,status,reason
Q-1,B-A,counted,
Q-1,B-B,counted,
Q-2,B-A,counted,
Q-3,B-B,excluded,set_aside
Q-3,B-GONE,excluded,entry_withdrawn
"""


def test_written_is_the_published_format() -> None:
    assert "".join(written(LINES)) == TEXT


def test_read_gives_back_what_was_written() -> None:
    assert list(read(TEXT.splitlines())) == LINES


def test_recount_gives_table_and_figures() -> None:
    result = recount(LINES, FIELD, per_voter=3)
    assert [(line.place, line.code, line.votes) for line in result.tally.entries] == [(1, "B-A", 2), (2, "B-B", 1)]
    assert (result.receipts, result.counted) == (3, 3)
    assert result.excluded == {"entry_withdrawn": 1, "set_aside": 1}


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "line 1"),
        ("receipt;entry;status;reason\n", "line 1"),
        ("receipt,entry,status,reason\nQ-1,B-A,counted\n", "line 2: expected 4 columns"),
        ("receipt,entry,status,reason\nQ-1,B-A,maybe,\n", "line 2: not a vote"),
        ("receipt,entry,status,reason\nQ-1,B-A,excluded,\n", "line 2: not a vote"),
        ("receipt,entry,status,reason\nQ-1,B-A,counted,but\n", "line 2: not a vote"),
        ("receipt,entry,status,reason\n,B-A,counted,\n", "line 2: not a vote"),
    ],
)
def test_read_refuses_another_format(text: str, message: str) -> None:
    with pytest.raises(CountFileError, match=message):
        list(read(text.splitlines()))


@pytest.mark.parametrize(
    "lines, message",
    [
        ([CountLine("Q-1", "B-A", True), CountLine("Q-1", "B-A", True)], "two votes"),
        ([CountLine("Q-1", "B-X", True)], "not on the ballot paper"),
        ([CountLine("Q-1", "B-A", True), CountLine("Q-1", "B-B", True)], "more than 1"),
    ],
)
def test_recount_refuses_impossible_votes(lines: list[CountLine], message: str) -> None:
    with pytest.raises(CountFileError, match=message):
        recount(lines, FIELD, per_voter=1)
