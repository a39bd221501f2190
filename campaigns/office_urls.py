"""Addresses below the office's page of a campaign: preparing it, looking ahead, watching over the vote."""

from __future__ import annotations

from django.urls import path

from campaigns.views import looking_ahead, setting_up, supervision

urlpatterns = [
    path("einwilligungen/", setting_up.consents, name="campaigns_consents"),
    path("einwilligungen/<slug:kind>/", setting_up.new_consent, name="campaigns_consent_new"),
    path("kopieren/", setting_up.copy, name="campaigns_copy"),
    path("abstimmung/", supervision.supervision, name="campaigns_supervision"),
    path("abstimmung/suchen/", supervision.gather, name="campaigns_gather"),
    path("abstimmung/fall/<uuid:key>/", supervision.case, name="campaigns_case"),
    path("einblick/", supervision.peek, name="campaigns_peek"),
    path("vorschau/", looking_ahead.begin, name="campaigns_preview"),
]
