"""Addresses of the pages that are forms, and of the news feed; everything else is a Wagtail page."""

from __future__ import annotations

from django.urls import path

from home import feeds, views

app_name = "home"

urlpatterns = [
    path("hinweise/", views.hint, name="hint"),
    path("hinweise/danke/", views.thanks, {"kind": "hint"}, name="hint_thanks"),
    path("barriere-melden/", views.barrier, name="barrier"),
    path("barriere-melden/danke/", views.thanks, {"kind": "barrier"}, name="barrier_thanks"),
    path("aktuelles.atom", feeds.NewsFeed(), name="news_feed"),
]
