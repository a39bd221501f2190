"""The document library: by topic, year and kind, and by words in title and summary."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionViewRestriction

from cms.places.domain import fold_name
from home.domain.facets import Item
from home.enums import DocumentKind
from home.models import SiteDocument, Topic
from home.queries.finding import asked_in, found_in, has_words, page_number, page_of
from home.queries.listing import Listing, in_order

NAMES = ("thema", "jahr", "art")
PER_PAGE = 25


def library() -> QuerySet[SiteDocument]:
    """Every listed document that everybody may read, the newest first; those of restricted collections are left out."""
    listed = SiteDocument.objects.filter(in_library=True)
    for restriction in CollectionViewRestriction.objects.select_related("collection"):
        path = restriction.collection.path
        listed = listed.exclude(collection__path__startswith=path)
    return listed.order_by("-year", "title", "pk")


def document_list(query: QueryDict) -> Listing:
    """Read the address and find; at most seven queries, however many documents there are."""
    asked = asked_in(query, NAMES)
    topics = _topics()
    rows = list(library().values_list("pk", "year", "kind", "title", "summary"))
    items = [
        Item(
            pk,
            {
                "thema": frozenset(topics[pk]),
                "jahr": frozenset({str(year)} if year else ()),
                "art": frozenset({kind}),
            },
        )
        for pk, year, kind, *_said in rows
    ]
    words = fold_name(asked.text).split()
    matching = [item for item, row in zip(items, rows, strict=True) if has_words(words, row[3:])]
    years = {str(year): str(year) for year in sorted({row[1] for row in rows if row[1]}, reverse=True)}
    shown = (
        ("thema", _("Thema"), _("Alle Themen"), dict(Topic.objects.values_list("slug", "name"))),
        ("jahr", _("Jahr"), _("Alle Jahre"), years),
        ("art", _("Art"), _("Alle Arten"), dict(DocumentKind.choices)),
    )
    found = found_in(items, matching, asked, shown)
    page = page_of(found.keys, page_number(query), PER_PAGE)
    return Listing(found, in_order(page.object_list, SiteDocument.objects.in_bulk(list(page.object_list))), page)


def _topics() -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for document, slug in SiteDocument.topics.through.objects.values_list("sitedocument_id", "topic__slug"):
        found[document].add(slug)
    return found
