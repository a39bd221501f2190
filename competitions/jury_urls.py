"""Addresses below /jury/."""

from __future__ import annotations

from django.urls import path

from competitions.views import joining, jury, meeting

STAGE = "<slug:slug>/<int:number>/"

app_name = "jury"
urlpatterns = [
    path("", jury.desk, name="desk"),
    path("datei/<uuid:key>/", jury.candidate_file, name="file"),
    path(f"einladung/{STAGE}", joining.join, name="join"),
    path(f"erklaerung/{STAGE}", joining.declare, name="declare"),
    path(f"uebersicht/{STAGE}", joining.overview, name="overview"),
    path(f"beratung/{STAGE}", meeting.follow, name="meeting"),
    path("<slug:key>/", jury.score, name="score"),
    path("<slug:key>/befangen/", jury.step_aside, name="step_aside"),
    path("<slug:key>/rueckfrage/", joining.ask, name="ask"),
]
