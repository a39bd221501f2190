"""The office asks for more: named parts open again; unanswered, what was handed in last counts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason, asking_refusal, known_parts
from competitions.models import Application, ApplicationFile, FollowUp, Submission
from competitions.refusals import check, refused

from .letters import send_follow_up
from .locks import lock_application

KEPT = ("title", "organisation", "organisation_kind", "contact_name", "contact_phone", "partners", "answers")


@transaction.atomic
def ask_for_more(
    *, application: Application, parts: Collection[str], until: datetime, message: str, by: User, now: datetime
) -> FollowUp:
    """Open the named parts (keys of the form, or „bewerbung“) again until a moment; the applicant gets a mail.

    Possible after the deadline, before the application is decided on, one request at a time.
    """
    current = lock_application(application)
    if current.stage.closed_at is not None:
        raise refused(Reason.STAGE_CLOSED)
    _refuse_asking(current, until, now)
    opened = known_parts(current.form_version.form, parts)
    if not opened or len(opened) != len(set(parts)):
        raise refused(Reason.FOLLOW_UP_PARTS, field="parts")
    if not message.strip():
        raise refused(Reason.MESSAGE_MISSING, field="message")
    if current.follow_up is not None:
        settle_follow_up(follow_up=current.follow_up, now=now)
    asked = _create(current, opened, until, message.strip(), by, now)
    audit.record(
        action="competitions.application.more_asked",
        target=current,
        actor=by,
        changes={"parts": (None, ", ".join(opened)), "until": (None, until)},
        now=now,
    )
    send_follow_up(asked)
    return asked


def _refuse_asking(application: Application, until: datetime, now: datetime) -> None:
    refusal = asking_refusal(
        application.state,
        application.stage.dates,
        now,
        extended_until=application.extended_until,
        opened=application.opened,
        until=until,
    )
    check(refusal, field="until" if refusal is Reason.FOLLOW_UP_UNTIL else None)


def _create(
    application: Application, parts: list[str], until: datetime, message: str, by: User, now: datetime
) -> FollowUp:
    try:
        with transaction.atomic():
            return FollowUp.objects.create(
                application=application, parts=parts, message=message, until=until, asked_by=by, asked_at=now
            )
    except IntegrityError as error:
        raise refused(Reason.FOLLOW_UP_RUNNING) from error


@transaction.atomic
def take_back_follow_up(*, follow_up: FollowUp, by: User, now: datetime) -> None:
    """End a request before its time, for instance because the answer came by telephone."""
    current = lock_application(follow_up.application)
    if not settle_follow_up(follow_up=follow_up, now=now):
        raise refused(Reason.FASTER)
    audit.record(action="competitions.application.more_taken_back", target=current, actor=by, now=now)


@transaction.atomic
def settle_follow_up(*, follow_up: FollowUp, now: datetime) -> bool:
    """Close an unanswered request: what was typed and not sent gives way to what was handed in last.

    Returns whether there was anything to close.
    """
    closed = FollowUp.objects.filter(pk=follow_up.pk, closed_at__isnull=True).update(closed_at=now)
    submission = follow_up.application.submissions.order_by("-ordinal").first()
    if closed and submission is not None:
        _restore(follow_up.application, submission, now)
    return bool(closed)


def _restore(application: Application, submission: Submission, now: datetime) -> None:
    content = submission.content
    fields: dict[str, Any] = {name: content[name] for name in KEPT if name in content}
    Application.objects.filter(pk=application.pk).update(
        **fields, municipality_id=content["municipality"], revision=F("revision") + 1
    )
    sent = {(file["question"], file["sha256"]) for file in content["files"]}
    for file in ApplicationFile.everything.filter(application=application):
        is_part = (file.question, file.sha256) in sent
        if is_part == (file.removed_at is not None):
            removed_at = None if is_part else now
            ApplicationFile.everything.filter(pk=file.pk).update(removed_at=removed_at)


def settle_expired_follow_ups(*, now: datetime) -> int:
    """Close every request whose time is over; returns how many."""
    expired = FollowUp.objects.filter(closed_at__isnull=True, until__lte=now).select_related("application")
    return sum(settle_follow_up(follow_up=asked, now=now) for asked in expired)
