"""A campaign with a jury final whose voting has ended, and the people around it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.enums import Phase
from campaigns.models import Campaign, Entry
from cms.accounts.models import User
from tests.accounts.factories import make_cast_member
from tests.campaigns.factories import make_entry, make_town
from tests.campaigns.today import running, voted


@pytest.fixture
def office(db: None) -> User:
    return make_cast_member("office")


@pytest.fixture
def campaign(db: None) -> Campaign:
    """The shortlist holds two; five entries have 2, 1, 1, 0 and (withdrawn) 1 votes."""
    campaign = running(Phase.VOTING)
    Campaign.objects.filter(pk=campaign.pk).update(has_jury_final=True, shortlist_length=2)
    campaign.refresh_from_db()
    entries = [
        make_entry(campaign, municipality=make_town(f"Ort {n}"), title=f"Blick {n}", with_files=True) for n in range(5)
    ]
    for voter, chosen in (("a", (0, 1)), ("b", (0, 2)), ("c", (4,))):
        voted(campaign, f"{voter}@example.org", *(entries[n] for n in chosen))
    Entry.objects.filter(pk=entries[4].pk).update(state="withdrawn", is_public=False)
    now = timezone.now() - timedelta(minutes=1)
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    return campaign
