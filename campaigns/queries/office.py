"""What staff look up beside the queue: who decided what, and whether votes can still be linked to addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from campaigns.domain.entries import LIVING
from campaigns.models import Campaign, Entry, VoteKey
from cms.core.models import AuditEvent
from cms.places.models import Municipality


def history_of(entry: Entry) -> QuerySet[AuditEvent]:
    """Everything staff did with an entry, the newest first."""
    kind = ContentType.objects.get_for_model(Entry)
    events = AuditEvent.objects.filter(target_type=kind, target_id=str(entry.pk))
    return events.select_related("actor").order_by("-happened_at", "-pk")


def has_vote_key(campaign: Campaign) -> bool:
    """Tell whether the key of the votes still exists."""
    return VoteKey.objects.filter(campaign=campaign, destroyed_at=None).exists()


def ready_to_publish(*, now: datetime) -> QuerySet[Campaign]:
    """Campaigns whose votes are cast, whose result is due and not yet out."""
    return Campaign.objects.filter(results_published_at=None, voting_closes__lte=now, results_at__lte=now)


def eligible_towns(campaign: Campaign, towns: Iterable[Municipality] | None = None) -> list[Municipality]:
    """The towns that may take part, by the rules as stored; `towns` spares reading them again."""
    if towns is None:
        towns = Municipality.objects.active().only("population", "is_active")
    listed = set(campaign.towns.values_list("pk", flat=True)) if campaign.pk else set()
    most = campaign.max_population
    return [
        town
        for town in towns
        if (most is None or town.population <= most) and (not listed or town.pk in listed) and town.is_active
    ]


def towns_by_class(campaign: Campaign, towns: Iterable[Municipality] | None = None) -> list[tuple[str, int]]:
    """Each size class in words with the number of towns that may take part."""
    counts = [0] * (len(campaign.size_bounds) + 1)
    for town in eligible_towns(campaign, towns):
        counts[campaign.size_class_of(town)] += 1
    return [(campaign.size_class_label(index), number) for index, number in enumerate(counts)]


def towns_with_entries(campaign: Campaign) -> QuerySet[Municipality]:
    """Towns for which somebody has handed in a photo that still takes part."""
    living = Entry.objects.filter(campaign=campaign, state__in=LIVING, municipality__isnull=False)
    return Municipality.objects.filter(pk__in=living.values("municipality_id"))
