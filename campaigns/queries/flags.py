"""What to look at twice before deciding, for one entry or for many in the same number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from django.db.models import QuerySet

from campaigns.domain.entries import DUPLICATE_DISTANCE
from campaigns.domain.likeness import look_alikes
from campaigns.enums import EntryFlag, EntryState, People
from campaigns.models import Entry, EntryReport
from cms.places.domain import distance_km

FAR_KM = 25.0
UNSEEN = (EntryState.DRAFT, EntryState.UNCONFIRMED)


def flags_of(entry: Entry, *, is_alike: bool = False, is_reported: bool = False) -> list[EntryFlag]:
    """The flags of one entry, in the order in which they are shown."""
    is_asking = entry.people in {People.AGREED, People.UNASKED}
    holds = {
        EntryFlag.MINOR: entry.is_minor,
        EntryFlag.GUARDIAN_OPEN: entry.is_minor and entry.guardian_confirmed_at is None,
        EntryFlag.PEOPLE: entry.people == People.AGREED,
        EntryFlag.PEOPLE_UNASKED: entry.people == People.UNASKED,
        EntryFlag.CHILDREN: entry.shows_children and is_asking,
        EntryFlag.DRONE: entry.is_drone,
        EntryFlag.FAR_AWAY: is_far_away(entry),
        EntryFlag.DUPLICATE: is_alike,
        EntryFlag.REPORTED: is_reported,
    }
    return [flag for flag in EntryFlag if holds.get(flag)]


def flags_by_entry(entries: Sequence[Entry]) -> dict[int, list[EntryFlag]]:
    """The flags of many entries: two queries, however many there are. Their towns must be loaded."""
    alike = alike_by_entry(entries)
    around = {pk for near in alike.values() for _bits, pk in near} | alike.keys()
    reported = _reported(around)
    return {
        entry.pk: flags_of(
            entry,
            is_alike=bool(alike[entry.pk]),
            is_reported=not reported.isdisjoint({entry.pk, *(pk for _bits, pk in alike[entry.pk])}),
        )
        for entry in entries
    }


def alike_by_entry(entries: Sequence[Entry]) -> dict[int, list[tuple[int, int]]]:
    """For every entry the (bits, key) of those of its campaign that look alike, nearest first. One query."""
    wanted: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for entry in entries:
        if entry.dhash is not None:
            wanted[entry.campaign_id].append((entry.pk, entry.dhash))
    others: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for campaign_id, pk, dhash in _hashes(wanted).iterator() if wanted else ():
        others[campaign_id].append((pk, dhash))
    found: dict[int, list[tuple[int, int]]] = {entry.pk: [] for entry in entries}
    for campaign_id, ones in wanted.items():
        found |= look_alikes(ones, others[campaign_id], distance=DUPLICATE_DISTANCE)
    return found


def is_far_away(entry: Entry) -> bool:
    """The photo was taken far from the town that it is said to show."""
    distance = distance_to_town(entry)
    return distance is not None and distance > FAR_KM


def distance_to_town(entry: Entry) -> float | None:
    """How many kilometres lie between where the photo was taken and the centre of its town; None if unknown."""
    town = entry.municipality
    if town is None or entry.latitude is None or entry.longitude is None:
        return None
    return distance_km(entry.latitude, entry.longitude, town.latitude, town.longitude)


def _hashes(campaigns: Mapping[int, object]) -> QuerySet[Entry, tuple[int, int, int]]:
    seen = Entry.objects.filter(campaign__in=list(campaigns), dhash__isnull=False).exclude(state__in=UNSEEN)
    return seen.order_by().values_list("campaign_id", "pk", "dhash")


def _reported(entries: Collection[int]) -> set[int]:
    reports = EntryReport.objects.filter(entry__in=entries)
    return set(reports.order_by().values_list("entry_id", flat=True).distinct())
