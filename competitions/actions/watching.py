"""The office looks after a jury that is at work: reminding, and, with a reason on record, a look at sealed scores."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason, reasoned_refusal
from competitions.models import Panel, PanelMember, Stage
from competitions.queries import Ranking, late_jurors, ranking
from competitions.refusals import check, refused

from .letters import send_jury_reminder
from .locks import lock_stage

PAUSE = timedelta(hours=12)
"""Nobody is reminded twice within this time."""


@transaction.atomic
def remind_jurors(*, stage: Stage, by: User, now: datetime) -> int:
    """Write to everybody who has open reviews or has not answered the invitation; returns to how many."""
    current = lock_stage(stage)
    reminded = [late for late in late_jurors(current, now) if _once(late.member, "reminded_at", now, PAUSE)]
    if not reminded:
        raise refused(Reason.NOBODY_TO_REMIND)
    for late in reminded:
        send_jury_reminder(late.member, late.open)
    changes = {"members": (None, len(reminded))}
    audit.record(action="competitions.panel.reminded", target=current, actor=by, changes=changes, now=now)
    return len(reminded)


def remind_due_jurors(*, now: datetime) -> int:
    """Once per juror, so many days before the end as the panel wants it; returns to how many."""
    panels = Panel.objects.filter(
        remind_days__gt=0, stage__closed_at__isnull=True, stage__jury_opens_at__lte=now, stage__jury_closes_at__gt=now
    ).select_related("stage")
    near = [panel.stage for panel in panels if panel.stage.jury_closes_at - timedelta(panel.remind_days) <= now]
    return sum(_remind_before_end(stage, now) for stage in near)


@transaction.atomic
def _remind_before_end(stage: Stage, now: datetime) -> int:
    current = lock_stage(stage)
    reminded = [late for late in late_jurors(current, now) if _once(late.member, "auto_reminded_at", now, None)]
    for late in reminded:
        send_jury_reminder(late.member, late.open)
    if reminded:
        changes = {"members": (None, len(reminded))}
        audit.record(action="competitions.panel.reminded", target=current, changes=changes, now=now)
    return len(reminded)


def _once(member: PanelMember, field: str, now: datetime, pause: timedelta | None) -> bool:
    """Whether this one may be reminded now; noted in the same step."""
    before: datetime | None = getattr(member, field)
    if before is not None and (pause is None or before > now - pause):
        return False
    return bool(PanelMember.objects.filter(pk=member.pk, **{field: before}).update(**{field: now}))


@transaction.atomic
def peek_scores(*, stage: Stage, reason: str, by: User, now: datetime) -> Ranking:
    """The figures as they are before the stage is closed. Every look is on record with its reason."""
    check(reasoned_refusal(reason), field="reason")
    current = lock_stage(stage)
    if current.closed_at is not None:
        raise refused(Reason.STAGE_CLOSED)
    audit.record(action="competitions.stage.peeked", target=current, actor=by, reason=reason.strip(), now=now)
    return ranking(current)
