"""The office's inbox: questions about a stage, the unanswered ones first."""

from __future__ import annotations

from django.db.models import F, QuerySet

from cms.accounts.models import User
from competitions import permissions
from competitions.models import Enquiry, JurorQuestion, Stage


def office_questions(user: User) -> QuerySet[Enquiry]:
    """All questions, for the office alone."""
    if not permissions.is_office(user):
        return Enquiry.objects.none()
    return Enquiry.objects.select_related("stage__competition", "application", "asked_by", "answered_by")


def inbox(user: User, stage: Stage) -> QuerySet[Enquiry]:
    """Questions of a stage: the open ones, the longest waiting first, then the answered ones, the newest first."""
    found = office_questions(user).filter(stage=stage)
    return found.order_by(F("answered_at").desc(nulls_first=True), "asked_at", "pk")


def open_jury_questions(user: User) -> QuerySet[JurorQuestion]:
    """What jurors asked and nobody has answered, the oldest first; for the office alone."""
    if not permissions.is_office(user):
        return JurorQuestion.objects.none()
    found = JurorQuestion.objects.filter(answered_at__isnull=True)
    return found.select_related("assignment__candidate__stage__competition").order_by("asked_at", "pk")
