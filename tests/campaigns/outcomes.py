"""A campaign with a published result, entries with files and consents, for everything that comes after the vote."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from campaigns import actions
from campaigns.enums import ConsentKind, Phase
from campaigns.models import Campaign, Consent, Entry, Result
from campaigns.queries import current_consent_texts
from cms.accounts.models import User
from tests.campaigns.factories import make_entry, make_town
from tests.campaigns.today import running, voted


def consent(entry: Entry, *kinds: ConsentKind) -> None:
    """Give consents, as of now."""
    texts = current_consent_texts(entry.campaign)
    Consent.objects.bulk_create(Consent(entry=entry, text=texts[kind], given_at=timezone.now()) for kind in kinds)


def entries_of(campaign: Campaign, number: int, **fields: Any) -> list[Entry]:
    """Public entries with real originals, each from a town of its own, with the two consents everybody gives."""
    made = []
    for position in range(number):
        town = make_town(f"Ort {position}")
        entry = make_entry(
            campaign,
            municipality=town,
            title=f"Blick {position}",
            author_name=f"Name {position}",
            with_files=True,
            latitude=50.5,
            longitude=11.25,
            **fields,
        )
        consent(entry, ConsentKind.CONTEST, ConsentKind.MUNICIPALITY)
        made.append(entry)
    return made


def published(campaign: Campaign, office: User) -> Result:
    """End the vote and publish."""
    now = timezone.now() - timedelta(seconds=1)
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    result = actions.publish_results(campaign=campaign, by=office, now=timezone.now())
    campaign.refresh_from_db()
    return result


def decided_campaign(office: User) -> tuple[Campaign, list[Entry], Result]:
    """Three entries with 2, 1 and 1 votes."""
    campaign = running(Phase.VOTING)
    entries = entries_of(campaign, 3)
    voted(campaign, "a@example.org", entries[0], entries[1])
    voted(campaign, "b@example.org", entries[0], entries[2])
    return campaign, entries, published(campaign, office)
