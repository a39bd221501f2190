"""The office's inbox: questions about a stage, the unanswered ones first."""

from __future__ import annotations

from django.db.models import F, QuerySet

from cms.accounts.models import User
from competitions import permissions
from competitions.models import Enquiry, Stage


def office_questions(user: User) -> QuerySet[Enquiry]:
    """All questions, for the office alone."""
    if not permissions.is_office(user):
        return Enquiry.objects.none()
    return Enquiry.objects.select_related("stage__competition", "application", "asked_by", "answered_by")


def inbox(user: User, stage: Stage) -> QuerySet[Enquiry]:
    """Questions of a stage: the open ones, the longest waiting first, then the answered ones, the newest first."""
    found = office_questions(user).filter(stage=stage)
    return found.order_by(F("answered_at").desc(nulls_first=True), "asked_at", "pk")
