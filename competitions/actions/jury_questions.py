"""Marks and questions of jurors beside their points; the office answers questions, to the juror who asked."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import LONGEST_NOTE, Reason
from competitions.models import Assignment, JurorQuestion
from competitions.refusals import refused

from .letters import send_juror_answer
from .reviewing import reviewable


@transaction.atomic
def ask_office(*, assignment: Assignment, text: str, by: User, now: datetime) -> JurorQuestion:
    """A juror asks the office about an assigned candidate."""
    current = reviewable(assignment, by, now)
    if not text.strip():
        raise refused(Reason.WORDS_MISSING, field="text")
    question = JurorQuestion.objects.create(assignment=current, text=text.strip()[:LONGEST_NOTE], asked_at=now)
    audit.record(action="competitions.review.asked", target=current.candidate, actor=by, now=now)
    return question


@transaction.atomic
def answer_juror(*, question: JurorQuestion, text: str, by: User, now: datetime) -> None:
    """The office answers once; the juror gets a mail that an answer is there."""
    if not text.strip():
        raise refused(Reason.WORDS_MISSING, field="text")
    changed = JurorQuestion.objects.filter(pk=question.pk, answered_at__isnull=True).update(
        answer=text.strip(), answered_at=now, answered_by=by
    )
    if not changed:
        raise refused(Reason.FASTER)
    question.refresh_from_db()
    audit.record(action="competitions.review.answered", target=question.assignment.candidate, actor=by, now=now)
    send_juror_answer(question)
