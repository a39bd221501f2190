"""Addresses of the pages that are forms, and of the news feed; everything else is a Wagtail page."""

from __future__ import annotations

from django.urls import include, path

from home import feeds
from home.views import feedback, finding, search, signing

app_name = "home"

urlpatterns = [
    path("teilen/<uuid:key>.jpg", finding.share, name="share"),
    path("suche/", search.search, name="search"),
    path("hinweise/", feedback.hint, name="hint"),
    path("hinweise/danke/", feedback.thanks, {"kind": "hint"}, name="hint_thanks"),
    path("barriere-melden/", feedback.barrier, name="barrier"),
    path("barriere-melden/danke/", feedback.thanks, {"kind": "barrier"}, name="barrier_thanks"),
    path("buendniserklaerung/", signing.sign, name="sign"),
    path("buendniserklaerung/unterzeichnet/", signing.signed, name="signed"),
    path("buendniserklaerung/bestaetigen/<str:token>/", signing.confirm, name="sign_confirm"),
    path("buendniserklaerung/urkunde/<str:token>/", signing.certificate, name="sign_certificate"),
    path("newsletter/", include("home.newsletter_urls")),
    path("intern/", include("home.members_urls")),
    path("", include("home.event_urls")),
    path("aktuelles.atom", feeds.NewsFeed(), name="news_feed"),
    path("aktuelles/<slug:topic>.atom", feeds.NewsFeed(), name="topic_feed"),
    path("", include("home.kompass_urls")),
]
