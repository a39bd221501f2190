"""Addresses that exist once, whatever the language: they belong to machines."""

from __future__ import annotations

from django.urls import path

from home.views import finding

urlpatterns = [
    path("sitemap.xml", finding.sitemap, name="sitemap"),
    path("robots.txt", finding.robots, name="robots"),
    path("manifest.webmanifest", finding.manifest, name="manifest"),
    path("favicon.ico", finding.favicon, name="favicon"),
]
