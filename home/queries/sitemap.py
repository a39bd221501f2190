"""All public pages with their translations; the same rule for what is public as the search has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from home.queries.search import page_kinds


@dataclass(frozen=True)
class MapEntry:
    """An address, when it last changed, and (language, address) of its translations, itself among them."""

    url: str
    changed: datetime | None
    languages: list[tuple[str, str]]


def _public() -> QuerySet[Page]:
    return Page.objects.live().public().filter(content_type_id__in=page_kinds())


def mapped_pages(request: HttpRequest) -> list[MapEntry]:
    """Return every public page; two queries."""
    names = ("id", "url_path", "path", "depth", "translation_key", "last_published_at", "locale__language_code")
    pages = list(_public().select_related("locale").only(*names).order_by("path"))
    paths = {page.pk: page.get_url(request) for page in pages}
    urls = {number: f"{settings.BASE_URL}{path}" if path else None for number, path in paths.items()}
    together: dict[UUID, list[tuple[str, str]]] = {}
    for page in pages:
        together.setdefault(page.translation_key, []).append((page.locale.language_code, urls[page.pk] or ""))
    return [
        MapEntry(urls[page.pk], page.last_published_at, together[page.translation_key])
        for page in pages
        if urls[page.pk]
    ]


def public_page(key: UUID, language: str) -> Page | None:
    """Return the public page with this key in a language, as its own type."""
    page = _public().filter(translation_key=key, locale__language_code=language).first()
    return page.specific if page is not None else None
