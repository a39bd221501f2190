"""Months as weeks of days, and which days an event falls on."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Generic, TypeVar

T = TypeVar("T")
LONGEST_DAYS: Final = 31  # an event is never drawn on more days than a month has
FIRST_YEAR, LAST_YEAR = 2021, 2099  # the alliance was founded in 2021; nobody plans beyond the century


@dataclass(frozen=True)
class Day(Generic[T]):
    """One square of a calendar."""

    date: date
    is_inside: bool
    events: tuple[T, ...] = ()


@dataclass(frozen=True)
class Month(Generic[T]):
    """A month as rows of seven days, Monday first."""

    first: date
    weeks: tuple[tuple[Day[T], ...], ...]

    @property
    def count(self) -> int:
        """Return how many different events the month has."""
        return len({id(event) for week in self.weeks for day in week if day.is_inside for event in day.events})


def month_of(year: int, month: int, by_day: Mapping[date, Sequence[T]]) -> Month[T]:
    """Return the month; days of its neighbours fill the first and last week and stay empty."""
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    rows = tuple(
        tuple(Day(day, day.month == month, tuple(by_day.get(day, ())) if day.month == month else ()) for day in week)
        for week in weeks
    )
    return Month(date(year, month, 1), rows)


def year_of(year: int, by_day: Mapping[date, Sequence[T]]) -> list[Month[T]]:
    """Return the twelve months of a year."""
    return [month_of(year, month, by_day) for month in range(1, 13)]


def shifted(first: date, by: int) -> date:
    """Return the first day of the month that lies `by` months after `first`."""
    number = first.year * 12 + first.month - 1 + by
    return date(number // 12, number % 12 + 1, 1)


def days_between(first: date, last: date) -> list[date]:
    """Return the days of an event, both ends included, at most LONGEST_DAYS; one day when the ends are swapped."""
    length = min(max((last - first).days, 0), LONGEST_DAYS - 1)
    return [first + timedelta(days=number) for number in range(length + 1)]


def spread(events: Iterable[tuple[T, date, date]]) -> dict[date, list[T]]:
    """Return the events by day, in the given order; each comes with its first and last day."""
    found: dict[date, list[T]] = {}
    for event, first, last in events:
        for day in days_between(first, last):
            found.setdefault(day, []).append(event)
    return found


def asked_month(text: str, today: date) -> date:
    """Return the first day of the month written as 2027-03; this month when it says nothing sensible."""
    year, dash, month = text.partition("-")
    if dash and _is_number(year) and _is_number(month) and is_year(int(year)) and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    return today.replace(day=1)


def asked_year(text: str, today: date) -> int:
    """Return the year written as 2027; this year when it says nothing sensible."""
    return int(text) if _is_number(text) and is_year(int(text)) else today.year


def is_year(year: int) -> bool:
    """Tell whether a calendar of this year can be looked at."""
    return FIRST_YEAR <= year <= LAST_YEAR


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4
