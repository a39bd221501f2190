"""What KOMPASS, funding guide and data view add below /verwaltung/."""

from __future__ import annotations

from django.urls import path

from home.views import data_import, funding, suggestions

urlpatterns = [
    path("beispielvorschlaege/", suggestions.suggestions, name="home_suggestions"),
    path("beispielvorschlaege/<uuid:key>/", suggestions.suggestion, name="home_suggestion"),
    path("beispielvorschlaege/<uuid:key>/uebernehmen/", suggestions.take_over, name="home_suggestion_take_over"),
    path("foerderprogramme/", funding.programmes, name="home_programmes"),
    path("foerderprogramme/foerderprogramme.xlsx", funding.programmes_xlsx, name="home_programmes_xlsx"),
    path("foerderprogramme/<int:pk>/geprueft/", funding.programme_checked, name="home_programme_checked"),
    path("daten/", data_import.data_pages, name="home_data"),
    path("daten/<int:pk>/einlesen/", data_import.upload, name="home_data_import"),
    path("daten/<int:pk>/einlesen/bestaetigen/", data_import.confirm, name="home_data_confirm"),
    path("daten/stand/<int:pk>/loeschen/", data_import.remove, name="home_data_remove"),
]
