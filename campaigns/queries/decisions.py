"""„Wer hat was entschieden“: the moderators' decisions, told from the audit trail, without a word about authors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from campaigns.domain.entries import Step
from campaigns.models import Campaign, Entry
from cms.accounts.models import User
from cms.core.audit_words import VERBS
from cms.core.models import AuditEvent

KINDS = (Step.APPROVE.value, Step.REQUEST_CHANGES.value, Step.REJECT.value, Step.TAKE_DOWN.value, "undo")


@dataclass(frozen=True, slots=True)
class DecisionFilters:
    """Which decisions: by whom, of which kind, in which campaign, since when."""

    campaign: Campaign | None = None
    moderator: User | None = None
    kind: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision and the entry it was about; None if that is gone."""

    event: AuditEvent
    entry: Entry | None

    @property
    def words(self) -> str:
        """„freigegeben“, „abgelehnt“ …"""
        return str(VERBS[self.event.action.rpartition(".")[2]])


def decision_events(filters: DecisionFilters) -> QuerySet[AuditEvent]:
    """The events, the newest first."""
    kinds = [filters.kind] if filters.kind in KINDS else KINDS
    events = AuditEvent.objects.filter(
        target_type=ContentType.objects.get_for_model(Entry), action__in=[f"campaigns.entry.{kind}" for kind in kinds]
    )
    if filters.campaign is not None:
        entries = Entry.objects.filter(campaign=filters.campaign).annotate(key=Cast("pk", CharField()))
        events = events.filter(target_id__in=entries.order_by().values("key"))
    if filters.moderator is not None:
        events = events.filter(actor=filters.moderator)
    if filters.since is not None:
        events = events.filter(happened_at__date__gte=filters.since)
    return events.select_related("actor").order_by("-happened_at", "-pk")


def decisions_of(events: Iterable[AuditEvent]) -> list[Decision]:
    """The events with their entries, which cost one query."""
    listed = list(events)
    keys = {int(event.target_id) for event in listed if event.target_id.isdecimal()}
    entries = Entry.objects.select_related("campaign", "municipality").in_bulk(keys)
    return [Decision(event, entries.get(int(event.target_id or 0))) for event in listed]


def deciders() -> QuerySet[User]:
    """Everybody who has ever decided about an entry."""
    events = decision_events(DecisionFilters()).order_by()
    return User.objects.filter(pk__in=events.values("actor")).order_by("name", "email")
