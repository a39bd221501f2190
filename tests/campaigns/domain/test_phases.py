from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from campaigns.domain.phases import next_moment, phase_at
from campaigns.enums import Phase
from tests.campaigns.factories import NOW

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Dates:
    submission_opens: datetime = NOW
    submission_closes: datetime = NOW + 10 * DAY
    voting_opens: datetime = NOW + 12 * DAY
    voting_closes: datetime = NOW + 20 * DAY
    results_published_at: datetime | None = NOW + 25 * DAY


@pytest.mark.parametrize(
    "moment, phase",
    [
        (NOW - SECOND, Phase.ANNOUNCED),
        (NOW, Phase.SUBMISSION),
        (NOW + 10 * DAY - SECOND, Phase.SUBMISSION),
        (NOW + 10 * DAY, Phase.CHECKING),
        (NOW + 12 * DAY - SECOND, Phase.CHECKING),
        (NOW + 12 * DAY, Phase.VOTING),
        (NOW + 20 * DAY - SECOND, Phase.VOTING),
        (NOW + 20 * DAY, Phase.COUNTING),
        (NOW + 25 * DAY - SECOND, Phase.COUNTING),
        (NOW + 25 * DAY, Phase.RESULTS),
    ],
)
def test_phase_begins_at_its_moment(moment: datetime, phase: Phase) -> None:
    assert phase_at(Dates(), moment) == phase


def test_phase_without_published_result_stays_counting() -> None:
    assert phase_at(replace(Dates(), results_published_at=None), NOW + 99 * DAY) == Phase.COUNTING


def test_phase_without_checking_goes_straight_to_voting() -> None:
    dates = replace(Dates(), voting_opens=Dates().submission_closes)
    assert phase_at(dates, dates.voting_opens) == Phase.VOTING


@pytest.mark.parametrize(
    "moment, ahead",
    [
        (NOW - DAY, NOW),
        (NOW, NOW + 10 * DAY),
        (NOW + 11 * DAY, NOW + 12 * DAY),
        (NOW + 12 * DAY, NOW + 20 * DAY),
        (NOW + 25 * DAY, None),
    ],
)
def test_next_moment_is_the_next_boundary(moment: datetime, ahead: datetime | None) -> None:
    assert next_moment(Dates(), moment) == ahead
