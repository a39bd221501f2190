"""How long a guardian is waited for: one reminder, then the entry ends."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

REMIND_AFTER: Final = timedelta(days=3)
END_AFTER: Final = timedelta(days=14)


class Waiting(StrEnum):
    QUIET = "quiet"
    REMIND = "remind"
    END = "end"


def waiting(*, asked_at: datetime, reminded_at: datetime | None, now: datetime) -> Waiting:
    """What is due for a guardian who was asked and has not answered."""
    if now - asked_at >= END_AFTER:
        return Waiting.END
    if reminded_at is None and now - asked_at >= REMIND_AFTER:
        return Waiting.REMIND
    return Waiting.QUIET


def ends_at(asked_at: datetime) -> datetime:
    """Until when a guardian can agree."""
    return asked_at + END_AFTER
