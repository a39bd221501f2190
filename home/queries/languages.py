"""The page that somebody reads in the other languages: where it lies, and whether it is written there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.core.languages import EASY, active_language, site_root, without_prefix
from home.navigation import navigation

P = TypeVar("P", bound=Page)


@dataclass(frozen=True)
class Language:
    """One language of the switch; `is_written` when this very page exists in it."""

    code: str
    title: str
    url: str
    is_current: bool = False
    is_written: bool = False


def languages_of(request: HttpRequest) -> list[Language]:
    """Return the page of this request in every language that the site has; one query for a page, none for a form."""
    active = active_language()
    offered = navigation(request).languages
    if len(offered) < 2:
        return []
    route = getattr(request, "_wagtail_route_for_request", None)
    pages = _translations(route.page) if route is not None else {}
    found = []
    for code in offered:
        page = pages.get(code)
        url = page.get_url(request) if page is not None else _same_address(request, code)
        is_written = page is not None or (route is None and url != site_root(code))
        found.append(Language(code, _title(code, active), url or site_root(code), code == active, is_written))
    return found


def in_reach(pages: QuerySet[P]) -> QuerySet[P]:
    """Narrow pages to the active language, with the German ones in place of those that are not written in it."""
    active = active_language()
    written = pages.filter(locale__language_code=active)
    if active == settings.LANGUAGE_CODE:
        return written
    missing = Q(locale__language_code=settings.LANGUAGE_CODE) & ~Q(
        translation_key__in=written.values("translation_key")
    )
    return pages.filter(Q(locale__language_code=active) | missing)


def foreign(page: Page) -> str:
    """Return the language of a page that is not written in the active one, for `lang` in HTML; else nothing."""
    code: str = page.locale.language_code
    return "" if code == translation.get_language() else code


def in_active_language(pages: dict[int, Page]) -> dict[int, Page]:
    """Replace pages that an editor chose by their published translations; no query in German."""
    active = active_language()
    if active == settings.LANGUAGE_CODE or not pages:
        return pages
    keys = [page.translation_key for page in pages.values()]
    found = Page.objects.live().filter(locale__language_code=active, translation_key__in=keys)
    written = {page.translation_key: page for page in found}
    return {number: written.get(page.translation_key, page) for number, page in pages.items()}


def _translations(page: Page) -> dict[str, Page]:
    """The page itself and its published translations by language."""
    found = page.get_translations(inclusive=True).live().select_related("locale")
    return {other.locale.language_code: other for other in found}


def _same_address(request: HttpRequest, code: str) -> str:
    """The address below the prefix of another language, where the same view answers; else where the language begins."""
    path = f"{site_root(code)}{without_prefix(request.path)[1:]}"
    asked = getattr(request.resolver_match, "view_name", None)
    with translation.override(code):
        try:
            same = asked is not None and resolve(path).view_name == asked
        except Resolver404:
            same = False
    query = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    return f"{path}?{query}" if same and query else path if same else site_root(code)


def _title(code: str, active: str) -> str:
    """How the switch names a language; who reads Leichte Sprache goes back to everyday language."""
    if code == settings.LANGUAGE_CODE and active == EASY:
        return _("Alltagssprache")
    return dict(settings.LANGUAGES)[code]
