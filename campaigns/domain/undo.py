"""A moderator's second thought: which decisions wait a moment before anybody else learns of them, and how long."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from campaigns.domain.entries import Step
from campaigns.domain.reasons import Reason

# Seconds before a decision takes effect. Who needs more time to read or to press chooses more, up to ten times as much.
PAUSES: Final = (15, 60, 150)
# Taking down is not among them: what must vanish vanishes at once.
UNDOABLE: Final = frozenset({Step.APPROVE, Step.REQUEST_CHANGES, Step.REJECT})


def release_at(now: datetime, seconds: int) -> datetime:
    """Return when a decision made `now` takes effect; anything but an offered pause is the shortest."""
    return now + timedelta(seconds=seconds if seconds in PAUSES else PAUSES[0])


def undo_refusal(*, is_own: bool, releases_at: datetime, now: datetime) -> Reason | None:
    """May the decision be taken back? Only by who made it, only before it takes effect."""
    if not is_own:
        return Reason.UNDO_OTHERS
    if now >= releases_at:
        return Reason.UNDO_TOO_LATE
    return None
