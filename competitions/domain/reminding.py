"""Who has only a draft is reminded of the deadline: some days before, each distance once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

REMIND_DAYS = (7, 2)
"""Days before the deadline, the farthest first."""


def reminder_due(deadline: datetime, begun_at: datetime, now: datetime, sent: Collection[int]) -> int | None:
    """The distance in days for which a reminder is due now, or None.

    Only the nearest one that has been reached: after a standstill nobody gets two at once. Who began after that moment
    knows the deadline.
    """
    reached = [days for days in REMIND_DAYS if deadline - timedelta(days=days) <= now < deadline]
    if not reached:
        return None
    days = min(reached)
    if days in sent or begun_at > deadline - timedelta(days=days):
        return None
    return days
