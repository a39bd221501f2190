"""What the pages add below /verwaltung/."""

from __future__ import annotations

from django.urls import path

from home import views

urlpatterns = [
    path("blickpunkte/", views.viewpoints, name="home_viewpoints"),
    path("blickpunkte/<str:code>/anlegen/", views.viewpoint_start, name="home_viewpoint_start"),
]
