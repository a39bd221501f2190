"""What every page says about the house: its name, whether it is a demo, and the links the law asks for."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from cms.core import clock

LEGAL_LINKS = (
    {"url": "/impressum/", "title": _("Impressum")},
    {"url": "/datenschutz/", "title": _("Datenschutz")},
    {"url": "/barrierefreiheit/", "title": _("Erklärung zur Barrierefreiheit")},
    {"url": "/barriere-melden/", "title": _("Barriere melden")},
    {"url": "/leicht/", "title": _("Leichte Sprache")},
)


def house() -> dict[str, Any]:
    """The part that needs neither a request nor the database, fit for the error page of a broken server."""
    return {
        "site_name": settings.SITE_NAME,
        "base_url": settings.BASE_URL,
        "demo": settings.DEMO,
        "legal_links": LEGAL_LINKS,
    }


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `house()`, whether somebody is logged in (asked only where a template wants to know), and
    the moment that staff look ahead to.
    """
    user = getattr(request, "user", None)
    signed_in = SimpleLazyObject(lambda: bool(user and user.is_authenticated))
    return {**house(), "signed_in": signed_in, "preview_moment": clock.preview()}
