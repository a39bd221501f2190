"""The addresses of the moderators' desk, below /verwaltung/moderation/. Codes of entries come after all words."""

from __future__ import annotations

from django.urls import path

from campaigns.views import (
    instagram,
    moderation,
    moderation_decisions,
    moderation_desk,
    moderation_entry,
    moderation_reports,
)

urlpatterns = [
    path("", moderation.queue, name="campaigns_moderation"),
    path("gemeinsam/", moderation.many, name="campaigns_moderation_many"),
    path("einstellungen/", moderation_desk.change_settings, name="campaigns_moderation_settings"),
    path("wirksam/", moderation_desk.release, name="campaigns_moderation_release"),
    path("zurueck/<uuid:key>/", moderation_desk.undo, name="campaigns_moderation_undo"),
    path("entscheidungen/", moderation_decisions.decisions, name="campaigns_decisions"),
    path("entscheidungen/tabelle/", moderation_decisions.decisions_workbook, name="campaigns_decisions_workbook"),
    path("instagram/", instagram.posts, name="campaigns_instagram"),
    path("instagram/<slug:slug>/abholen/", instagram.fetch, name="campaigns_instagram_fetch"),
    path("instagram/<uuid:key>/", instagram.decide, name="campaigns_instagram_decide"),
    path("instagram/<uuid:key>/foto/", instagram.photo, name="campaigns_instagram_photo"),
    path("meldungen/", moderation_reports.reports, name="campaigns_reports"),
    path("meldungen/<uuid:key>/", moderation_reports.close_report, name="campaigns_report_close"),
    path("<str:code>/", moderation_entry.entry_detail, name="campaigns_moderation_entry"),
    path("<str:code>/entscheiden/", moderation_entry.decide, name="campaigns_moderation_decide"),
    path("<str:code>/ansehen/", moderation_entry.looking, name="campaigns_moderation_looking"),
    path("<str:code>/meldungen/", moderation_reports.answer, name="campaigns_reports_answer"),
    path("<str:code>/foto/<int:width>/", moderation.photo, name="campaigns_moderation_photo"),
]
