"""The count file of a campaign, written line by line with its checksum."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from campaigns.domain.countfile import CountLine, written
from campaigns.models import Campaign
from campaigns.queries import count_lines

_IN_MEMORY = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class CountFile:
    """An open count file, read from its start, with what it holds."""

    handle: IO[bytes]
    sha256: str
    size: int
    ballots: int
    counted: int
    excluded: dict[str, int]


@contextmanager
def write_count_file(campaign: Campaign) -> Iterator[CountFile]:
    """Write the count file of a campaign into a temporary file that is gone when the block ends."""
    digest, excluded, counted, ballots, last = hashlib.sha256(), Counter[str](), 0, 0, ""

    def watched() -> Iterator[CountLine]:
        nonlocal counted, ballots, last
        for line in count_lines(campaign):
            counted += line.is_counted
            ballots += line.receipt != last
            last = line.receipt
            if line.reason:
                excluded[line.reason] += 1
            yield line

    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as handle:
        for text in written(watched()):
            data = text.encode()
            digest.update(data)
            handle.write(data)
        size = handle.tell()
        handle.seek(0)
        yield CountFile(handle, digest.hexdigest(), size, ballots, counted, dict(sorted(excluded.items())))
