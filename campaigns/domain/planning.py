"""A calendar that works: what a new campaign is offered, and what is unusual enough to ask twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Final

from campaigns.enums import PlanWarning

MOMENTS: Final = ("submission_opens", "submission_closes", "voting_opens", "voting_closes", "results_at")

PREPARATION: Final = timedelta(days=14)
WEEKS_SUBMISSION: Final = 6
WEEKS_CHECKING: Final = 1
WEEKS_VOTING: Final = 3
OPENING: Final = time(8)
CLOSING: Final = time(23, 59)
ANNOUNCEMENT: Final = time(10)

SHORTEST_SUBMISSION: Final = timedelta(days=14)
SHORTEST_CHECKING: Final = timedelta(days=2)
SHORTEST_VOTING: Final = timedelta(days=7)
LONGEST_VOTING: Final = timedelta(days=42)
SHORTEST_COUNTING: Final = timedelta(days=2)
SHORTEST_OBJECTION: Final = 7  # days
SATURDAY: Final = 5
NOON: Final = 12


def proposed_dates(now: datetime) -> dict[str, datetime]:
    """Dates for a new campaign, in the time zone of `now`: phases begin on Mondays and end on Sundays at 23:59."""
    soonest = (now + PREPARATION).date()
    monday = soonest + timedelta(days=-soonest.weekday() % 7)

    def at(weeks: int, days: int, clock: time) -> datetime:
        return datetime.combine(monday + timedelta(weeks=weeks, days=days), clock, tzinfo=now.tzinfo)

    voting = WEEKS_SUBMISSION + WEEKS_CHECKING
    return {
        "submission_opens": at(0, 0, OPENING),
        "submission_closes": at(WEEKS_SUBMISSION, -1, CLOSING),
        "voting_opens": at(voting, 0, OPENING),
        "voting_closes": at(voting + WEEKS_VOTING, -1, CLOSING),
        "results_at": at(voting + WEEKS_VOTING + 1, 0, ANNOUNCEMENT),
    }


def next_years_dates(dates: Mapping[str, datetime], now: datetime) -> dict[str, datetime]:
    """The same calendar shifted by whole weeks, so that weekdays stay: 52 weeks on or more, and ahead of `now`.

    Wall-clock times stay as they are; `dates` carry the time zone in which they were meant.
    """
    weeks = 52
    while dates["submission_opens"] + timedelta(weeks=weeks) <= now:
        weeks += 52
    return {name: moment + timedelta(weeks=weeks) for name, moment in dates.items()}


def warnings_about(*, dates: Mapping[str, datetime], objection_days: int) -> list[PlanWarning]:
    """What is allowed but unusual. `dates`: the five moments by name, in the time zone in which people read them."""
    submission = dates["submission_closes"] - dates["submission_opens"]
    voting = dates["voting_closes"] - dates["voting_opens"]
    ends = (dates["submission_closes"], dates["voting_closes"])
    unusual = {
        PlanWarning.SUBMISSION_SHORT: submission < SHORTEST_SUBMISSION,
        PlanWarning.CHECKING_SHORT: dates["voting_opens"] - dates["submission_closes"] < SHORTEST_CHECKING,
        PlanWarning.VOTING_SHORT: voting < SHORTEST_VOTING,
        PlanWarning.VOTING_LONG: voting > LONGEST_VOTING,
        PlanWarning.ENDS_IN_THE_MORNING: any(map(_is_weekday_morning, ends)),
        PlanWarning.RESULT_SOON: dates["results_at"] - dates["voting_closes"] < SHORTEST_COUNTING,
        PlanWarning.OBJECTION_SHORT: objection_days < SHORTEST_OBJECTION,
    }
    return [warning for warning, is_so in unusual.items() if is_so]


def _is_weekday_morning(moment: datetime) -> bool:
    return moment.weekday() < SATURDAY and moment.hour < NOON
