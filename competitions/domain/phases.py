"""The phase of a stage follows from its dates and a moment; a deadline is the first moment that is too late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from competitions.enums import StagePhase

from .reasons import Reason


@dataclass(frozen=True)
class StageDates:
    """The moments of a stage, all aware. `committed_at` is set once the decisions are final."""

    opens_at: datetime
    closes_at: datetime
    jury_opens_at: datetime
    jury_closes_at: datetime
    committed_at: datetime | None = None

    def in_order(self) -> bool:
        return self.opens_at < self.closes_at <= self.jury_opens_at < self.jury_closes_at


def stage_phase(dates: StageDates, now: datetime) -> StagePhase:
    if dates.committed_at is not None and dates.committed_at <= now:
        return StagePhase.DECIDED
    if now < dates.opens_at:
        return StagePhase.ANNOUNCED
    if now < dates.closes_at:
        return StagePhase.OPEN
    if now < dates.jury_opens_at:
        return StagePhase.CHECKING
    if now < dates.jury_closes_at:
        return StagePhase.JURY
    return StagePhase.DELIBERATION


def deadline_for(dates: StageDates, extended_until: datetime | None) -> datetime:
    """The deadline of one application: the stage's, or its own later one."""
    return max(dates.closes_at, extended_until) if extended_until else dates.closes_at


def handing_in_refusal(dates: StageDates, now: datetime, extended_until: datetime | None = None) -> Reason | None:
    """Why nothing can be handed in or changed now, or None."""
    if now < dates.opens_at:
        return Reason.NOT_OPEN_YET
    if now >= deadline_for(dates, extended_until):
        return Reason.DEADLINE_PASSED
    return None


def reviewing_refusal(dates: StageDates, closed_at: datetime | None, now: datetime) -> Reason | None:
    """Why no scores can be saved now, or None. A closed stage stays closed whatever its dates say."""
    if closed_at is not None:
        return Reason.STAGE_CLOSED
    if now < dates.jury_opens_at:
        return Reason.JURY_NOT_OPEN
    if now >= dates.jury_closes_at:
        return Reason.JURY_CLOSED
    return None
