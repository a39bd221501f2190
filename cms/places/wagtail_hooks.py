"""What the places add to the admin."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from cms.places.views.importing import import_municipalities
from cms.places.viewsets import MunicipalityViewSet


@hooks.register("register_admin_viewset")
def municipality_viewset() -> MunicipalityViewSet:
    return MunicipalityViewSet()


@hooks.register("register_admin_urls")
def import_url() -> list[URLPattern]:
    return [path("kommunen/einlesen/", import_municipalities, name="places_import")]
