"""Addresses below /newsletter/."""

from __future__ import annotations

from django.urls import path

from home.views import newsletter

urlpatterns = [
    path("", newsletter.subscribe, name="newsletter"),
    path("angefragt/", newsletter.asked, name="newsletter_asked"),
    path("bestaetigen/<str:token>/", newsletter.confirm, name="newsletter_confirm"),
    path("bestaetigt/", newsletter.confirmed, name="newsletter_confirmed"),
    path("abo/<str:token>/", newsletter.own, name="newsletter_own"),
    path("abo/<str:token>/abmelden/", newsletter.leave, name="newsletter_unsubscribe"),
    path("abgemeldet/", newsletter.left, name="newsletter_left"),
    path("link/", newsletter.link, name="newsletter_link"),
    path("archiv/", newsletter.archive, name="newsletter_archive"),
    path("archiv/<slug:slug>/", newsletter.issue, name="newsletter_issue"),
]
