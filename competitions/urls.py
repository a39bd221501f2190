"""Public addresses of a competition, below the page that presents it."""

from __future__ import annotations

from django.urls import path

from competitions.views import applying, questions, winners

app_name = "competitions"
urlpatterns = [
    path("wettbewerbe/archiv/", winners.archive, name="archive"),
    path("wettbewerbe/<slug:slug>/preise/", winners.winners, name="winners"),
    path("wettbewerbe/<slug:slug>/bewerben/", applying.apply, name="apply"),
    path("wettbewerbe/<slug:slug>/fragen/", questions.public_questions, name="questions"),
]
