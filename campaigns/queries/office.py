"""What staff look up beside the queue: who decided what, and whether votes can still be linked to addresses."""

from __future__ import annotations

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from campaigns.models import Campaign, Entry, VoteKey
from cms.core.models import AuditEvent


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
