"""Handing in: send, send again, call back, withdraw. Every change of state is one conditional update."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import APPLICATION_STEPS, Reason, fingerprint, handing_in_refusal
from competitions.enums import ApplicationState, ApplicationStep
from competitions.models import Application, FollowUp, Submission
from competitions.refusals import check, refused

from .letters import send_receipt
from .locks import lock_application, lock_editable, take_step


@transaction.atomic
def send_application(*, application: Application, by: User, now: datetime) -> Submission:
    """Hand in what is there: freeze a copy, give it a number and a fingerprint, mail the receipt.

    While the office asks for more, this is the answer: a further copy, and what was open closes.
    """
    current = lock_editable(application, now)
    if not current.report().is_complete:
        raise refused(Reason.INCOMPLETE)
    asked = current.follow_up if current.state == ApplicationState.SENT else None
    if asked is None:
        take_step(current, ApplicationStep.SEND, sent_at=now)
    submission = _submit(current, by, now)
    if asked is not None:
        _close(asked, now, submission)
    audit.record(
        action=f"competitions.application.{'more_sent' if asked else 'sent'}",
        target=current,
        actor=by,
        changes={"state": (current.state, ApplicationState.SENT.value), "fingerprint": (None, submission.fingerprint)},
        now=now,
    )
    send_receipt(submission)
    return submission


def _submit(application: Application, by: User, now: datetime) -> Submission:
    content = handed_in(application)
    ordinal = application.submissions.count() + 1
    return Submission.objects.create(
        application=application,
        ordinal=ordinal,
        number=f"{application.code}-{ordinal}",
        sent_at=now,
        sent_by=by,
        fingerprint=fingerprint(content),
        content=content,
    )


def handed_in(application: Application) -> dict[str, Any]:
    """The canonical content of an application: what the fingerprint is taken of."""
    return {
        "code": application.code,
        "form": application.form_version.number,
        "title": application.title,
        "organisation": application.organisation,
        "organisation_kind": application.organisation_kind,
        "municipality": application.municipality_id,
        "contact_name": application.contact_name,
        "contact_phone": application.contact_phone,
        "partners": application.partners,
        "answers": application.answers,
        "files": [
            {"question": file.question, "name": file.name, "size": file.size, "sha256": file.sha256}
            for file in application.files.order_by("question", "pk")
        ],
    }


def _close(asked: FollowUp, now: datetime, submission: Submission | None = None) -> None:
    """End a request; nothing changed means that somebody was faster."""
    closed = FollowUp.objects.filter(pk=asked.pk, closed_at__isnull=True).update(closed_at=now, submission=submission)
    if not closed:
        raise refused(Reason.FASTER)


@transaction.atomic
def call_back_application(*, application: Application, by: User, now: datetime) -> None:
    """Turn a sent application back into a draft, as long as the deadline allows."""
    current = lock_application(application)
    check(handing_in_refusal(current.stage.dates, now, current.extended_until))
    if Application.objects.filter(stage=current.stage, lead=current.lead, state=ApplicationState.DRAFT).exists():
        raise refused(Reason.OTHER_DRAFT)
    take_step(current, ApplicationStep.CALL_BACK, sent_at=None)
    _end(current, ApplicationStep.CALL_BACK, "called_back", by, now)


@transaction.atomic
def withdraw_application(*, application: Application, by: User, now: datetime) -> None:
    """Give the application up for good; possible until the office has decided on it."""
    current = lock_application(application)
    take_step(current, ApplicationStep.WITHDRAW)
    _end(current, ApplicationStep.WITHDRAW, "withdrawn", by, now)


def _end(application: Application, step: ApplicationStep, verb: str, by: User, now: datetime) -> None:
    """Whatever the office has asked for ends with the step; the step goes on record."""
    if application.follow_up is not None:
        _close(application.follow_up, now)
    audit.record(
        action=f"competitions.application.{verb}",
        target=application,
        actor=by,
        changes={"state": (application.state, APPLICATION_STEPS[step].target)},
        now=now,
    )


@transaction.atomic
def extend_application(*, application: Application, until: datetime, reason: str, by: User, now: datetime) -> None:
    """Give one applicant more time, with a reason that stays on record."""
    current = lock_application(application)
    if not reason.strip():
        raise refused(Reason.REASON_MISSING, field="reason")
    if until <= current.deadline:
        raise refused(Reason.EXTENSION_BACKWARDS, field="until")
    Application.objects.filter(pk=current.pk).update(extended_until=until)
    audit.record(
        action="competitions.application.extended",
        target=current,
        actor=by,
        changes={"extended_until": (current.extended_until, until)},
        reason=reason.strip(),
        now=now,
    )
