"""The directory of partners: list and map with the same filters."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cms.places.domain import fold_name
from cms.places.models import Municipality
from home.domain.facets import Item
from home.enums import PartnerKind
from home.models import Partner
from home.queries.finding import asked_in, found_in, has_words, page_number, page_of
from home.queries.listing import Listing, counting_map, in_order
from home.queries.pages import pictures

NAMES = ("art", "ort")
PER_PAGE = 30


def partner_list(query: QueryDict) -> Listing:
    """Read the address and find; at most seven queries, however many partners there are."""
    asked = asked_in(query, NAMES)
    fields = ("pk", "kind", "municipality_id", "name", "about", "municipality__name")
    rows = sorted(Partner.objects.public().values_list(*fields), key=lambda row: fold_name(row[3]))
    items = [
        Item(pk, {"art": frozenset({kind}), "ort": frozenset({ags} if ags else ())}) for pk, kind, ags, *_said in rows
    ]
    words = fold_name(asked.text).split()
    matching = [item for item, row in zip(items, rows, strict=True) if has_words(words, row[3:])]
    towns = Municipality.objects.filter(ags__in={row[2] for row in rows}).order_by("name_folded", "district")
    shown = (
        ("art", _("Art"), _("Alle Arten"), dict(PartnerKind.choices)),
        ("ort", _("Ort"), _("Alle Orte"), {town.ags: town.label for town in towns}),
    )
    found = found_in(items, matching, asked, shown)
    if asked.view:
        seats = Partner.objects.filter(pk__in=found.keys).values_list("municipality_id", flat=True)
        return Listing(found, [], map=counting_map((ags for ags in seats if ags), asked))
    page = page_of(found.keys, page_number(query), PER_PAGE)
    return Listing(found, _with_logos(list(page.object_list)), page)


def _with_logos(keys: list[int]) -> list[Partner]:
    rows = in_order(keys, Partner.objects.select_related("municipality").in_bulk(keys))
    logos = pictures(row.logo_id for row in rows)
    for row in rows:
        row.logo = logos.get(row.logo_id)
    return rows


def partners_by_kind() -> list[tuple[str, list[str]]]:
    """[(kind, names)] of the public partners, for an overview; one query."""
    names: dict[str, list[str]] = {kind: [] for kind in PartnerKind.values}
    for kind, name in Partner.objects.public().values_list("kind", "name"):
        names[kind].append(name)
    return [(str(PartnerKind(kind).label), sorted(found, key=fold_name)) for kind, found in names.items() if found]
