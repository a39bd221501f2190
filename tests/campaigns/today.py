"""Campaigns that stand in their phase today: the pages ask the clock."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.enums import Phase
from campaigns.models import Campaign, Entry
from tests.campaigns.factories import cast, make_campaign, make_entry, submit_entry

# What each phase but the own one answers a page of submitting or voting.
NOT_SUBMITTING = [Phase.ANNOUNCED, Phase.CHECKING, Phase.VOTING, Phase.COUNTING, Phase.RESULTS]
NOT_VOTING = [Phase.ANNOUNCED, Phase.SUBMISSION, Phase.CHECKING, Phase.COUNTING, Phase.RESULTS]


def running(phase: Phase, **fields: Any) -> Campaign:
    """A campaign that is in `phase` while the test runs."""
    return make_campaign(phase, now=timezone.now(), **fields)


def at(name: str, campaign: Campaign, *args: str) -> str:
    """The path of one of the campaign's pages."""
    return reverse(f"campaigns:{name}", args=[campaign.slug, *args])


def handed_in(campaign: Campaign, email: str = "entrant@example.org", **fields: Any) -> Entry:
    """An entry handed in just now."""
    return submit_entry(campaign, email, now=timezone.now(), **fields)


def voted(campaign: Campaign, email: str, *entries: Entry) -> Any:
    """A ballot cast just now."""
    return cast(campaign, email, *entries, now=timezone.now())


def choose(client: Client, campaign: Campaign, entry: Entry, wish: str = "ja", back: str = "") -> Any:
    """Put an entry onto the client's ballot paper, or take it off."""
    return client.post(at("choose", campaign), {"code": entry.code, "wahl": wish, "zurueck": back})


def gallery_of(campaign: Campaign, number: int) -> list[Entry]:
    """Public entries."""
    return [make_entry(campaign) for _number in range(number)]
