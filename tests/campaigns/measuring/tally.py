"""The tally of a million votes, against the bare SQL aggregate over the same rows."""

from __future__ import annotations

import time
from typing import Any

from django.db import connection

from campaigns.domain.tally import tally
from campaigns.enums import Phase
from campaigns.queries import contenders, counted_votes
from tests.campaigns.factories import NOW, make_campaign, make_entry, make_town

ENTRIES = 1_000
BALLOTS = 350_000
VOTES_PER_BALLOT = 3
VOTES = 1_000_000
ROUNDS = 5


def fill() -> Any:
    """A campaign with a million votes, written by the database itself."""
    campaign, towns = make_campaign(Phase.COUNTING), [make_town() for _ in range(40)]
    first = make_entry(campaign, municipality=towns[0]).pk
    for number in range(1, ENTRIES):
        make_entry(campaign, municipality=towns[number % len(towns)])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO campaigns_ballot (campaign_id, voter_key, receipt, cast_at, network)"
            " SELECT %s, lpad(to_hex(n), 64, '0'), 'Q-' || n, %s, '' FROM generate_series(1, %s) n",
            [campaign.pk, NOW, BALLOTS],
        )
        cursor.execute(
            "INSERT INTO campaigns_vote (ballot_id, entry_id, slot, slots)"
            " SELECT b.id, %s + (b.id * 7919 + s * 331 + (b.id %% 13) * s) %% %s, s, %s"
            " FROM campaigns_ballot b CROSS JOIN generate_series(1, %s) s ORDER BY b.id, s LIMIT %s"
            " ON CONFLICT DO NOTHING",
            [first, ENTRIES, VOTES_PER_BALLOT, VOTES_PER_BALLOT, VOTES],
        )
        cursor.execute("VACUUM ANALYZE campaigns_vote")
        cursor.execute("VACUUM ANALYZE campaigns_ballot")
    return campaign


def bare() -> int:
    """The aggregate that every count needs, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT entry_id, COUNT(*) FROM campaigns_vote GROUP BY entry_id")
        return sum(number for _entry, number in cursor.fetchall())


def run() -> dict[str, Any]:
    campaign = fill()
    ours, theirs = [], []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        counted = sum(line.votes for line in tally(contenders(campaign), counted_votes(campaign)).entries)
        ours.append(time.perf_counter() - started)
        started = time.perf_counter()
        total = bare()
        theirs.append(time.perf_counter() - started)
    assert counted == total, (counted, total)
    return {
        "work": "tally of 1,000,000 votes, against the bare SQL aggregate",
        "measured": min(ours) / min(theirs),
        "budget": 1.3,
        "at": "most",
        "note": f"{counted:,} votes in {min(ours):.2f} s",
    }
