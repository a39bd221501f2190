"""Rows held until the end of a transaction, and changes of state as one conditional update."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from competitions.domain import APPLICATION_STEPS, Reason, editing_refusal
from competitions.enums import ApplicationStep
from competitions.models import Application, Stage
from competitions.refusals import check, refused


def lock_stage(stage: Stage) -> Stage:
    """The stage as it is now, held."""
    return Stage.objects.select_for_update(of=("self",)).select_related("competition").get(pk=stage.pk)


def lock_open_stage(stage: Stage) -> Stage:
    """The same, refused when its numbers are frozen."""
    current = lock_stage(stage)
    if current.closed_at is not None:
        raise refused(Reason.STAGE_CLOSED)
    return current


def lock_application(application: Application) -> Application:
    """The application as it is now, held."""
    return (
        Application.objects.select_for_update(of=("self",))
        .select_related("stage__competition", "form_version", "lead", "municipality")
        .get(pk=application.pk)
    )


def lock_editable(application: Application, now: datetime, part: str | None = None) -> Application:
    """The same, refused unless answers and files of this part (without one: of any) can be changed now."""
    current = lock_application(application)
    refusal = editing_refusal(
        current.state,
        current.stage.dates,
        now,
        extended_until=current.extended_until,
        opened=current.opened,
        part=part,
    )
    check(refusal)
    return current


def take_step(application: Application, step: ApplicationStep, **fields: Any) -> None:
    """One conditional update; nothing changed means that somebody was faster."""
    transition = APPLICATION_STEPS[step]
    changed = Application.objects.filter(pk=application.pk, state__in=transition.sources).update(
        state=transition.target, **fields
    )
    if not changed:
        raise refused(Reason.FASTER)
