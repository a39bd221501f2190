"""Questions to the office: asked by anybody, answered once by mail, published in words that name nobody."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason, clean_text
from competitions.models import Application, Enquiry, Stage
from competitions.refusals import refused

from .letters import send_answer

ADDRESS_KEPT = timedelta(days=180)


@transaction.atomic
def ask_question(
    *,
    stage: Stage,
    text: str,
    email: str = "",
    application: Application | None = None,
    by: User | None = None,
    now: datetime,
) -> Enquiry:
    """Put a question to the office. Somebody without an account names the address that the answer goes to."""
    if not clean_text(text):
        raise refused(Reason.QUESTION_MISSING, field="text")
    question = Enquiry.objects.create(
        stage=stage,
        application=application,
        asked_by=by,
        email="" if by else email,
        text=clean_text(text),
        asked_at=now,
    )
    audit.record(action="competitions.question.asked", target=question, actor=by, now=now)
    return question


@transaction.atomic
def answer_question(
    *, question: Enquiry, text: str, publish: bool = False, wording: str = "", by: User, now: datetime
) -> Enquiry:
    """Answer once: the asker gets a mail. With `publish` everybody reads `wording` and the answer."""
    if not clean_text(text):
        raise refused(Reason.ANSWER_MISSING, field="text")
    if publish and not clean_text(wording):
        raise refused(Reason.WORDING_MISSING, field="wording")
    answered = Enquiry.objects.filter(pk=question.pk, answered_at__isnull=True).update(
        answer=clean_text(text),
        answered_at=now,
        answered_by=by,
        wording=clean_text(wording),
        published_at=now if publish else None,
    )
    if not answered:
        raise refused(Reason.ALREADY_ANSWERED)
    current = _read(question)
    audit.record(action="competitions.question.answered", target=current, actor=by, now=now)
    if publish:
        audit.record(action="competitions.question.published", target=current, actor=by, now=now)
    send_answer(current)
    return current


@transaction.atomic
def publish_question(*, question: Enquiry, wording: str, by: User, now: datetime) -> Enquiry:
    """Show an answered question to everybody, or change the words in which it is shown."""
    if not clean_text(wording):
        raise refused(Reason.WORDING_MISSING, field="wording")
    found = Enquiry.objects.filter(pk=question.pk, answered_at__isnull=False)
    if not found.update(wording=clean_text(wording), published_at=now):
        raise refused(Reason.NOT_ANSWERED)
    current = _read(question)
    audit.record(action="competitions.question.published", target=current, actor=by, now=now)
    return current


@transaction.atomic
def hide_question(*, question: Enquiry, by: User, now: datetime) -> Enquiry:
    """Take a published question from the public page; the answer to the asker stays."""
    if not Enquiry.objects.filter(pk=question.pk, published_at__isnull=False).update(published_at=None):
        raise refused(Reason.FASTER)
    current = _read(question)
    audit.record(action="competitions.question.hidden", target=current, actor=by, now=now)
    return current


def _read(question: Enquiry) -> Enquiry:
    return Enquiry.objects.select_related("stage__competition", "asked_by", "application").get(pk=question.pk)


def forget_addresses(now: datetime) -> int:
    """Forget who asked without an account: half a year after the answer, a year after a question nobody answered."""
    answered = Q(answered_at__lte=now - ADDRESS_KEPT)
    unanswered = Q(answered_at__isnull=True, asked_at__lte=now - 2 * ADDRESS_KEPT)
    return Enquiry.objects.filter(answered | unanswered).exclude(email="").update(email="")
