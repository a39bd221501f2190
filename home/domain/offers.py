"""An offer is something that a visitor can do now: a campaign or a contest with a date to reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Offer:
    """One arm of the finger-post.

    `verb` is what a visitor can do („Abstimmen“), `until` the moment it ends or begins,
    `days_left` full days until then (0: today), `is_open` whether it can be done now.
    """

    kind: str
    verb: str
    title: str
    url: str
    until: datetime
    days_left: int
    is_open: bool
    phase: str = ""
    action_url: str = ""
    teaser: str = ""
    source: object = None


def order_offers(offers: Iterable[Offer]) -> list[Offer]:
    """Return offers: what is open first, then what comes soon; the nearest date first."""
    return sorted(offers, key=lambda offer: (not offer.is_open, offer.until, offer.title))
