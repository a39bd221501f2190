"""The office's addresses below /verwaltung/."""

from __future__ import annotations

from django.urls import path

from competitions.views import deciding, office, panel, register, setting_up

STAGE = "wettbewerbe/<slug:slug>/<int:number>/"

urlpatterns = [
    path("wettbewerbe/", office.overview, name="competitions_office"),
    path("wettbewerbe/formular-vorschau/", setting_up.unsaved_preview, name="competitions_unsaved_preview"),
    path("wettbewerbe/<slug:slug>/einrichten/", setting_up.setup, name="competitions_setup"),
    path("wettbewerbe/<slug:slug>/kopieren/", setting_up.copy, name="competitions_copy"),
    path(f"{STAGE}formulare/", setting_up.forms, name="competitions_forms"),
    path(f"{STAGE}formulare/<int:version>/", setting_up.form_preview, name="competitions_form_preview"),
    path(f"{STAGE}weiterkommen/", setting_up.promote, name="competitions_promote"),
    path("wettbewerbe/bewerbung/<str:code>/", office.application, name="competitions_application"),
    path("wettbewerbe/datei/<uuid:key>/", office.application_file, name="competitions_application_file"),
    path(STAGE, register.register, name="competitions_register"),
    path(f"{STAGE}tabelle.xlsx", register.workbook, name="competitions_register_workbook"),
    path(f"{STAGE}ansicht/", register.keep_view, name="competitions_register_view"),
    path(f"{STAGE}jury/", panel.panel, name="competitions_panel"),
    path(f"{STAGE}jury/einladen/", panel.invite, name="competitions_panel_invite"),
    path(f"{STAGE}jury/ausscheiden/", panel.remove, name="competitions_panel_remove"),
    path(f"{STAGE}jury/zuweisen/", panel.assign, name="competitions_panel_assign"),
    path(f"{STAGE}jury/wieder-oeffnen/", panel.reopen, name="competitions_review_reopen"),
    path(f"{STAGE}rangfolge/", deciding.ranking, name="competitions_ranking"),
    path(f"{STAGE}abschliessen/", deciding.close, name="competitions_close"),
    path(f"{STAGE}wieder-oeffnen/", deciding.reopen, name="competitions_reopen"),
    path(f"{STAGE}beratung/", deciding.deliberation, name="competitions_deliberation"),
    path(f"{STAGE}beratung/endgueltig/", deciding.commit, name="competitions_commit"),
]
