"""The gallery: filters that never count entries, and an own random order per visitor that an index walks."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from django.db.models import Q, QuerySet

from campaigns.domain.order import Walk, walk_for
from campaigns.models import Campaign, CampaignTown, Entry
from cms.places.models import Municipality

PAGE_SIZE = 24

# What a tile or an entry page shows. The author's address never leaves the database for a public page.
_PUBLIC_FIELDS = (
    "campaign_id", "code", "state", "is_public", "title", "place", "reason", "description", "author_name",
    "width", "height", "colour", "size_class", "taken_at", "decided_at", "latitude", "longitude",
    "shuffle_a", "shuffle_b", "shuffle_c", "municipality_id",
)  # fmt: skip
_TOWN_FIELDS = tuple(f"municipality__{name}" for name in ("name", "has_namesake", "district"))


@dataclass(frozen=True, slots=True)
class Filters:
    """What a visitor asked for; empty means all. `town` is an AGS, `district` its first five digits."""

    town: str = ""
    district: str = ""
    size_class: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class TownFacet:
    municipality: Municipality
    size_class: int
    entries: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What there is to filter by: towns by name, and [(size class, label, entries)]."""

    towns: list[TownFacet]
    classes: list[tuple[int, str, int]]
    total: int

    @property
    def districts(self) -> list[tuple[str, str, int]]:
        """[(first five digits of the AGS, name, entries)], by name."""
        found: dict[tuple[str, str], int] = {}
        for town in self.towns:
            key = (town.municipality.district, town.municipality.district_ags)
            found[key] = found.get(key, 0) + town.entries
        return [(ags, name, entries) for (name, ags), entries in sorted(found.items())]


@dataclass(frozen=True, slots=True)
class GalleryPage:
    entries: list[Entry]
    number: int
    pages: int
    total: int
    facets: Facets

    @property
    def next_number(self) -> int | None:
        """The page after this one."""
        return self.number + 1 if self.number < self.pages else None

    @property
    def previous_number(self) -> int | None:
        """The page before this one."""
        return self.number - 1 if self.number > 1 else None


def visible_entries(campaign: Campaign, filters: Filters = Filters()) -> QuerySet[Entry]:
    """The public entries of a campaign that match, in no particular order, without anything private."""
    entries = (
        Entry.objects.filter(campaign=campaign, is_public=True)
        .select_related("municipality")
        .only(*_PUBLIC_FIELDS, *_TOWN_FIELDS)
    )
    if filters.town:
        entries = entries.filter(municipality_id=filters.town)
    if filters.district:
        entries = entries.filter(municipality__district_ags=filters.district)
    if filters.size_class is not None:
        entries = entries.filter(size_class=filters.size_class)
    for word in filters.text.split()[:8]:
        entries = entries.filter(
            Q(title__icontains=word)
            | Q(place__icontains=word)
            | Q(description__icontains=word)
            | Q(municipality__name__icontains=word)
        )
    return entries


def facets_of(campaign: Campaign) -> Facets:
    """Towns and size classes that have entries, in one query whose cost follows the towns, not the entries."""
    counts = CampaignTown.objects.filter(campaign=campaign, entries__gt=0).select_related("municipality")
    towns = [
        TownFacet(count.municipality, count.size_class, count.entries)
        for count in counts.order_by("municipality__name_folded", "municipality__district")
    ]
    classes = [
        (index, campaign.size_class_label(index), sum(town.entries for town in towns if town.size_class == index))
        for index in sorted({town.size_class for town in towns})
    ]
    return Facets(towns=towns, classes=classes, total=sum(town.entries for town in towns))


def gallery_page(*, campaign: Campaign, filters: Filters, seed: int, page: int, size: int = PAGE_SIZE) -> GalleryPage:
    """One page of the gallery in the visitor's own order. A page number out of range gives the nearest there is."""
    facets = facets_of(campaign)
    total = total_of(campaign, filters, facets)
    pages = max(1, ceil(total / size))
    number = min(max(1, page), pages)
    entries = _walked(visible_entries(campaign, filters), walk_for(seed), (number - 1) * size, size) if total else []
    return GalleryPage(_with(campaign, entries), number, pages, total, facets)


def total_of(campaign: Campaign, filters: Filters, facets: Facets) -> int:
    """How many public entries match; only a search for words counts entries."""
    if filters.text:
        return visible_entries(campaign, filters).count()
    return sum(
        town.entries
        for town in facets.towns
        if filters.town in {"", town.municipality.pk}
        and filters.district in {"", town.municipality.district_ags}
        and filters.size_class in {None, town.size_class}
    )


def _with(campaign: Campaign, entries: list[Entry]) -> list[Entry]:
    """Hand the campaign to its entries, so that no address costs a query."""
    for entry in entries:
        entry.campaign = campaign
    return entries


def _parts(entries: QuerySet[Entry], walk: Walk) -> tuple[QuerySet[Entry], QuerySet[Entry]]:
    """The walk from its start to the end, and the rest of the round."""
    order = [f"-{walk.key}", "-pk"] if walk.is_descending else [walk.key, "pk"]
    first, rest = ("lte", "gt") if walk.is_descending else ("gte", "lt")
    ordered = entries.order_by(*order)
    bounds: list[dict[str, Any]] = [{f"{walk.key}__{word}": walk.start} for word in (first, rest)]
    return ordered.filter(**bounds[0]), ordered.filter(**bounds[1])


def _walked(entries: QuerySet[Entry], walk: Walk, offset: int, size: int) -> list[Entry]:
    """`size` entries of the walk from `offset` on. Only the page on which the round starts anew costs a count."""
    head, rest = _parts(entries, walk)
    found = list(head[offset : offset + size])
    if len(found) == size:
        return found
    begin = offset + len(found) - head.count() if offset and not found else 0
    return found + list(rest[begin : begin + size - len(found)])


def town_entries(campaign: Campaign, municipality: Municipality, seed: int) -> list[Entry]:
    """All public entries of one town, in the visitor's own order."""
    entries = visible_entries(campaign, Filters(town=municipality.pk))
    head, rest = _parts(entries, walk_for(seed))
    return _with(campaign, [*head, *rest])


def neighbours(entry: Entry, seed: int) -> tuple[Entry | None, Entry | None]:
    """The entries before and after this one in the visitor's own order; a round without end, None when alone."""
    walk = walk_for(seed)
    others = visible_entries(entry.campaign).exclude(pk=entry.pk)
    after = _next(others, entry, walk.key, descending=walk.is_descending)
    before = _next(others, entry, walk.key, descending=not walk.is_descending)
    _with(entry.campaign, [other for other in (before, after) if other])
    return before, after


def _next(others: QuerySet[Entry], entry: Entry, key: str, *, descending: bool) -> Entry | None:
    word, order = ("lt", [f"-{key}", "-pk"]) if descending else ("gt", [key, "pk"])
    here = getattr(entry, key)
    beyond = Q(**{f"{key}__{word}": here}) | Q(**{key: here, f"pk__{word}": entry.pk})
    ordered = others.order_by(*order)
    return ordered.filter(beyond).first() or ordered.first()
