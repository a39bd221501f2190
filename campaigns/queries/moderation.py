"""The moderators' queue: what waits, what looks alike, what was reported, what can still be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from campaigns.enums import EntryFlag, EntryState, PhotoState, ReasonKind
from campaigns.models import Campaign, Entry, HeldDecision, ReasonText, SetAside
from campaigns.queries.flags import UNSEEN, alike_by_entry, flags_by_entry
from cms.accounts.models import User

MOST_DUPLICATES = 4


@dataclass(frozen=True, slots=True)
class QueueItem:
    entry: Entry
    flags: list[EntryFlag]
    duplicates: list[tuple[Entry, int]]


def queue(campaign: Campaign | None = None) -> QuerySet[Entry]:
    """What waits for a decision, the oldest first. A photo still in the works waits until it can be seen."""
    waiting = Entry.objects.filter(state=EntryState.SUBMITTED, photo_state=PhotoState.READY)
    if campaign is not None:
        waiting = waiting.filter(campaign=campaign)
    return waiting.select_related("campaign", "municipality").order_by("submitted_at", "pk")


def queue_counts(campaign: Campaign | None = None) -> dict[EntryState, int]:
    """How many entries stand where, without those that no moderator sees yet."""
    entries = Entry.objects.exclude(state__in=UNSEEN)
    if campaign is not None:
        entries = entries.filter(campaign=campaign)
    found = dict(entries.order_by().values_list("state").annotate(Count("pk")))
    return {state: found.get(state.value, 0) for state in EntryState if state not in UNSEEN}


def duplicates_of(entry: Entry) -> list[tuple[Entry, int]]:
    """Entries of the same campaign whose picture looks alike, with the number of differing bits, nearest first."""
    near = alike_by_entry([entry])[entry.pk][:MOST_DUPLICATES]
    found = Entry.objects.select_related("campaign", "municipality").in_bulk([pk for _bits, pk in near])
    return [(found[pk], bits) for bits, pk in near if pk in found]


def queue_item(entry: Entry) -> QueueItem:
    """One entry with everything a moderator needs to decide."""
    return QueueItem(entry, flags_by_entry([entry])[entry.pk], duplicates_of(entry))


def reason_texts(campaign: Campaign, language: str, *kinds: ReasonKind) -> list[ReasonText]:
    """The ready-made reasons for a campaign in the author's language; in German where that has none."""
    texts = ReasonText.objects.filter(Q(campaign=None) | Q(campaign=campaign), kind__in=kinds)
    found = [text for text in texts if text.language == language]
    return found or [text for text in texts if text.language == "de"]


def held_decisions(by: User, now: datetime) -> QuerySet[HeldDecision]:
    """What this moderator can still take back, the newest decision first."""
    held = HeldDecision.objects.filter(by=by, release_at__gt=now)
    return held.select_related("entry__campaign", "entry__municipality").order_by("-decided_at", "-pk")


def set_aside_ballots(campaign: Campaign, *, only_open: bool = False) -> QuerySet[SetAside]:
    """Doubtful ballots, the undecided first."""
    ballots = SetAside.objects.filter(ballot__campaign=campaign).select_related("ballot", "proposed_by", "decided_by")
    if only_open:
        ballots = ballots.filter(is_excluded=None)
    return ballots.order_by("decided_at", "created_at")
