"""Addresses of KOMPASS, funding guide and data view that are no Wagtail pages."""

from __future__ import annotations

from django.urls import path

from home.views import data, kompass

urlpatterns = [
    path("kompass/beispiel-vorschlagen/", kompass.suggest, name="suggest_example"),
    path("kompass/beispiel-vorschlagen/danke/", kompass.suggest_thanks, name="suggest_example_thanks"),
    path("kompass/mappe.pdf", kompass.dossier, name="dossier"),
    path("foerderung/passend/", kompass.funding_fitting, name="funding_fitting"),
    path("daten/<slug:slug>/tabelle.csv", data.table_csv, name="data_csv"),
    path("daten/<slug:slug>/tabelle.json", data.table_json, name="data_json"),
]
