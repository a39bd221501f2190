"""The document library: by topic, year and kind, and by words in title and summary."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Length, Substr
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionViewRestriction

from cms.places.domain import fold_name
from home.domain.facets import Item
from home.enums import DocumentKind
from home.models import SiteDocument
from home.queries.finding import asked_in, found_in, has_words, page_number, page_of
from home.queries.listing import Listing, in_order

TOPIC = ("topics__slug", "topics__name")
NAMES = ("thema", "jahr", "art")
PER_PAGE = 25


def library() -> QuerySet[SiteDocument]:
    """Every listed document that everybody may read, the newest first; those of restricted collections are left out."""
    above = Substr(OuterRef("collection__path"), 1, Length("collection__path"))
    closed = CollectionViewRestriction.objects.filter(collection__path=above)
    return SiteDocument.objects.filter(~Exists(closed), in_library=True).order_by("-year", "title", "pk")


def document_list(query: QueryDict) -> Listing:
    """Read the address and find; two queries, however many documents there are."""
    asked = asked_in(query, NAMES)
    topics: dict[int, set[str]] = defaultdict(set)
    rows, names = {}, {}
    for pk, *row, slug, name in library().values_list("pk", "year", "kind", "title", "summary", *TOPIC):
        rows[pk] = row
        if slug:
            topics[pk].add(slug)
            names[slug] = name
    items = [
        Item(
            pk,
            {
                "thema": frozenset(topics[pk]),
                "jahr": frozenset({str(year)} if year else ()),
                "art": frozenset({kind}),
            },
        )
        for pk, (year, kind, *_said) in rows.items()
    ]
    words = fold_name(asked.text).split()
    matching = [item for item in items if has_words(words, rows[item.pk][2:])]
    years = {str(row[0]): str(row[0]) for row in rows.values() if row[0]}
    shown = (
        ("thema", _("Thema"), _("Alle Themen"), dict(sorted(names.items(), key=lambda topic: fold_name(topic[1])))),
        ("jahr", _("Jahr"), _("Alle Jahre"), years),
        ("art", _("Art"), _("Alle Arten"), dict(DocumentKind.choices)),
    )
    found = found_in(items, matching, asked, shown)
    page = page_of(found.keys, page_number(query), PER_PAGE)
    return Listing(found, in_order(page.object_list, SiteDocument.objects.in_bulk(list(page.object_list))), page)
