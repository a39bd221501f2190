"""Addresses around events and forms: registering, the private page, calendar files, feeds."""

from __future__ import annotations

from django.urls import path

from home.views import events, form_pages

urlpatterns = [
    path("termine.ics", events.feed_ics, name="events_ics"),
    path("termine-<slug:kind>.ics", events.feed_ics, name="events_kind_ics"),
    path("termine.json", events.feed_json, name="events_json"),
    path("termin/<uuid:key>.ics", events.event_ics, name="event_ics"),
    path("termin/<uuid:key>/anmelden/", events.sign_up, name="sign_up"),
    path("termin/<uuid:key>/anmelden/postfach/", events.registration_sent, name="registration_sent"),
    path("termin/anmeldung/<str:token>/", events.registration, name="registration"),
    path("termin/anmeldung/<str:token>/bestaetigen/", events.registration_confirm, name="registration_confirm"),
    path("termin/anmeldung/<str:token>/absagen/", events.registration_cancel, name="registration_cancel"),
    path("formular/<uuid:key>/", form_pages.send, name="form_send"),
    path("formular/<uuid:key>/danke/", form_pages.thanks, name="form_thanks"),
]
