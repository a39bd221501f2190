"""A gallery page, uncached, 24 of 5,000 entries, against the same page of a campaign with 100."""

from __future__ import annotations

import random
import time
from typing import Any

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns.enums import EntryState, Phase, PhotoState
from campaigns.models import Campaign, CampaignTown, Entry
from tests.campaigns.factories import NOW, make_campaign, make_town

QUERIES = 10
TOWNS = 60
ROUNDS = 40
SMALL = 100


def fill(number: int) -> Campaign:
    """A campaign in which `number` public entries of sixty towns stand for election."""
    campaign, towns = make_campaign(Phase.VOTING, now=timezone.now()), [make_town() for _ in range(TOWNS)]
    Entry.objects.bulk_create(
        (
            Entry(
                campaign=campaign,
                code=f"B-{campaign.pk}X{index}",
                state=EntryState.APPROVED,
                is_public=True,
                photo_state=PhotoState.READY,
                created_at=NOW,
                confirmed_at=NOW,
                original=f"beitraege/{campaign.pk}/{index}.jpg",
                original_format="JPEG",
                original_bytes=1,
                sha256=f"{index:064x}",
                width=1600,
                height=1200,
                colour="#335544",
                municipality=towns[index % TOWNS],
                size_class=1,
                title=f"Blick {index}",
                description="Ein Marktplatz mit Brunnen.",
            )
            for index in range(number)
        ),
        batch_size=2000,
    )
    CampaignTown.objects.bulk_create(
        CampaignTown(campaign=campaign, municipality=town, size_class=1, entries=len(range(place, number, TOWNS)))
        for place, town in enumerate(towns)
    )
    return campaign


def show(client: Client, campaign: Campaign) -> float:
    """Seconds for one page, answered as to a visitor of whom nothing is known."""
    client.cookies.clear()
    cache.clear()
    address = f"{campaign.get_absolute_url()}galerie/?{random.random()}"
    started = time.perf_counter()
    response = client.get(address)
    seconds = time.perf_counter() - started
    assert response.status_code == 200, response.status_code
    assert response.content.count(b"<picture") + response.content.count(b"-480.") >= 24
    return seconds


def measure(number: int, budget: float) -> dict[str, Any]:
    """Compare the large campaign with the small one, page by page in turn."""
    small, large = fill(SMALL), fill(number)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client()
    for campaign in (small, large):
        show(client, campaign)
    with CaptureQueriesContext(connection) as queries:
        show(client, large)
    asked = len(queries)  # the log is emptied by the next request
    assert 0 < asked <= QUERIES, f"{asked} queries"
    times = [(show(client, small), show(client, large)) for _round in range(ROUNDS)]
    few, many = (sorted(column)[ROUNDS // 2] for column in zip(*times, strict=True))
    return {
        "work": f"gallery page, 24 of {number:,} entries, against 24 of {SMALL}",
        "measured": many / few,
        "budget": budget,
        "at": "most",
        "note": f"{asked} queries, {many * 1000:.1f} ms",
    }
