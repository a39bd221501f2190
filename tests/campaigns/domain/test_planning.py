"""Dates that a new campaign is offered, dates of next year, and what is unusual in a calendar."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from campaigns.domain.phases import DATE_ORDER
from campaigns.domain.planning import next_years_dates, proposed_dates, warnings_about
from campaigns.enums import PlanWarning

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("day", range(0, 380, 9))
def test_proposed_dates_are_in_order_and_nothing_about_them_is_unusual(day: int) -> None:
    now = datetime(2027, 1, 1, 15, 30, tzinfo=BERLIN) + timedelta(days=day)
    dates = proposed_dates(now)
    assert all(dates[earlier] < dates[later] for earlier, later, _equal in DATE_ORDER)
    assert dates["submission_opens"] >= now + timedelta(days=13)
    ends = [dates[name] for name in ("submission_closes", "voting_closes")]
    assert [(end.strftime("%A"), end.hour, end.minute) for end in ends] == [("Sunday", 23, 59)] * 2
    assert warnings_about(dates=dates, objection_days=14) == []


def test_next_year_keeps_weekdays_and_the_clock() -> None:
    dates = proposed_dates(datetime(2027, 1, 5, tzinfo=BERLIN))
    shifted = next_years_dates(dates, datetime(2027, 9, 1, tzinfo=BERLIN))
    assert {name: moment - dates[name] for name, moment in shifted.items()} == dict.fromkeys(dates, timedelta(weeks=52))
    assert [moment.strftime("%a %H:%M") for moment in shifted.values()] == [
        moment.strftime("%a %H:%M") for moment in dates.values()
    ]


def test_next_years_dates_of_an_old_campaign_lie_ahead() -> None:
    dates = proposed_dates(datetime(2021, 1, 5, tzinfo=BERLIN))
    now = datetime(2027, 9, 1, tzinfo=BERLIN)
    assert next_years_dates(dates, now)["submission_opens"] > now


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"submission_closes": -30}, PlanWarning.SUBMISSION_SHORT),
        ({"submission_closes": 7}, PlanWarning.CHECKING_SHORT),
        ({"voting_closes": -15}, PlanWarning.VOTING_SHORT),
        ({"voting_closes": 28, "results_at": 35}, PlanWarning.VOTING_LONG),
        ({"results_at": -7}, PlanWarning.RESULT_SOON),
    ],
)
def test_unusual_dates_are_named(change: dict[str, int], expected: PlanWarning) -> None:
    dates = proposed_dates(datetime(2027, 1, 5, tzinfo=BERLIN))
    for name, days in change.items():
        dates[name] += timedelta(days=days)
    assert warnings_about(dates=dates, objection_days=14) == [expected]


def test_a_deadline_on_a_weekday_morning_and_a_short_objection_period_are_named() -> None:
    dates = proposed_dates(datetime(2027, 1, 5, tzinfo=BERLIN))
    dates["voting_closes"] = dates["voting_closes"].replace(hour=9) + timedelta(days=1)
    assert warnings_about(dates=dates, objection_days=3) == [
        PlanWarning.ENDS_IN_THE_MORNING,
        PlanWarning.OBJECTION_SHORT,
    ]
