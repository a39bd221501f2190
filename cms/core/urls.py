"""Addresses of the machine room and of public files."""

from __future__ import annotations

from django.urls import path

from cms.core.views import health, media

urlpatterns = [
    path("gesund/live", health.live, name="health_live"),
    path("gesund/ready", health.ready, name="health_ready"),
    path("medien/<path:name>", media.public_file, name="public_file"),
]
