"""The newsletter's rules: nobody gets it unasked, nobody gets an issue twice, who leaves is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

CONFIRM_WITHIN = timedelta(days=7)
BATCH = 50


class Problem(StrEnum):
    """Why an issue cannot be sent now."""

    NOT_SENDING = "not_sending"
    NOTHING_CHOSEN = "nothing_chosen"
    PAGE_NOT_PUBLIC = "page_not_public"
    NOBODY_TO_SEND_TO = "nobody_to_send_to"
    NUMBER_CHANGED = "number_changed"
    ALREADY_SENT = "already_sent"


@dataclass(frozen=True)
class Progress:
    """How far an issue has come, in readers: `handed` is with the mail server, `under_way` waits for it."""

    total: int
    waiting: int
    under_way: int
    failed: int

    @property
    def handed(self) -> int:
        return self.total - self.waiting - self.under_way - self.failed

    @property
    def is_stuck_or_failed(self) -> bool:
        """Is there something that somebody may want to start again?"""
        return self.waiting > 0 or self.failed > 0


def is_confirmable(asked_at: datetime, now: datetime) -> bool:
    """A link of confirmation works for a week."""
    return now < asked_at + CONFIRM_WITHIN


def sending_problem(*, pages: Iterable[bool], has_intro: bool, readers: int, expected: int | None) -> Problem | None:
    """Tell what keeps an issue from being sent: `pages` says of each chosen page whether everybody may read it,
    `expected` is the number of readers that somebody confirmed.
    """
    chosen = list(pages)
    if not chosen and not has_intro:
        return Problem.NOTHING_CHOSEN
    if not all(chosen):
        return Problem.PAGE_NOT_PUBLIC
    if readers == 0:
        return Problem.NOBODY_TO_SEND_TO
    if expected is not None and expected != readers:
        return Problem.NUMBER_CHANGED
    return None
