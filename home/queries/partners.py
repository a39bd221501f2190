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
    """Read the address and find; three queries at most, however many partners there are."""
    asked = asked_in(query, NAMES)
    partners = {partner.pk: partner for partner in _in_order_of_names()}
    items = [
        Item(pk, {"art": frozenset({partner.kind}), "ort": frozenset(filter(None, {partner.municipality_id}))})
        for pk, partner in partners.items()
    ]
    words = fold_name(asked.text).split()
    matching = [item for item in items if has_words(words, _said(partners[item.pk]))]
    seats = {partner.municipality for partner in partners.values() if partner.municipality}
    shown = (
        ("art", _("Art"), _("Alle Arten"), dict(PartnerKind.choices)),
        ("ort", _("Ort"), _("Alle Orte"), {town.ags: town.label for town in sorted(seats, key=_by_name)}),
    )
    found = found_in(items, matching, asked, shown)
    if asked.view:
        return Listing(found, [], map=counting_map((partners[pk].municipality_id or "" for pk in found.keys), asked))
    page = page_of(found.keys, page_number(query), PER_PAGE)
    rows = in_order(page.object_list, partners)
    logos = pictures(row.logo_id for row in rows)
    for row in rows:
        row.logo = logos.get(row.logo_id)
    return Listing(found, rows, page)


def _in_order_of_names() -> list[Partner]:
    found = Partner.objects.public().select_related("municipality")
    return sorted(found, key=lambda partner: fold_name(partner.name))


def _said(partner: Partner) -> tuple[str, str, str]:
    return partner.name, partner.about, partner.municipality.name if partner.municipality else ""


def _by_name(town: Municipality) -> tuple[str, str]:
    return town.name_folded, town.district


def partners_by_kind() -> list[tuple[str, list[str]]]:
    """[(kind, names)] of the public partners, for an overview; one query."""
    names: dict[str, list[str]] = {kind: [] for kind in PartnerKind.values}
    for kind, name in Partner.objects.public().values_list("kind", "name"):
        names[kind].append(name)
    return [(str(PartnerKind(kind).label), sorted(found, key=fold_name)) for kind, found in names.items() if found]
