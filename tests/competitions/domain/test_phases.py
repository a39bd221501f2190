"""A deadline is the first moment that is too late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from competitions.domain import StageDates, deadline_for, handing_in_refusal, reviewing_refusal, stage_phase
from competitions.domain.reasons import Reason
from competitions.enums import StagePhase

START = datetime(2027, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)
TICK = timedelta(microseconds=1)
DATES = StageDates(START, START + 10 * DAY, START + 20 * DAY, START + 30 * DAY)


@pytest.mark.parametrize(
    "moment, phase",
    [
        (START - TICK, StagePhase.ANNOUNCED),
        (START, StagePhase.OPEN),
        (START + 10 * DAY - TICK, StagePhase.OPEN),
        (START + 10 * DAY, StagePhase.CHECKING),
        (START + 20 * DAY - TICK, StagePhase.CHECKING),
        (START + 20 * DAY, StagePhase.JURY),
        (START + 30 * DAY - TICK, StagePhase.JURY),
        (START + 30 * DAY, StagePhase.DELIBERATION),
        (START + 900 * DAY, StagePhase.DELIBERATION),
    ],
)
def test_phase_at_its_boundaries(moment: datetime, phase: StagePhase) -> None:
    assert stage_phase(DATES, moment) is phase


def test_decided_from_the_commit_on() -> None:
    committed = StageDates(START, START + DAY, START + DAY, START + 2 * DAY, committed_at=START + 5 * DAY)
    assert stage_phase(committed, START + 5 * DAY - TICK) is StagePhase.DELIBERATION
    assert stage_phase(committed, START + 5 * DAY) is StagePhase.DECIDED


@pytest.mark.parametrize(
    "moment, refusal",
    [
        (START - TICK, Reason.NOT_OPEN_YET),
        (START, None),
        (START + 10 * DAY - TICK, None),
        (START + 10 * DAY, Reason.DEADLINE_PASSED),
    ],
)
def test_handing_in_at_its_boundaries(moment: datetime, refusal: Reason | None) -> None:
    assert handing_in_refusal(DATES, moment) is refusal


def test_extension_moves_one_deadline_and_never_backwards() -> None:
    later, earlier = START + 12 * DAY, START + 8 * DAY
    assert deadline_for(DATES, later) == later
    assert deadline_for(DATES, earlier) == DATES.closes_at
    assert handing_in_refusal(DATES, later - TICK, later) is None
    assert handing_in_refusal(DATES, later, later) is Reason.DEADLINE_PASSED


@pytest.mark.parametrize(
    "moment, refusal",
    [
        (START + 20 * DAY - TICK, Reason.JURY_NOT_OPEN),
        (START + 20 * DAY, None),
        (START + 30 * DAY - TICK, None),
        (START + 30 * DAY, Reason.JURY_CLOSED),
    ],
)
def test_reviewing_at_its_boundaries(moment: datetime, refusal: Reason | None) -> None:
    assert reviewing_refusal(DATES, None, moment) is refusal


def test_closed_stage_takes_no_scores_whatever_its_dates() -> None:
    assert reviewing_refusal(DATES, START + 25 * DAY, START + 26 * DAY) is Reason.STAGE_CLOSED


def test_dates_in_order() -> None:
    assert DATES.in_order()
    assert StageDates(START, START + DAY, START + DAY, START + 2 * DAY).in_order()
    assert not StageDates(START, START, START + DAY, START + 2 * DAY).in_order()
    assert not StageDates(START, START + 2 * DAY, START + DAY, START + 3 * DAY).in_order()
