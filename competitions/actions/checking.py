"""The formal check: an admitted application becomes a candidate at once, frozen and redacted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import (
    APPLICATION_STEPS,
    Reason,
    admission_refusal,
    reasoned_refusal,
)
from competitions.enums import ApplicationState, ApplicationStep, FormalCheckItem, FormalOutcome
from competitions.models import Application, Candidate, FormalCheck
from competitions.refusals import check, refused

from .follow_ups import settle_follow_up
from .freezing import freeze
from .letters import send_outcome


@transaction.atomic
def admit_application(*, application: Application, ticked: Collection[str], by: User, now: datetime) -> Candidate:
    """Let it take part: the jury gets a frozen copy, the applicant a mail. Two officers at once give one decision."""
    check(admission_refusal(ticked), field="ticked")
    current = _decide(application, ApplicationStep.ADMIT, now)
    formal_check = _note(current, FormalOutcome.ADMITTED, ticked, "", by, now)
    candidate = freeze(current, now)
    send_outcome(formal_check)
    return candidate


@transaction.atomic
def refuse_application(
    *, application: Application, ticked: Collection[str], reason: str, by: User, now: datetime
) -> FormalCheck:
    """Turn it down with a reason that the applicant reads."""
    check(reasoned_refusal(reason), field="reason")
    current = _decide(application, ApplicationStep.REFUSE, now)
    formal_check = _note(current, FormalOutcome.REFUSED, ticked, reason.strip(), by, now)
    send_outcome(formal_check)
    return formal_check


def _decide(application: Application, step: ApplicationStep, now: datetime) -> Application:
    """One conditional update; what is not „sent“ any more was decided or called back by somebody faster."""
    current = (
        Application.objects.select_for_update(of=("self",))
        .select_related("stage__competition", "form_version", "municipality", "lead")
        .get(pk=application.pk)
    )
    if current.stage.closed_at is not None:
        raise refused(Reason.STAGE_CLOSED)
    if now < current.deadline:
        raise refused(Reason.CALL_STILL_OPEN)
    if current.opened is not None and now < current.opened.until:
        raise refused(Reason.FOLLOW_UP_RUNNING)
    if current.follow_up is not None and settle_follow_up(follow_up=current.follow_up, now=now):
        current.refresh_from_db()
    transition = APPLICATION_STEPS[step]
    changed = Application.objects.filter(pk=current.pk, state__in=transition.sources).update(state=transition.target)
    if not changed:
        raise refused(Reason.FASTER)
    return current


def _note(
    application: Application,
    outcome: FormalOutcome,
    ticked: Collection[str],
    reason: str,
    by: User,
    now: datetime,
) -> FormalCheck:
    try:
        with transaction.atomic():
            formal_check = FormalCheck.objects.create(
                application=application,
                outcome=outcome,
                ticked=[item.value for item in FormalCheckItem if item.value in ticked],
                reason=reason,
                checked_by=by,
                checked_at=now,
            )
    except IntegrityError as error:
        raise refused(Reason.FASTER) from error
    audit.record(
        action=f"competitions.application.{outcome.value}",
        target=application,
        actor=by,
        changes={"state": (ApplicationState.SENT.value, outcome.value)},
        reason=reason,
        now=now,
    )
    return formal_check
