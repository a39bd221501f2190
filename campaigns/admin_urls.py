"""The addresses of the moderators' desk and of the office's page, below /verwaltung/."""

from __future__ import annotations

from django.urls import include, path

from campaigns.views import looking_ahead, office, results_admin

DESK = "kampagne/<slug:slug>"

urlpatterns = [
    path("moderation/", include("campaigns.moderation_urls")),
    path(f"{DESK}/", office.campaign_desk, name="campaigns_desk"),
    path(f"{DESK}/", include("campaigns.office_urls")),
    path("vorschau/beenden/", looking_ahead.end, name="campaigns_preview_end"),
    path(f"{DESK}/", include("campaigns.outcome_urls")),
    path(f"{DESK}/ergebnis/", results_admin.results, name="campaigns_results"),
    path(f"{DESK}/ergebnis/vorschau/", results_admin.preview, name="campaigns_result_preview"),
    path(f"{DESK}/veroeffentlichen/", results_admin.publish, name="campaigns_publish"),
    path(f"{DESK}/schluessel/", office.destroy_key, name="campaigns_destroy_key"),
    path(f"{DESK}/stimmzettel/", office.ballots, name="campaigns_ballots"),
    path(f"{DESK}/stimmzettel/<int:number>/", office.decide_on_ballot, name="campaigns_ballot_decide"),
]
