"""A page that is not written in the language of its address: it says so and leads to the German one."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from wagtail.models import Page


def untranslated(request: HttpRequest, page: Page) -> HttpResponse:
    """Say that this page is written in German only, and lead there."""
    with translation.override(settings.LANGUAGE_CODE):
        url = page.get_url(request)
    return render(request, "home/untranslated.html", {"german": page, "german_url": url})


def offer_german(page: Page, request: HttpRequest, args: object, kwargs: object) -> HttpResponse | None:
    """Wagtail hook before a page is served: below a prefix without pages the German ones do not pretend."""
    active = translation.get_language()
    if active == settings.LANGUAGE_CODE or active == page.locale.language_code:
        return None
    return untranslated(request, page)
