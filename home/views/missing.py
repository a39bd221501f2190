"""Where nothing lies: the German page if there is one, otherwise ways on."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import translation
from wagtail.models import Page, Site

from cms.core.languages import without_prefix
from home.models import InternalPage
from home.untranslated import untranslated


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The answer to every address without a page."""
    if translation.get_language() != settings.LANGUAGE_CODE and (page := _german_page(request)) is not None:
        return untranslated(request, page)
    return render(request, "404.html", status=404)


def _german_page(request: HttpRequest) -> Page | None:
    """The public German page at the same address without prefix."""
    path = without_prefix(request.path_info)
    site = Site.find_for_request(request)
    with translation.override(settings.LANGUAGE_CODE):
        try:
            if site is None or resolve(path).view_name != "wagtail_serve":
                return None
            found = site.root_page.specific.route(request, [part for part in path.split("/") if part]).page
        except (Http404, Resolver404):
            return None
    is_closed = isinstance(found, InternalPage) or found.get_view_restrictions().exists()
    return None if is_closed else found
