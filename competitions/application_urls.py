"""Addresses below /konto/bewerbungen/."""

from __future__ import annotations

from django.urls import path

from competitions.views import applicant, writing

app_name = "applications"
urlpatterns = [
    path("", applicant.mine, name="list"),
    path("<slug:code>/", applicant.detail, name="detail"),
    path("<slug:code>/teil/<slug:key>/", writing.part, name="part"),
    path("<slug:code>/pruefen/", applicant.check, name="check"),
    path("<slug:code>/senden/", applicant.send, name="send"),
    path("<slug:code>/eingang/", applicant.receipt, name="receipt"),
    path("<slug:code>/zurueckholen/", applicant.call_back, name="call_back"),
    path("<slug:code>/zurueckziehen/", applicant.withdraw, name="withdraw"),
    path("<slug:code>/datei/<uuid:key>/", applicant.own_file, name="file"),
]
