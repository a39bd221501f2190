"""Doubtful ballots of the demo's running vote: a burst and a clockwork series, noticed with hindsight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from campaigns import actions
from campaigns.domain.doubts import BURST_SIZE
from campaigns.models import Campaign, Entry
from cms.accounts.models import User
from cms.core.ratelimit import network_key

BURST = BURST_SIZE + 4
SERIES = 15


def tell_doubtful_ballots(campaign: Campaign, entries: Sequence[Entry], moderator: User, now: datetime) -> None:
    """Cast them as somebody with a script would; the cases wait, one of them with a first person's proposal."""
    begin = now - timedelta(hours=9)
    for number in range(BURST):
        _vote(
            campaign, entries, f"schwall{number}@example.net", begin + timedelta(seconds=number * 1.3), "2001:db8:77::1"
        )
    begin = now - timedelta(hours=20)
    for number in range(SERIES):
        _vote(campaign, entries, f"takt{number}@example.com", begin + timedelta(seconds=number * 240), "2001:db8:99::1")
    actions.gather_cases(campaign=campaign, now=now - timedelta(hours=1), since=campaign.voting_opens)
    case = campaign.ballot_cases.filter(kind="burst").first()
    if case is not None:
        reason = "34 Stimmzettel in einer Minute, danach nie wieder etwas aus diesem Netz."
        actions.propose_on_case(case=case, exclude=True, reason=reason, by=moderator, now=now - timedelta(minutes=20))


def _vote(campaign: Campaign, entries: Sequence[Entry], address: str, at: datetime, network: str) -> None:
    voter = actions.voter_of(campaign=campaign, email=address, now=at)
    actions.cast_ballot(
        campaign=campaign, voter=voter, entries=[entries[0].code], now=at, network=network_key(network, at=at)
    )
