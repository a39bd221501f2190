"""Questions to the office as applicants and visitors read them."""

from __future__ import annotations

from django.db.models import QuerySet

from competitions.models import Application, Competition, Enquiry


def published_questions(competition: Competition) -> QuerySet[Enquiry]:
    """What everybody may read, over all stages; without who asked or answered."""
    return Enquiry.objects.published().filter(stage__competition=competition).only("wording", "answer", "answered_at")


def questions_of(application: Application) -> QuerySet[Enquiry]:
    """What the people of one application have asked, the newest first."""
    return Enquiry.objects.filter(application=application).select_related("asked_by")
