"""Addresses below /intern/ that are no pages."""

from __future__ import annotations

from django.urls import path

from home.views import members

urlpatterns = [
    path("neuigkeiten/", members.news, name="members_news"),
    path("unterlagen/", members.documents, name="members_documents"),
    path("datei/<uuid:key>/", members.document, name="members_document"),
    path("gruppen/<slug:slug>/", members.group, name="members_group"),
    path("mitglieder/", members.directory, name="members_directory"),
    path("profil/", members.profile, name="members_profile"),
]
