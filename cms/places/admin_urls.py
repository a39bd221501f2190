"""The address of the register import in the admin."""

from __future__ import annotations

from django.urls import path

from cms.places.views.importing import import_municipalities

urlpatterns = [path("kommunen/einlesen/", import_municipalities, name="places_import")]
