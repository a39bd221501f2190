"""What is true about registrations: when an event takes them, and which step leads where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from home.enums import RegistrationState

KEEP_AFTER_EVENT: Final = timedelta(days=90)
KEEP_UNCONFIRMED: Final = timedelta(days=7)

_S = RegistrationState
# A place or a place in the queue: these hear of every change.
LIVING: Final = frozenset({_S.CONFIRMED, _S.WAITING})


class Reason(StrEnum):
    """Why an event takes no registration, or a registration no step."""

    NONE_NEEDED = "none_needed"
    CANCELLED = "cancelled"
    OVER = "over"
    CLOSED = "closed"
    ALREADY_IN = "already_in"
    ALREADY_OUT = "already_out"


class Step(StrEnum):
    CONFIRM = "confirm"
    PROMOTE = "promote"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Transition:
    sources: frozenset[RegistrationState]
    target: RegistrationState


TRANSITIONS: Final[dict[Step, Transition]] = {
    Step.CONFIRM: Transition(frozenset({_S.PENDING}), _S.CONFIRMED),
    Step.PROMOTE: Transition(frozenset({_S.WAITING}), _S.CONFIRMED),
    Step.CANCEL: Transition(frozenset({_S.PENDING, _S.CONFIRMED, _S.WAITING}), _S.CANCELLED),
}


def registration_refusal(
    *, takes: bool, is_cancelled: bool, start: datetime, closes: datetime | None, now: datetime
) -> Reason | None:
    """May somebody register now? `closes` is a moment; without it registration ends when the event begins."""
    if not takes:
        return Reason.NONE_NEEDED
    if is_cancelled:
        return Reason.CANCELLED
    if start <= now:
        return Reason.OVER
    if closes is not None and closes <= now:
        return Reason.CLOSED
    return None


def cancel_refusal(state: RegistrationState) -> Reason | None:
    """May this registration still be given back?"""
    return Reason.ALREADY_OUT if state not in TRANSITIONS[Step.CANCEL].sources else None


def places_left(*, limit: int | None, taken: int) -> int | None:
    """Return how many places are free, None without a limit; a limit lowered later never makes it negative."""
    return None if limit is None else max(0, limit - taken)
