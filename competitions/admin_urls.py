"""The office's addresses below /verwaltung/."""

from __future__ import annotations

from django.urls import path

from competitions.views import (
    checking,
    deciding,
    dossier,
    inbox,
    letters,
    meeting,
    minutes,
    office,
    panel,
    register,
    setting_up,
    watching,
)

STAGE = "wettbewerbe/<slug:slug>/<int:number>/"
APPLICATION = "wettbewerbe/bewerbung/<str:code>/"

urlpatterns = [
    path("wettbewerbe/", office.overview, name="competitions_office"),
    path("wettbewerbe/formular-vorschau/", setting_up.unsaved_preview, name="competitions_unsaved_preview"),
    path("wettbewerbe/<slug:slug>/einrichten/", setting_up.setup, name="competitions_setup"),
    path("wettbewerbe/<slug:slug>/kopieren/", setting_up.copy, name="competitions_copy"),
    path(f"{STAGE}formulare/", setting_up.forms, name="competitions_forms"),
    path(f"{STAGE}formulare/<int:version>/", setting_up.form_preview, name="competitions_form_preview"),
    path(f"{STAGE}weiterkommen/", setting_up.promote, name="competitions_promote"),
    path("wettbewerbe/bewerbung/<str:code>/", office.application, name="competitions_application"),
    path(f"{APPLICATION}nachfordern/", checking.ask, name="competitions_ask"),
    path(f"{APPLICATION}nachforderung-beenden/", checking.take_back, name="competitions_take_back"),
    path(f"{APPLICATION}notizen/", checking.note, name="competitions_note"),
    path(f"{APPLICATION}jury-fassung/", checking.redact, name="competitions_redact"),
    path(f"{APPLICATION}akte.zip", dossier.dossier, name="competitions_dossier"),
    path(f"{STAGE}akten.zip", dossier.dossiers, name="competitions_dossiers"),
    path(f"{STAGE}fragen/", inbox.questions, name="competitions_questions"),
    path("wettbewerbe/frage/<uuid:key>/", inbox.question, name="competitions_question"),
    path(f"{STAGE}verlaengern/", checking.extend, name="competitions_extend"),
    path("wettbewerbe/datei/<uuid:key>/", office.application_file, name="competitions_application_file"),
    path(STAGE, register.register, name="competitions_register"),
    path(f"{STAGE}tabelle.xlsx", register.workbook, name="competitions_register_workbook"),
    path(f"{STAGE}ansicht/", register.keep_view, name="competitions_register_view"),
    path(f"{STAGE}jury/", panel.panel, name="competitions_panel"),
    path(f"{STAGE}jury/einladen/", panel.invite, name="competitions_panel_invite"),
    path(f"{STAGE}jury/ausscheiden/", panel.remove, name="competitions_panel_remove"),
    path(f"{STAGE}jury/zuweisen/", panel.assign, name="competitions_panel_assign"),
    path(f"{STAGE}jury/wieder-oeffnen/", panel.reopen, name="competitions_review_reopen"),
    path(f"{STAGE}jury/aendern/", panel.move, name="competitions_panel_move"),
    path(f"{STAGE}jury/nachruecken/", panel.replace, name="competitions_panel_replace"),
    path(f"{STAGE}jury/verknuepfen/", panel.linking, name="competitions_panel_linking"),
    path(f"{STAGE}jury/erinnern/", watching.remind, name="competitions_panel_remind"),
    path(f"{STAGE}jury/rueckfragen/", watching.questions, name="competitions_jury_questions"),
    path(f"{STAGE}einsehen/", watching.peek, name="competitions_peek"),
    path(f"{STAGE}rangfolge/", deciding.ranking, name="competitions_ranking"),
    path(f"{STAGE}abschliessen/", deciding.close, name="competitions_close"),
    path(f"{STAGE}wieder-oeffnen/", deciding.reopen, name="competitions_reopen"),
    path(f"{STAGE}beratung/", deciding.deliberation, name="competitions_deliberation"),
    path(f"{STAGE}beratung/niederschrift.pdf", minutes.minutes, name="competitions_minutes"),
    path(f"{STAGE}beratung/urkunde/<slug:key>.pdf", minutes.certificate, name="competitions_certificate"),
    path(f"{STAGE}beratung/bild/<slug:key>/", letters.picture, name="competitions_picture"),
    path(f"{STAGE}briefe/", letters.letters, name="competitions_letters"),
    path(f"{STAGE}briefe/senden/", letters.send, name="competitions_letters_send"),
    path(f"{STAGE}briefe/vorlage/<slug:verdict>/", letters.words, name="competitions_letter_words"),
    path(f"{STAGE}beratung/sitzung/", meeting.chair, name="competitions_meeting"),
    path(f"{STAGE}beratung/endgueltig/", deciding.commit, name="competitions_commit"),
]
