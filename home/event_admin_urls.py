"""Addresses of the office's lists of registrations."""

from __future__ import annotations

from django.urls import path

from home.views import registrations_admin as registrations

urlpatterns = [
    path("anmeldungen/", registrations.events, name="home_registrations"),
    path("anmeldungen/<uuid:key>/", registrations.registrations, name="home_event_registrations"),
    path("anmeldungen/<uuid:key>/liste.xlsx", registrations.sheet, name="home_event_sheet"),
    path("anmeldungen/<uuid:key>/mail/", registrations.write, name="home_event_mail"),
    path("anmeldungen/<uuid:key>/<uuid:who>/absagen/", registrations.take_back, name="home_registration_take_back"),
]
