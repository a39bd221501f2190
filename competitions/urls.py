"""Public addresses of a competition, below the page that presents it."""

from __future__ import annotations

from django.urls import path

from competitions.views import applying

app_name = "competitions"
urlpatterns = [
    path("wettbewerbe/<slug:slug>/bewerben/", applying.apply, name="apply"),
]
