"""Rows held until the end of a transaction, so that nothing counts while the numbers are being frozen."""

from __future__ import annotations

from competitions.domain import Reason
from competitions.models import Stage
from competitions.refusals import refused


def lock_stage(stage: Stage) -> Stage:
    """The stage as it is now, held."""
    return Stage.objects.select_for_update(of=("self",)).select_related("competition").get(pk=stage.pk)


def lock_open_stage(stage: Stage) -> Stage:
    """The same, refused when its numbers are frozen."""
    current = lock_stage(stage)
    if current.closed_at is not None:
        raise refused(Reason.STAGE_CLOSED)
    return current
