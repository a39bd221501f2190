"""Languages by address: German has no prefix, /leicht/ is German made easy, /en/ is English; nothing else decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import LocalePrefixPattern, URLPattern, URLResolver
from django.utils import translation
from django.utils.html import format_html

EASY = "de-simple"  # the registered variant for simplified language (BCP 47)


class SitePrefix(LocalePrefixPattern):
    """Writes and reads the prefix that the settings give a language, instead of its code."""

    def __init__(self) -> None:
        super().__init__(prefix_default_language=False)

    @property
    def language_prefix(self) -> str:
        return site_root().removeprefix("/")


def site_patterns(*urls: URLPattern | URLResolver) -> list[URLResolver]:
    """Return addresses that exist once per language."""
    return [URLResolver(SitePrefix(), list(urls))]


def site_root(code: str | None = None) -> str:
    """Return where the site begins in this language, by default the active one: „/“, „/en/“, „/leicht/“."""
    return f"/{settings.LANGUAGE_PREFIXES.get(code or translation.get_language() or '', '')}"


def language_of(path: str) -> str:
    """Return the language that an address is written in."""
    first = f"{path.removeprefix('/').split('/', 1)[0]}/"
    found = (code for code, prefix in settings.LANGUAGE_PREFIXES.items() if prefix == first)
    return next(found, settings.LANGUAGE_CODE)


def without_prefix(path: str) -> str:
    """Return the same address in the first language."""
    root = site_root(language_of(path))
    return f"/{path.removeprefix(root.rstrip('/')).lstrip('/')}"


def active_language() -> str:
    """Return the language that is spoken now, in a command without one the site's own."""
    return translation.get_language() or settings.LANGUAGE_CODE


def document_language(code: str | None = None) -> str:
    """Return the two letters that mails' and documents' machinery knows."""
    return (code or active_language())[:2]


def is_german() -> bool:
    """Tell whether the page is in German, Leichte Sprache included: what exists in German only need not say so."""
    return document_language() == "de"


def in_german(text: str) -> str:
    """Return words that exist in German only; on a page in another language they say so."""
    return text if is_german() or not text else format_html('<span lang="de">{}</span>', text)


class LanguageMiddleware:
    """Speak the language of the address, whatever the browser or a cookie says: one address, one page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        translation.activate(language_of(request.path_info))
        request.LANGUAGE_CODE = translation.get_language()  # type: ignore[attr-defined]
        response: Any = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
