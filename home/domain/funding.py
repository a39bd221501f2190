"""Which funding programmes fit, and why; when what we know about one is old."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

STALE_MONTHS = 6


class Reason(StrEnum):
    """Why a programme fits."""

    APPLICANT = "applicant"
    AREA = "area"
    PLACE = "place"
    ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Programme:
    """What decides whether a programme fits. `max_population` None: towns of any size."""

    pk: int
    applicants: frozenset[str]
    areas: frozenset[str]
    max_population: int | None
    deadline: date | None


@dataclass(frozen=True)
class Wish:
    """What somebody answered; empty answers ask for nothing."""

    applicant: str = ""
    areas: frozenset[str] = frozenset()
    population: int | None = None


@dataclass(frozen=True)
class Fit:
    """A programme that fits: the reasons, the areas in common, and whether its deadline has passed."""

    pk: int
    reasons: tuple[Reason, ...]
    areas: frozenset[str]
    is_over: bool


def is_stale(last_checked: date, today: date) -> bool:
    """Tell whether a check is more than six calendar months ago."""
    return last_checked < stale_before(today)


def stale_before(today: date) -> date:
    """Return the first day whose checks still count: everything checked earlier is stale."""
    month = today.month - 1 - STALE_MONTHS
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def fitting(programmes: Collection[Programme], wish: Wish, *, today: date) -> list[Fit]:
    """Return the programmes that fit every answer: open ones first, those with most areas in common before others."""
    found = [fit for programme in programmes if (fit := _fit(programme, wish, today)) is not None]
    return sorted(found, key=lambda fit: (fit.is_over, -len(fit.areas)))


def _fit(programme: Programme, wish: Wish, today: date) -> Fit | None:
    reasons: list[Reason] = []
    common = programme.areas & wish.areas
    if wish.applicant:
        if wish.applicant not in programme.applicants:
            return None
        reasons.append(Reason.APPLICANT)
    if wish.areas:
        if not common:
            return None
        reasons.append(Reason.AREA)
    if wish.population is not None:
        if programme.max_population is not None and wish.population > programme.max_population:
            return None
        reasons.append(Reason.PLACE if programme.max_population is not None else Reason.ANYWHERE)
    is_over = programme.deadline is not None and programme.deadline < today
    return Fit(programme.pk, tuple(reasons), common, is_over)
