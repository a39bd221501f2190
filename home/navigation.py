"""The ways through the site: built once, kept for a minute, forgotten when a page or the settings change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from django.conf import settings as django_settings
from django.core.cache import cache
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction, Site

from cms.core.languages import EASY, active_language, site_root
from home.models import (
    FormPage,
    GroupIndexPage,
    GroupPage,
    MembersIndexPage,
    NewsIndexPage,
    SiteSettings,
    StandardPage,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

T = TypeVar("T")
KEEP_SECONDS = 60
_LINKED = (
    "id",
    "title",
    "slug",
    "translation_key",
    "url_path",
    "locale_id",
    "depth",
    "path",
    "numchild",
    "live",
    "show_in_menus",
    "content_type_id",
)
EPOCH_KEY = "home:navigation:epoch"
# The legal pages: the setting that names each, the last part of its usual address, the words of the link.
LEGAL_PAGES = {
    "imprint_page": ("impressum", gettext_lazy("Impressum")),
    "privacy_page": ("datenschutz", gettext_lazy("Datenschutz")),
    "accessibility_page": ("barrierefreiheit", gettext_lazy("Erklärung zur Barrierefreiheit")),
}
EASY_PAGE = {"easy_page": ("leichte-sprache", gettext_lazy("Leichte Sprache"))}
_USUAL = {slug for slug, _name in (*LEGAL_PAGES.values(), *EASY_PAGE.values())}


@dataclass(frozen=True)
class Link:
    """Where a word leads; `current` says that the reader is there or below."""

    title: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Column:
    """A headed list of links in the footer."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class House:
    """How to reach the office."""

    office: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Navigation:
    """Everything that header, footer and the office's section need."""

    menu: tuple[Link, ...] = ()
    legal: tuple[Link, ...] = ()
    partners: Link | None = None
    news: Link | None = None
    house: House | None = None
    members: str = ""
    alliance: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()
    languages: tuple[str, ...] = ()


def navigation(request: HttpRequest) -> Navigation:
    """Return the navigation of the request's site in the active language; no query when it is known."""
    known = getattr(request, "_navigation", None)
    if known is None:
        known = request._navigation = _cached(request)  # type: ignore[attr-defined]
    return known


def _cached(request: HttpRequest) -> Navigation:
    def make() -> Navigation:
        site = Site.find_for_request(request)
        return _built(request, site) if site else Navigation()

    return kept(request, "navigation", make)


def kept(request: HttpRequest, name: str, make: Callable[[], T]) -> T:
    """Return what was made for this site and language within the last minute, or make it anew."""
    epoch = cache.get(EPOCH_KEY, 0)
    key = f"home:{name}:{epoch}:{get_language()}:{quote(request.get_host())}"
    found: T | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, KEEP_SECONDS)
    return found


def _built(request: HttpRequest, site: Site) -> Navigation:
    roots = site.root_page.get_translations(inclusive=True).live().select_related("locale")
    written = {page.locale.language_code: page for page in roots}
    root = written.get(active_language(), site.root_page)
    languages = tuple(code for code, _name in django_settings.LANGUAGES if code in written)
    stored = SiteSettings.objects.filter(site=site).select_related(*SiteSettings.select_related)
    settings = stored.first() or SiteSettings(site=site)
    closed = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    pages = _pages(root, site.root_page)
    parts = _parts_of(root, pages)
    return Navigation(
        menu=_links(((page.title, page) for page in parts if page.show_in_menus), request),
        legal=_legal(root, _usual_of(site.root_page, pages), EASY in languages, settings, request),
        partners=_first([(_("Partner werden"), settings.partners_page)], request),
        news=_first(((_("Alle Meldungen"), page) for page in parts if _is(page, NewsIndexPage)), request),
        house=House(**{part.name: getattr(settings, part.name) for part in fields(House)}),
        members=_members_address(pages, request),
        alliance=_links(((page.title, page) for page in _alliance(parts, closed)), request),
        more=_links(((page.title, page) for page in parts if _is_beside_menu(page, closed)), request),
        languages=languages,
    )


def _pages(root: Page, first: Page) -> list[Page]:
    """The parts of the site below `root`, what has a usual legal address below `first`, and where members go.

    All in one query, because every page of the site waits for it once a minute.
    """
    members = Q(content_type__app_label="home", content_type__model=MembersIndexPage._meta.model_name)
    is_part = Q(path__startswith=root.path, depth=root.depth + 1)
    is_legal = Q(path__startswith=first.path, depth__gt=first.depth, slug__in=_USUAL)
    found = Page.objects.live().filter(is_part | is_legal | members)
    return list(found.order_by("path").only(*_LINKED))


def _parts_of(root: Page, pages: Iterable[Page]) -> list[Page]:
    return [page for page in pages if page.depth == root.depth + 1 and page.path.startswith(root.path)]


def _usual_of(first: Page, pages: Iterable[Page]) -> dict[str, Page]:
    """By its slug the highest page that has a usual legal address."""
    highest_last = sorted(pages, key=lambda page: (page.depth, page.path), reverse=True)
    return {page.slug: page for page in highest_last if page.slug in _USUAL and page.path.startswith(first.path)}


def _is(page: Page, *kinds: type[Page]) -> bool:
    """Tell whether a page, loaded as a bare one, is one of these; no query."""
    kind = page.cached_content_type.model_class()
    return kind is not None and issubclass(kind, kinds)


def _alliance(parts: Iterable[Page], closed: tuple[str, ...]) -> list[Page]:
    """The page of the alliance and what stands below it, but for the groups that it shows itself."""
    for index in parts:
        if _is(index, GroupIndexPage) and not index.path.startswith(closed):
            below = index.get_children().live().only(*_LINKED)
            return [index, *(page for page in below if not (_is(page, GroupPage) or page.path.startswith(closed)))]
    return []


def _is_beside_menu(page: Page, closed: tuple[str, ...]) -> bool:
    """The other parts of the site that have no place in the menu; pages of text are linked where they belong."""
    if page.show_in_menus or page.path.startswith(closed):
        return False
    return not _is(page, StandardPage, FormPage, MembersIndexPage, GroupIndexPage)


def _members_address(pages: Iterable[Page], request: HttpRequest) -> str:
    """Where members go, in whatever language; it asks strangers to log in by itself."""
    areas = (page for page in pages if _is(page, MembersIndexPage))
    area = min(areas, key=lambda page: (page.depth, page.pk), default=None)
    return (area.get_url(request) or "") if area is not None else ""


def _legal(
    root: Page, usual: Mapping[str, Page], has_easy: bool, settings: SiteSettings, request: HttpRequest
) -> tuple[Link, ...]:
    """The pages that the settings name; where they name none, the page that has the usual address.

    As long as there are no pages in Leichte Sprache, the one about it stands for them.
    """

    def named(wanted: Mapping[str, tuple[str, _StrPromise]]) -> Iterator[tuple[str, Page | None]]:
        for field, (slug, name) in wanted.items():
            chosen = getattr(settings, field)
            found = chosen if chosen is not None and chosen.live else usual.get(slug)
            yield str(name), found if found is None or found.locale_id == root.locale_id else found.localized

    easy = (Link(_("Leichte Sprache"), site_root(EASY)),) if has_easy else _links(named(EASY_PAGE), request)
    return (*_links(named(LEGAL_PAGES), request), Link(_("Barriere melden"), reverse("home:barrier")), *easy)


def _first(named: Iterable[tuple[str, Page | None]], request: HttpRequest) -> Link | None:
    return next(iter(_links(named, request)), None)


def _links(named: Iterable[tuple[str, Page | None]], request: HttpRequest) -> tuple[Link, ...]:
    links = []
    for title, page in named:
        url = page.get_url(request) if page is not None and page.live else None
        if url:
            links.append(Link(title, url))
    return tuple(links)


def menu_at(found: Navigation, path: str) -> list[Link]:
    """Return the menu with the reader's place marked."""
    return [replace(link, current=path.startswith(link.url)) for link in found.menu]


def legal_at(found: Navigation, path: str) -> list[Link]:
    """Return the legal links; „Barriere melden“ takes the reader's page along."""
    barrier = reverse("home:barrier")
    return [
        replace(link, url=f"{barrier}?seite={quote(path)}") if link.url == barrier and path != barrier else link
        for link in found.legal
    ]


def footer_columns(found: Navigation) -> list[Column]:
    """Return the lists of the footer: the alliance, everything else, service."""
    known = {link.url for link in found.alliance}
    partners = [found.partners] if found.partners and found.partners.url not in known else []
    rest = [link for link in (*found.menu, *found.more) if link.url not in known]
    service = [
        Link(_("Ihre Hinweise"), reverse("home:hint")),
        Link(_("Newsletter"), reverse("home:newsletter")),
        Link(_("Für Partner: anmelden"), found.members or reverse("account_login")),
        Link(_("Nachrichten als Atom-Feed"), reverse("home:news_feed")),
    ]
    if not found.alliance:
        return [Column(_("Das Bündnis"), (*rest, *partners)), Column(_("Service"), tuple(service))]
    return [
        Column(_("Das Bündnis"), (*found.alliance, *partners)),
        Column(_("Entdecken"), tuple(rest)),
        Column(_("Service"), tuple(service)),
    ]


def forget(**_kwargs: Any) -> None:
    """Build anew at the next request (receiver of page and settings signals)."""
    try:
        cache.incr(EPOCH_KEY)
    except ValueError:
        cache.set(EPOCH_KEY, 1, None)
