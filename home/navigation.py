"""The ways through the site: built once, kept for a minute, forgotten when a page or the settings change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from django.conf import settings as django_settings
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.core.languages import EASY, site_root
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
_LINKED = ("id", "title", "url_path", "locale_id", "depth", "path")
EPOCH_KEY = "home:navigation:epoch"
# The legal pages: the setting that names each, the last part of its usual address, the words of the link.
LEGAL_PAGES = {
    "imprint_page": ("impressum", gettext_lazy("Impressum")),
    "privacy_page": ("datenschutz", gettext_lazy("Datenschutz")),
    "accessibility_page": ("barrierefreiheit", gettext_lazy("Erklärung zur Barrierefreiheit")),
}
EASY_PAGE = {"easy_page": ("leichte-sprache", gettext_lazy("Leichte Sprache"))}


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
    root = site.root_page.localized
    pages = root.get_children().live().in_menu().only(*_LINKED)
    stored = SiteSettings.objects.filter(site=site).select_related(*SiteSettings.select_related)
    settings = stored.first() or SiteSettings(site=site)
    languages = _languages(site)
    legal = [
        *_legal_links(LEGAL_PAGES, site, settings, request),
        Link(_("Barriere melden"), reverse("home:barrier")),
        *_easy_link(languages, site, settings, request),
    ]
    partners = next(iter(_links([(_("Partner werden"), settings.partners_page)], request)), None)
    return Navigation(
        menu=tuple(_links(((page.title, page) for page in pages), request)),
        legal=tuple(legal),
        partners=partners,
        news=next(
            iter(_links([(_("Alle Meldungen"), NewsIndexPage.objects.live().descendant_of(root).first())], request)),
            None,
        ),
        house=House(**{part.name: getattr(settings, part.name) for part in fields(House)}),
        members=_members_address(request),
        alliance=tuple(_links(_alliance(root), request)),
        more=tuple(_links(((page.title, page) for page in _beside_menu(root)), request)),
        languages=languages,
    )


def _alliance(root: Page) -> list[tuple[str, Page]]:
    """The page of the alliance and what stands below it, but for the groups that it shows itself."""
    index = GroupIndexPage.objects.live().public().child_of(root).first()
    if index is None:
        return []
    below = index.get_children().live().public().not_type(GroupPage).only(*_LINKED)
    return [(page.title, page) for page in (index, *below)]


def _beside_menu(root: Page) -> QuerySet[Page]:
    """The other parts of the site that have no place in the menu; pages of text are linked where they belong."""
    parts = root.get_children().live().public().not_in_menu()
    return parts.not_type(StandardPage, FormPage, MembersIndexPage, GroupIndexPage).only(*_LINKED)


def _languages(site: Site) -> tuple[str, ...]:
    """The languages whose start page is published, in the order of the settings."""
    roots = site.root_page.get_translations(inclusive=True).live()
    written = set(roots.values_list("locale__language_code", flat=True))
    return tuple(code for code, _name in django_settings.LANGUAGES if code in written)


def _easy_link(languages: tuple[str, ...], site: Site, settings: SiteSettings, request: HttpRequest) -> list[Link]:
    """To the pages in Leichte Sprache; as long as there are none, to the page that the settings name."""
    if EASY in languages:
        return [Link(_("Leichte Sprache"), site_root(EASY))]
    return _legal_links(EASY_PAGE, site, settings, request)


def _members_address(request: HttpRequest) -> str:
    """Where members go; it asks strangers to log in by itself."""
    area = MembersIndexPage.objects.live().order_by("depth", "pk").first()
    return (area.get_url(request) or "") if area is not None else ""


def _legal_links(
    wanted: Mapping[str, tuple[str, _StrPromise]], site: Site, settings: SiteSettings, request: HttpRequest
) -> list[Link]:
    """The pages that the settings name; where they name none, the page that has the usual address."""
    slugs = [slug for slug, _name in wanted.values()]
    pages = site.root_page.get_descendants().live().filter(slug__in=slugs).order_by("-depth", "-path")
    usual = {page.slug: page for page in pages}
    named = []
    for field, (slug, name) in wanted.items():
        chosen = getattr(settings, field)
        found = chosen if chosen is not None and chosen.live else usual.get(slug)
        named.append((str(name), found.localized if found is not None else None))
    return _links(named, request)


def _links(named: Iterable[tuple[str, Page | None]], request: HttpRequest) -> list[Link]:
    links = []
    for title, page in named:
        url = page.get_url(request) if page is not None and page.live else None
        if url:
            links.append(Link(title, url))
    return links


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
