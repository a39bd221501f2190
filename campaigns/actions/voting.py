"""Voting: a code to the address, then the ballot. One voter, one ballot, the same receipt when it is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from campaigns import notices
from campaigns.actions.holding import held
from campaigns.actions.keys import vote_secret
from campaigns.domain.addresses import AddressError, Voter, author_key, domain_of, voter_key
from campaigns.domain.ballots import ballot_refusal
from campaigns.domain.codes import new_receipt
from campaigns.domain.doubts import LOOK_BACK, WINDOW, doubts_about, is_disposable
from campaigns.domain.reasons import Reason
from campaigns.models import Ballot, Campaign, Entry, SetAside, Vote
from campaigns.refusals import refused
from cms.core import codes
from cms.places.models import Municipality

PURPOSE = "campaigns.ballot"
# Plain SQL on the one way that thousands go at once: building these two queries took a quarter of the whole ballot.
_ON_PAPER = """
SELECT entry.id, entry.code, entry.title, entry.author_key, entry.colour, entry.width, entry.height,
       entry.municipality_id, town.name AS town_name, town.district AS town_district, town.has_namesake AS town_namesake
FROM campaigns_entry entry LEFT JOIN places_municipality town ON town.ags = entry.municipality_id
WHERE entry.campaign_id = %s AND entry.is_public AND entry.code IN ({codes})
"""
_SAME_NETWORK = """
SELECT id, cast_at FROM campaigns_ballot
WHERE campaign_id = %s AND network = %s AND cast_at > %s AND id <> %s ORDER BY cast_at DESC LIMIT %s
"""
_LIMITS = {Reason.BALLOT_TOO_MANY: "votes_per_voter", Reason.BALLOT_TOWN_TOO_MANY: "votes_per_town"}


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot that is stored: its receipt is shown to the voter."""

    ballot: Ballot
    entries: list[Entry]
    is_changed: bool


def voter_of(*, campaign: Campaign, email: str, now: datetime) -> Voter:
    """The voter behind an address. Without `confirm_voter` before, nobody has proven to read its mail."""
    address = email.strip()
    secret = vote_secret(campaign, now)
    try:
        return Voter(
            address=address,
            key=voter_key(address, secret),
            author_key=author_key(address, secret),
            is_disposable=is_disposable(domain_of(address)),
        )
    except AddressError as error:
        raise refused(Reason.ADDRESS_MALFORMED) from error


@transaction.atomic
def issue_ballot_code(*, campaign: Campaign, email: str, entries: Sequence[str], now: datetime) -> None:
    """Check the choice (entry codes) and mail a code. The answer is the same whether or not the address has voted."""
    chosen = _chosen(campaign, entries)
    _refuse(campaign, entries, chosen, now, author="")
    voter = voter_of(campaign=campaign, email=email, now=now)
    code = codes.issue(purpose=PURPOSE, subject=f"{campaign.pk}:{voter.key}", now=now)
    notices.send_ballot_code(campaign, voter.address, code, chosen)


def confirm_voter(*, campaign: Campaign, email: str, code: str, now: datetime) -> Voter:
    """Redeem the code from the mail and return the voter for `cast_ballot`. A wrong code stays counted as a try."""
    voter = voter_of(campaign=campaign, email=email, now=now)
    codes.redeem(purpose=PURPOSE, subject=f"{campaign.pk}:{voter.key}", code=code, now=now)
    return voter


@transaction.atomic
def cast_ballot(*, campaign: Campaign, voter: Voter, entries: Sequence[str], now: datetime, network: str = "") -> Cast:
    """Store the voter's choice (entry codes); a later one replaces it under the same receipt.

    `network` is the keyed name of the voter's network (cms.core.ratelimit.network_key), never an address.
    """
    campaign = held(campaign)
    if campaign.results_published_at is not None:  # counted while this request was under way
        raise refused(Reason.VOTING_CLOSED)
    chosen = _chosen(campaign, entries)
    _refuse(campaign, entries, chosen, now, author=voter.author_key)
    ballot, is_new = _locked_ballot(campaign, voter, now, network)
    if is_new:
        _set_aside_if_doubtful(ballot, voter, now)
    else:
        ballot.votes.all().delete()
        Ballot.objects.filter(pk=ballot.pk).update(changed_at=now)
    slots = campaign.votes_per_voter
    Vote.objects.bulk_create(
        Vote(ballot=ballot, entry=entry, slot=slot, slots=slots) for slot, entry in enumerate(chosen, start=1)
    )
    notices.send_ballot_receipt(campaign, voter.address, ballot.receipt, chosen, is_changed=not is_new)
    return Cast(ballot, chosen, is_changed=not is_new)


def _chosen(campaign: Campaign, entry_codes: Sequence[str]) -> list[Entry]:
    """The public entries with these codes, in the order of the ballot paper."""
    wanted = list(dict.fromkeys(entry_codes))
    if not wanted:
        return []
    marks = ", ".join(["%s"] * len(wanted))
    by_code: dict[str, Entry] = {}
    found: Any = Entry.objects.raw(_ON_PAPER.format(codes=marks), [campaign.pk, *wanted])
    for entry in found:
        if entry.municipality_id:  # what its label needs
            town = {"name": entry.town_name, "district": entry.town_district, "has_namesake": entry.town_namesake}
            entry.municipality = Municipality(ags=entry.municipality_id, **town)
        by_code[entry.code] = entry
    return [by_code[code] for code in wanted if code in by_code]


def _refuse(campaign: Campaign, entry_codes: Sequence[str], chosen: list[Entry], now: datetime, author: str) -> None:
    reason = ballot_refusal(
        phase=campaign.phase(now),
        chosen=entry_codes,
        towns=[entry.municipality_id or "" for entry in chosen],
        own=[entry.code for entry in chosen if author and entry.author_key == author],
        per_voter=campaign.votes_per_voter,
        per_town=campaign.votes_per_town,
    )
    if reason is not None:
        limit = _LIMITS.get(reason)
        raise refused(reason, limit=getattr(campaign, limit)) if limit else refused(reason)


def _locked_ballot(campaign: Campaign, voter: Voter, now: datetime, network: str) -> tuple[Ballot, bool]:
    """The voter's one ballot, created if need be and locked: parallel requests of one voter come one by one."""
    while True:
        try:
            with transaction.atomic():
                ballot = Ballot.objects.create(
                    campaign=campaign, voter_key=voter.key, receipt=new_receipt(), cast_at=now, network=network
                )
            return ballot, True
        except IntegrityError:
            held_before = Ballot.objects.select_for_update().filter(campaign=campaign, voter_key=voter.key).first()
            if held_before is not None:  # None: the receipt was already somebody else's, draw again
                return held_before, False


def _set_aside_if_doubtful(ballot: Ballot, voter: Voter, now: datetime) -> None:
    earlier: list[datetime] = []
    if ballot.network:
        known = [ballot.campaign_id, ballot.network, now - WINDOW, ballot.pk, LOOK_BACK]
        earlier = [other.cast_at for other in Ballot.objects.raw(_SAME_NETWORK, known)]
    doubts = doubts_about(is_disposable_address=voter.is_disposable, now=now, earlier=earlier)
    if doubts:
        SetAside.objects.create(ballot=ballot, doubts=[doubt.value for doubt in doubts], created_at=now)
