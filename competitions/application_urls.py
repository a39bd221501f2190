"""Addresses below /konto/bewerbungen/."""

from __future__ import annotations

from django.urls import path

from competitions.views import applicant, editors, questions, receipts, writing

app_name = "applications"
urlpatterns = [
    path("", applicant.mine, name="list"),
    path("<slug:code>/", applicant.detail, name="detail"),
    path("<slug:code>/teil/<slug:key>/", writing.part, name="part"),
    path("<slug:code>/pruefen/", applicant.check, name="check"),
    path("<slug:code>/senden/", applicant.send, name="send"),
    path("<slug:code>/eingang/", receipts.receipt, name="receipt"),
    path("<slug:code>/eingang/<int:ordinal>/bewerbung.pdf", receipts.sent_pdf, name="pdf"),
    path("<slug:code>/team/", editors.team, name="team"),
    path("<slug:code>/team/entfernen/", editors.remove, name="remove_editor"),
    path("<slug:code>/team/verlassen/", editors.leave, name="leave"),
    path("<slug:code>/einladung/", editors.invitation, name="invitation"),
    path("<slug:code>/fragen/", questions.own_questions, name="questions"),
    path("<slug:code>/erinnerungen/", applicant.reminders, name="reminders"),
    path("<slug:code>/zurueckholen/", applicant.call_back, name="call_back"),
    path("<slug:code>/zurueckziehen/", applicant.withdraw, name="withdraw"),
    path("<slug:code>/datei/<uuid:key>/", applicant.own_file, name="file"),
]
