"""The count as it would be published now: the frozen numbers, the count file, and one fingerprint of both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from campaigns.domain.tally import tally
from campaigns.exports.count_file import CountFile, write_count_file
from campaigns.models import Campaign
from campaigns.queries import contenders, counted_votes
from campaigns.queries.finale import jury_prizes

SNAPSHOT_VERSION = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """What a result page shows, and the open count file. Equal fingerprints mean equal results, to the last vote."""

    snapshot: dict[str, Any]
    file: CountFile
    fingerprint: str


@contextmanager
def counted(campaign: Campaign) -> Iterator[Counted]:
    """Count. The count file is gone when the block ends."""
    totals = tally(contenders(campaign), counted_votes(campaign))
    with write_count_file(campaign) as file:
        if file.counted != sum(line.votes for line in totals.entries):
            raise AssertionError("the count file and the tally disagree")
        snapshot = {**_figures(campaign, file), **totals.as_dict(), "jury": jury_prizes(campaign)}
        yield Counted(snapshot, file, _fingerprint(snapshot, file.sha256))


def _figures(campaign: Campaign, file: CountFile) -> dict[str, object]:
    return {
        "version": SNAPSHOT_VERSION,
        "votes_per_voter": campaign.votes_per_voter,
        "size_bounds": campaign.size_bounds,
        "ballots": file.ballots,
        "counted": file.counted,
        "excluded": file.excluded,
    }


def _fingerprint(snapshot: dict[str, Any], count_sha256: str) -> str:
    text = json.dumps([snapshot, count_sha256], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
