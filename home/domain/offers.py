"""An offer is something that a visitor can do now or soon: a campaign or a contest with a date to reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Stop:
    """One phase on the transit line: when it was or will be."""

    label: str
    begins: datetime | None
    ends: datetime | None = None
    state: str = "ahead"  # past, current, ahead


@dataclass(frozen=True)
class Offer:
    """One arm of the finger-post.

    `verb` is what a visitor can do („Abstimmen“), `until` the moment it ends or begins,
    `days` the midnights until then (0: today), `is_open` whether it can be done now,
    `milestone` what happens then („Annahmeschluss“).
    """

    kind: str
    verb: str
    title: str
    url: str
    until: datetime
    days: int
    is_open: bool
    phase: str = ""
    milestone: str = ""
    action: str = ""
    action_url: str = ""
    page: Any = None


def order_offers(offers: Iterable[Offer]) -> list[Offer]:
    """Return offers: what is open first, then what comes soon; the nearest date first."""
    return sorted(offers, key=lambda offer: (not offer.is_open, offer.until, offer.title))


def line(moments: Iterable[tuple[str, datetime, datetime | None]], *, now: datetime) -> list[Stop]:
    """Return stops for (label, begin, end): the last one that has begun and not ended is where we are.

    A stop without an end lasts until the next one begins; the last one lasts for ever.
    """
    stops: list[Stop] = []
    rows = list(moments)
    for number, (label, begins, ends) in enumerate(rows):
        over_at = ends or (rows[number + 1][1] if number + 1 < len(rows) else None)
        if over_at is not None and over_at <= now:
            state = "past"
        elif begins <= now:
            state = "current"
        else:
            state = "ahead"
        stops.append(Stop(label, begins, ends, state))
    return stops
