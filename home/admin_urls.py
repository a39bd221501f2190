"""What the pages add below /verwaltung/."""

from __future__ import annotations

from django.urls import include, path

from home.views import viewpoints

urlpatterns = [
    path("blickpunkte/", viewpoints.viewpoints, name="home_viewpoints"),
    path("blickpunkte/<str:code>/anlegen/", viewpoints.viewpoint_start, name="home_viewpoint_start"),
    path("", include("home.kompass_admin_urls")),
]
