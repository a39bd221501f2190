"""The addresses of the moderators' desk and of the office's page, below /verwaltung/."""

from __future__ import annotations

from django.urls import path

from campaigns.views import moderation, office

DESK = "kampagne/<slug:slug>"

urlpatterns = [
    path("moderation/", moderation.queue, name="campaigns_moderation"),
    path("moderation/meldungen/", moderation.reports, name="campaigns_reports"),
    path("moderation/meldungen/<uuid:key>/", moderation.close_report, name="campaigns_report_close"),
    path("moderation/<str:code>/", moderation.entry_detail, name="campaigns_moderation_entry"),
    path("moderation/<str:code>/entscheiden/", moderation.decide, name="campaigns_moderation_decide"),
    path("moderation/<str:code>/foto/<int:width>/", moderation.photo, name="campaigns_moderation_photo"),
    path(f"{DESK}/", office.campaign_desk, name="campaigns_desk"),
    path(f"{DESK}/veroeffentlichen/", office.publish, name="campaigns_publish"),
    path(f"{DESK}/schluessel/", office.destroy_key, name="campaigns_destroy_key"),
    path(f"{DESK}/stimmzettel/", office.ballots, name="campaigns_ballots"),
    path(f"{DESK}/stimmzettel/<int:number>/", office.decide_on_ballot, name="campaigns_ballot_decide"),
]
