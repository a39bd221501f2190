"""The moderators' desk: entries by state, filtered and counted, with flags where something waits to be decided."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Q, QuerySet

from campaigns.enums import EntryFlag, EntryState, PhotoState
from campaigns.models import Campaign, Entry
from campaigns.queries.flags import UNSEEN, flags_by_entry
from cms.accounts.models import User
from cms.places.models import Municipality

UNFLAGGED = "ohne"
WAITING = frozenset({EntryState.SUBMITTED, EntryState.CHANGES_REQUESTED})
# Everything that an entry's flags follow from; the rest of the row is fetched for one page only.
_FLAG_FIELDS = (
    *("campaign_id", "dhash", "age", "guardian_confirmed_at", "people", "shows_children", "is_drone"),
    *("latitude", "longitude", "municipality__latitude", "municipality__longitude"),
)


@dataclass(frozen=True, slots=True)
class DeskFilters:
    """What a moderator wants to see; every part can be combined with every other."""

    state: EntryState = EntryState.SUBMITTED
    campaign: Campaign | None = None
    town: str = ""
    flag: str = ""
    moderator: User | None = None
    text: str = ""

    @property
    def is_waiting(self) -> bool:
        """Something is still to be decided about these entries."""
        return self.state in WAITING


@dataclass(frozen=True, slots=True)
class Desk:
    """What the filters leave: keys in order, flags by key, and how many entries carry which flag."""

    keys: list[int]
    flags: dict[int, list[EntryFlag]] = field(default_factory=dict)
    flag_counts: dict[str, int] = field(default_factory=dict)

    def after(self, key: int | None) -> list[int]:
        """The keys in the order in which they follow an entry: those behind it first, then from the front."""
        if key not in self.keys:
            return self.keys
        place = self.keys.index(key)
        return self.keys[place + 1 :] + self.keys[:place]


def desk(filters: DeskFilters) -> Desk:
    """The entries that the filters leave. Three queries where entries wait, one elsewhere."""
    entries = _ordered(_filtered(filters), filters.state)
    if not filters.is_waiting:
        return Desk(list(entries.values_list("pk", flat=True)))
    rows = list(entries.select_related("municipality").only(*_FLAG_FIELDS))
    flags = flags_by_entry(rows)
    counts = {flag.value: sum(flag in found for found in flags.values()) for flag in EntryFlag}
    counts[UNFLAGGED] = sum(not found for found in flags.values())
    return Desk([row.pk for row in rows if _carries(flags[row.pk], filters.flag)], flags, counts)


def _carries(flags: list[EntryFlag], wanted: str) -> bool:
    if wanted == UNFLAGGED:
        return not flags
    return not wanted or wanted in flags


def _filtered(filters: DeskFilters) -> QuerySet[Entry]:
    entries = Entry.objects.filter(state=filters.state)
    if filters.state == EntryState.SUBMITTED:
        entries = entries.filter(photo_state=PhotoState.READY)
    wanted: dict[str, Any] = {
        "campaign": filters.campaign,
        "municipality": filters.town or None,
        "decided_by": filters.moderator,
    }
    entries = entries.filter(**{name: value for name, value in wanted.items() if value is not None})
    for word in filters.text.split():
        entries = entries.filter(
            Q(title__icontains=word)
            | Q(place__icontains=word)
            | Q(description__icontains=word)
            | Q(reason__icontains=word)
            | Q(code__icontains=word)
            | Q(municipality__name__icontains=word)
        )
    return entries


def _ordered(entries: QuerySet[Entry], state: EntryState) -> QuerySet[Entry]:
    """What waits: the oldest first. What is decided: the newest first."""
    return entries.order_by("submitted_at", "pk") if state in WAITING else entries.order_by("-decided_at", "-pk")


def entries_in_order(keys: list[int]) -> list[Entry]:
    """The entries with these keys, in this order, with all that a list shows. One query."""
    found = Entry.objects.select_related("campaign", "municipality", "decided_by").in_bulk(keys)
    return [found[key] for key in keys if key in found]


def towns_with_entries(filters: DeskFilters) -> QuerySet[Municipality]:
    """The towns one can filter by, whatever else is chosen."""
    entries = _filtered(replace(filters, town="", text="", moderator=None))
    return Municipality.objects.filter(pk__in=entries.order_by().values("municipality")).order_by("name", "district")


def moderators() -> QuerySet[User]:
    """Everybody who has decided about an entry that still exists."""
    decided = Entry.objects.exclude(state__in=UNSEEN).exclude(decided_by=None)
    return User.objects.filter(pk__in=decided.order_by().values("decided_by")).order_by("name", "email")
