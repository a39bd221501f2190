"""What the site's search looks through: a row per source; nothing that is not public for everybody is ever found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionViewRestriction, Locale, Page, get_page_models
from wagtail.search.models import IndexEntry

from campaigns.models import Entry
from cms.core.words import WORD, excerpt, meant, stem, words
from competitions.enums import Verdict
from competitions.models import Decision
from home import models
from home.navigation import kept

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Pieces = list[tuple[str, bool]]
PER_PAGE = 20
PER_GROUP = 5
RANKED_PAGES = 60
MOST_HITS = 100  # of a source that is no page; who finds more adds a word
MOST_PAGES = 300
LEAST_LETTERS = 4
TEXT_FIELD = "body_text" if any(column.name == "body_text" for column in IndexEntry._meta.get_fields()) else "body"


@dataclass(frozen=True)
class Hit:
    title: str
    url: str
    text: Pieces = field(default_factory=list)
    meta: str = ""


@dataclass(frozen=True)
class Group:
    """What was found of one kind: the first hits and how many there are."""

    key: str
    label: str
    count: int
    hits: list[Hit]
    is_more: bool = False  # the count is a lower bound


@dataclass(frozen=True)
class Found:
    groups: list[Group]
    page: ListPage[Hit] | None = None
    kind: str = ""
    meant: str = ""

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


# kinds of pages, in the order of the filter; a page type that is named nowhere belongs to the last
PAGE_KINDS: tuple[tuple[str, _StrPromise, tuple[type[Page], ...]], ...] = (
    ("mitmachen", _("Kampagnen und Wettbewerbe"), (models.CampaignPage, models.CompetitionPage)),
    ("projekte", _("Arbeitsgruppen und Projekte"), (models.GroupPage, models.ProjectPage)),
    (
        "beispiele",
        _("KOMPASS: Beispiele und Wege"),
        (models.ExamplePage, models.MeasurePage, models.ProblemPage, models.GuidePage),
    ),
    ("foerderung", _("Förderprogramme"), (models.FundingPage,)),
    ("nachrichten", _("Nachrichten"), (models.NewsPage,)),
    ("termine", _("Termine"), (models.EventPage,)),
    ("seiten", _("Seiten"), ()),
)


def page_kinds() -> dict[int, str]:
    """Return the kind of every page type that visitors may find, by content type; pages for members are in none."""
    named = {kind: key for key, _label, kinds in PAGE_KINDS for kind in kinds}
    public = [kind for kind in get_page_models() if not issubclass(kind, models.InternalPage) and kind is not Page]
    found = ContentType.objects.get_for_models(*public)
    return {number.pk: named.get(kind, "seiten") for kind, number in found.items()}


def search(request: HttpRequest, query: str, *, kind: str = "", number: str | None = None) -> Found:
    """Look through all sources. `kind`: page through one of them; nine queries at most, however much is found."""
    kinds = page_kinds()
    pages = _public_pages(kinds)
    counts = _page_counts(pages, query, kinds)
    groups = [*_page_groups(request, pages, query, kinds, counts, kind), *_other_groups(query)]
    groups = [group for group in groups if group.count]
    chosen = next((group for group in groups if group.key == kind), None)
    if not groups:
        return Found([], meant=_meant(request, pages, query))
    if chosen is None:
        return Found(groups)
    return Found(groups, _list_page(request, pages, query, kinds, chosen, number), kind)


def _public_pages(kinds: dict[int, str]) -> QuerySet[Page]:
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), content_type_id__in=kinds)
    return pages.only("id", "title", "url_path", "path", "depth", "locale_id", "content_type_id", "search_description")


def _page_counts(pages: QuerySet[Page], query: str, kinds: dict[int, str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for content_type, count in pages.search(query).facet("content_type_id").items():
        counts[kinds[content_type]] = counts.get(kinds[content_type], 0) + count
    return counts


def _page_groups(
    request: HttpRequest,
    pages: QuerySet[Page],
    query: str,
    kinds: dict[int, str],
    counts: dict[str, int],
    kind: str,
) -> list[Group]:
    """The best pages, by kind; without their hits when one kind is read alone."""
    shown: dict[str, list[Page]] = {}
    if counts and not kind:
        for page in pages.search(query)[:RANKED_PAGES]:
            of_kind = shown.setdefault(kinds[page.content_type_id], [])
            if len(of_kind) < PER_GROUP:
                of_kind.append(page)
    hits = _page_hits(request, [page for some in shown.values() for page in some], query)
    return [
        Group(key, str(label), counts.get(key, 0), [hits[page.pk] for page in shown.get(key, [])])
        for key, label, _types in PAGE_KINDS
    ]


def _page_hits(request: HttpRequest, pages: Iterable[Page], query: str) -> dict[int, Hit]:
    """Pages with the part of their text where the words stand; one query."""
    found = {page.pk: page for page in pages}
    rows = IndexEntry.objects.filter(
        object_id__in=[str(number) for number in found],
        content_type_id__in={page.content_type_id for page in found.values()},
    )
    texts = {int(number): text or "" for number, text in rows.values_list("object_id", TEXT_FIELD)} if found else {}
    return {
        number: Hit(page.title, page.get_url(request) or "/", excerpt(texts.get(number, ""), query))
        for number, page in found.items()
    }


def _list_page(
    request: HttpRequest,
    pages: QuerySet[Page],
    query: str,
    kinds: dict[int, str],
    chosen: Group,
    number: str | None,
) -> ListPage[Hit]:
    if chosen.hits:
        return Paginator(chosen.hits, PER_PAGE).get_page(number)
    types = [content_type for content_type, key in kinds.items() if key == chosen.key]
    found = pages.filter(content_type_id__in=types).search(query)
    page = Paginator(range(min(chosen.count, MOST_PAGES)), PER_PAGE).get_page(number)
    first = page.start_index() - 1
    some = list(found[first : first + PER_PAGE])
    hits = _page_hits(request, some, query)
    page.object_list = [hits[one.pk] for one in some]
    return page


def _other_groups(query: str) -> list[Group]:
    sources: tuple[tuple[str, _StrPromise, Callable[[str], list[Hit]]], ...] = (
        ("dokumente", _("Dokumente"), _documents),
        ("beitraege", _("Beiträge der Kampagnen"), _entries),
        ("preise", _("Ausgezeichnete Vorhaben"), _winners),
    )
    groups = []
    for key, label, find in sources:
        hits = find(query)
        groups.append(Group(key, str(label), min(len(hits), MOST_HITS), hits[:MOST_HITS], len(hits) > MOST_HITS))
    return groups


def _documents(query: str) -> list[Hit]:
    closed = [restriction.collection for restriction in CollectionViewRestriction.objects.select_related("collection")]
    found = models.SiteDocument.objects.filter(in_library=True)
    for collection in closed:
        found = found.exclude(collection__in=collection.get_descendants(inclusive=True))
    return [
        Hit(
            document.title,
            document.url,
            excerpt(document.summary, query),
            f"{document.format_label} {document.year or ''}",
        )
        for document in found.search(query)[: MOST_HITS + 1]
    ]


def _kind_and_year(document: models.SiteDocument) -> str:
    return ", ".join(str(part) for part in (document.format_label, document.year) if part)


def _with_words(query: str, *names: str) -> Q:
    """Every word of the query stands in one of these fields, in any form that begins like it."""
    wanted = Q()
    for word in words(query):
        short = word[: len(stem(word))]
        one = Q()
        for name in names:
            one |= Q(**{f"{name}__icontains": short})
        wanted &= one
    return wanted


def _entries(query: str) -> list[Hit]:
    found = Entry.objects.filter(is_public=True, campaign__pages__live=True).filter(
        _with_words(query, "title", "place", "reason", "description", "municipality__name")
    )
    rows = found.select_related("campaign", "municipality").distinct().order_by("-submitted_at")[: MOST_HITS + 1]
    return [
        Hit(
            row.title or row.place or row.code,
            row.get_absolute_url(),
            excerpt(row.reason or row.description, query),
            row.municipality.name if row.municipality else "",
        )
        for row in rows
    ]


def _winners(query: str) -> list[Hit]:
    names = (
        "candidate__title",
        "reason",
        "candidate__municipality__name",
        "candidate__application__municipality__name",
    )
    found = Decision.objects.filter(
        _with_words(query, *names),
        verdict=Verdict.AWARD,
        committed_at__isnull=False,
        candidate__stage__committed_at__isnull=False,
    ).select_related("candidate__stage__competition", "award")
    return [
        Hit(
            row.candidate.title,
            reverse("competitions:winners", args=[row.candidate.stage.competition.slug]),
            excerpt(row.reason, query),
            str(row.candidate.stage.competition),
        )
        for row in found.order_by("-committed_at", "pk")[: MOST_HITS + 1]
    ]


def _meant(request: HttpRequest, pages: QuerySet[Page], query: str) -> str:
    """Other words that exist on this site, for a query that finds nothing."""

    def read() -> list[str]:
        titles = [
            *pages.values_list("title", flat=True),
            *Entry.objects.filter(is_public=True).values_list("title", flat=True),
        ]
        return sorted({word for title in titles for word in WORD.findall(title) if len(word) >= LEAST_LETTERS})

    return meant(query, kept(request, "search-words", read))
