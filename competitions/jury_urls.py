"""Addresses below /jury/."""

from __future__ import annotations

from django.urls import path

from competitions.views import jury

app_name = "jury"
urlpatterns = [
    path("", jury.desk, name="desk"),
    path("datei/<uuid:key>/", jury.candidate_file, name="file"),
    path("<slug:key>/", jury.score, name="score"),
    path("<slug:key>/befangen/", jury.step_aside, name="step_aside"),
]
