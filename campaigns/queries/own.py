"""What an author sees of the own entries: all of them, how many more are possible, what happened so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from campaigns.domain.entries import LIVING
from campaigns.enums import EntryState
from campaigns.models import Campaign, Entry, HeldDecision
from cms.core.models import AuditEvent

_HIDDEN = (EntryState.DRAFT, EntryState.UNCONFIRMED)
REPLACED = "campaigns.entry.photo_replaced"


@dataclass(frozen=True, slots=True)
class Stop:
    """One moment in the life of an entry; `state` is „past“, „now“ or „next“."""

    title: str
    state: str
    moment: datetime | None = None
    note: str = ""


def entries_of_author(campaign: Campaign, *, key: str, address: str = "") -> QuerySet[Entry]:
    """All confirmed entries of one person, the newest first; by the address itself once the key is destroyed."""
    entries = Entry.objects.filter(campaign=campaign, erased_at=None).exclude(state__in=_HIDDEN)
    entries = entries.filter(author_key=key) if key else entries.filter(author_email__iexact=address)
    return entries.exclude(Q(author_key="") & Q(author_email="")).select_related("campaign", "municipality")


def entries_left(entry: Entry) -> int:
    """How many more entries the author of this one may hand in."""
    living = Entry.objects.filter(campaign=entry.campaign_id, author_key=entry.author_key, state__in=LIVING)
    return max(0, entry.campaign.entries_per_person - (living.count() if entry.author_key else 0))


def put_back_held(entry: Entry) -> None:
    """Show the entry as it stood before a decision that a moderator may still undo; stores nothing."""
    if held := HeldDecision.objects.filter(entry=entry).first():
        entry.state, entry.verdict, entry.decided_at = held.state_before, held.verdict_before, held.decided_at_before


def photo_number(entry: Entry) -> int:
    """Which photo this is: 1 for the first, one more for every replacement."""
    kind = ContentType.objects.get_for_model(Entry)
    return 1 + AuditEvent.objects.filter(target_type=kind, target_id=str(entry.pk), action=REPLACED).count()


def timeline_of(entry: Entry) -> list[Stop]:
    """What happened to an entry and what comes next, in order; moments only where they are known."""
    begun = Stop(_("Begonnen"), "past", entry.created_at)
    if entry.state in _HIDDEN:
        return [begun, Stop(_("Einreichen"), "now", note=_("Angaben ausfüllen und Adresse bestätigen")), *_ahead()]
    stops = [begun, Stop(_("Eingereicht"), "past", entry.confirmed_at)]
    if entry.is_minor:
        agreed = entry.guardian_confirmed_at
        stops.append(Stop(_("Zustimmung der sorgeberechtigten Person"), "past" if agreed else "now", agreed))
    stops += [Stop(_("Foto ersetzt"), "past", moment) for moment in _replacements(entry)]
    return stops + _decision(entry)


def _decision(entry: Entry) -> list[Stop]:
    decided = entry.decided_at
    ends = {
        EntryState.REJECTED: _("Abgelehnt"),
        EntryState.WITHDRAWN: _("Zurückgezogen"),
        EntryState.TAKEN_DOWN: _("Aus der Galerie genommen"),
    }
    if entry.state in ends:
        return [Stop(ends[EntryState(entry.state)], "now", decided)]
    if entry.state == EntryState.CHANGES_REQUESTED:
        return [Stop(_("Änderung erbeten"), "now", decided), *_ahead()]
    if entry.state == EntryState.APPROVED:
        shown = Stop(_("In der Galerie"), "now") if entry.is_public else Stop(_("In der Galerie"), "next")
        return [Stop(_("Freigegeben"), "past" if entry.is_public else "now", decided), shown]
    waits = entry.is_minor and entry.guardian_confirmed_at is None
    return [Stop(_("Prüfung durch die Moderation"), "next" if waits else "now"), *_ahead()[1:]]


def _ahead() -> list[Stop]:
    return [Stop(_("Prüfung durch die Moderation"), "next"), Stop(_("In der Galerie"), "next")]


def _replacements(entry: Entry) -> list[datetime]:
    kind = ContentType.objects.get_for_model(Entry)
    events = AuditEvent.objects.filter(target_type=kind, target_id=str(entry.pk), action=REPLACED)
    return list(events.order_by("happened_at").values_list("happened_at", flat=True))
