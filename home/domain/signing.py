"""How an institution becomes a partner: signed, confirmed by mail, decided by the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from home.enums import SigningState

CONFIRM_WITHIN: Final = timedelta(days=7)


class Step(StrEnum):
    CONFIRM = "confirm"
    ADMIT = "admit"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Transition:
    source: SigningState
    target: SigningState


TRANSITIONS: Final[dict[Step, Transition]] = {
    Step.CONFIRM: Transition(SigningState.UNCONFIRMED, SigningState.WAITING),
    Step.ADMIT: Transition(SigningState.WAITING, SigningState.ADMITTED),
    Step.REFUSE: Transition(SigningState.WAITING, SigningState.REFUSED),
}


@dataclass(frozen=True, slots=True)
class Signature:
    """What an institution says of itself and who signs for it; `town` is a municipality's key or nothing."""

    organisation: str
    kind: str
    town: str
    about: str
    link: str
    wants_public: bool
    signer: str
    signer_role: str
    email: str


def may_confirm(state: SigningState, *, signed_at: datetime, now: datetime) -> bool:
    """Tell whether the link in the mail still leads somewhere."""
    return state == TRANSITIONS[Step.CONFIRM].source and now < signed_at + CONFIRM_WITHIN
