"""The gallery's filters as they stand in an address: read, written, and each with the way to be without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.models import Campaign
from campaigns.queries import Facets, Filters, total_of
from cms.places.models import Municipality

_LONGEST: Final = 80
# field of Filters → name in the address, and its value for „everything“
_NAMES: Final[dict[str, tuple[str, Any]]] = {
    "town": ("ort", ""),
    "district": ("kreis", ""),
    "size_class": ("groesse", None),
    "text": ("suche", ""),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force: its words, the address without it, and how many photos that would leave."""

    label: str
    url: str
    left: int | None = None


def filters_from(query: QueryDict) -> Filters:
    """Filters as they stand in an address; whatever makes no sense is left out."""
    size = query.get("groesse", "")
    return Filters(
        town=_digits(query.get("ort", ""), 8),
        district=_digits(query.get("kreis", ""), 5),
        size_class=int(size) if size.isascii() and size.isdigit() and len(size) < 3 else None,
        text=query.get("suche", "").replace("\0", "").strip()[:_LONGEST],
    )


def _digits(text: str, length: int) -> str:
    return text if text.isascii() and text.isdigit() and len(text) == length else ""


def query_of(filters: Filters) -> str:
    """The filters as they stand in an address, to be linked."""
    values = {name: getattr(filters, field) for field, (name, _all) in _NAMES.items()}
    return urlencode({name: value for name, value in values.items() if value not in {"", None}})


def chips_of(campaign: Campaign, filters: Filters, facets: Facets, *, counted: bool = False) -> list[Chip]:
    """The filters in force. `counted` says what each removal would show: for the page that found nothing."""
    chips = []
    for field, label in _words(campaign, filters, facets):
        without = replace(filters, **{field: _NAMES[field][1]})
        left = total_of(campaign, without, facets) if counted else None
        chips.append(Chip(label, f"?{query_of(without)}", left))
    return chips


def _words(campaign: Campaign, filters: Filters, facets: Facets) -> Iterator[tuple[str, str]]:
    """Each filter in force with its words."""
    if filters.town:
        yield "town", _town(filters.town, facets)
    if filters.district:
        names = {ags: name for ags, name, _entries in facets.districts}
        yield "district", _("Kreis %(name)s") % {"name": names.get(filters.district, filters.district)}
    if filters.size_class is not None:
        is_known = filters.size_class <= len(campaign.size_bounds)
        label = campaign.size_class_label(filters.size_class) if is_known else str(filters.size_class)
        yield "size_class", _("Orte %(size)s") % {"size": label}
    if filters.text:
        yield "text", _("„%(text)s“") % {"text": filters.text}


def _town(ags: str, facets: Facets) -> str:
    """The town's name; only one without photos has to be looked up."""
    names = {town.municipality.pk: town.municipality.label for town in facets.towns}
    if ags in names:
        return names[ags]
    town = Municipality.objects.filter(pk=ags).first()
    return town.label if town else ags


def said(found: int, total: int) -> str:
    """How many of all photos the filters leave."""
    if not found:
        return _("Kein Foto von %(all)d passt zu allen Filtern.") % {"all": total}
    words = ngettext("Ein Foto von %(all)d", "%(n)d von %(all)d Fotos", found)
    return words % {"n": found, "all": total}
