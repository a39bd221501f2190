"""Public addresses about places."""

from __future__ import annotations

from django.urls import path

from cms.places.views import towns

app_name = "places"

urlpatterns = [path("", towns.towns, name="towns")]
