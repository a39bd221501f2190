"""What the places add to the admin."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from wagtail import hooks

from cms.places.viewsets import MunicipalityChooserViewSet, MunicipalityViewSet, municipality_chooser


@hooks.register("register_admin_viewset")
def municipality_viewset() -> MunicipalityViewSet:
    return MunicipalityViewSet()


@hooks.register("register_admin_urls")
def import_url() -> list[URLResolver]:
    return [path("", include("cms.places.admin_urls"))]


@hooks.register("register_admin_viewset")
def town_chooser() -> MunicipalityChooserViewSet:
    return municipality_chooser
