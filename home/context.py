"""Context processor: menu, legal links and footer, built only where a template asks for them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.navigation import footer_columns, legal_at, menu_at, navigation


def ways(request: HttpRequest) -> dict[str, Any]:
    """Return lazy lists under the names that the page skeletons use."""
    return {
        "site_nav": SimpleLazyObject(lambda: menu_at(navigation(request), request.path)),
        "legal_links": SimpleLazyObject(lambda: legal_at(navigation(request), request.path)),
        "footer_columns": SimpleLazyObject(lambda: footer_columns(navigation(request))),
        "site_languages": SimpleLazyObject(lambda: languages(request)),
    }


def languages(request: HttpRequest) -> list[Any]:
    """Return the page shown in every language of the site, see `home.queries.languages`."""
    from home.queries import languages_of

    return languages_of(request)
