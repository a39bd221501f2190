"""The moderators' queue: what waits, what to look at twice, what looks alike."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from campaigns.domain.entries import DUPLICATE_DISTANCE
from campaigns.enums import EntryFlag, EntryState, People, PhotoState
from campaigns.models import Campaign, Entry, EntryReport, SetAside
from cms.core.images import dhash_distance
from cms.places.domain import distance_km

FAR_KM = 25.0
MOST_DUPLICATES = 4
_UNSEEN = (EntryState.DRAFT, EntryState.UNCONFIRMED)


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
    entries = Entry.objects.exclude(state__in=_UNSEEN)
    if campaign is not None:
        entries = entries.filter(campaign=campaign)
    found = dict(entries.order_by().values_list("state").annotate(Count("pk")))
    return {state: found.get(state.value, 0) for state in EntryState if state not in _UNSEEN}


def duplicates_of(entry: Entry) -> list[tuple[Entry, int]]:
    """Entries of the same campaign whose picture looks alike, with the number of differing bits, nearest first."""
    if entry.dhash is None:
        return []
    others = Entry.objects.filter(campaign=entry.campaign_id, dhash__isnull=False)
    hashes = others.exclude(state__in=_UNSEEN).exclude(pk=entry.pk).values_list("pk", "dhash")
    near = sorted((dhash_distance(entry.dhash, other), pk) for pk, other in hashes.iterator())
    alike = {pk: bits for bits, pk in near[:MOST_DUPLICATES] if bits <= DUPLICATE_DISTANCE}
    found = Entry.objects.filter(pk__in=alike).select_related("campaign", "municipality")
    return sorted(((other, alike[other.pk]) for other in found), key=lambda pair: (pair[1], pair[0].pk))


def flags_of(entry: Entry, duplicates: list[tuple[Entry, int]] | None = None) -> list[EntryFlag]:
    """What to look at twice before deciding."""
    found = []
    if entry.is_minor:
        found.append(EntryFlag.MINOR)
        if entry.guardian_confirmed_at is None:
            found.append(EntryFlag.GUARDIAN_OPEN)
    if entry.people == People.UNASKED:
        found.append(EntryFlag.PEOPLE_UNASKED)
    elif entry.people == People.AGREED:
        found.append(EntryFlag.PEOPLE)
    if entry.is_drone:
        found.append(EntryFlag.DRONE)
    if _is_far_away(entry):
        found.append(EntryFlag.FAR_AWAY)
    if duplicates:
        found.append(EntryFlag.DUPLICATE)
    return found


def _is_far_away(entry: Entry) -> bool:
    town = entry.municipality
    if town is None or entry.latitude is None or entry.longitude is None:
        return False
    return distance_km(entry.latitude, entry.longitude, town.latitude, town.longitude) > FAR_KM


def queue_item(entry: Entry) -> QueueItem:
    """One entry with everything a moderator needs to decide."""
    duplicates = duplicates_of(entry)
    return QueueItem(entry, flags_of(entry, duplicates), duplicates)


def set_aside_ballots(campaign: Campaign, *, only_open: bool = False) -> QuerySet[SetAside]:
    """Doubtful ballots, the undecided first."""
    ballots = SetAside.objects.filter(ballot__campaign=campaign).select_related("ballot", "proposed_by", "decided_by")
    if only_open:
        ballots = ballots.filter(is_excluded=None)
    return ballots.order_by("decided_at", "created_at")


def open_reports(campaign: Campaign | None = None) -> QuerySet[EntryReport]:
    """What visitors reported and nobody has dealt with, the oldest first."""
    reports = EntryReport.objects.filter(closed_at=None).select_related("entry__campaign", "entry__municipality")
    if campaign is not None:
        reports = reports.filter(entry__campaign=campaign)
    return reports.order_by("created_at", "pk")
