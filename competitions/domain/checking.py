"""The formal check: admitting needs every item ticked, refusing needs a reason."""

from __future__ import annotations

from collections.abc import Collection

from competitions.enums import ApplicationState, FormalCheckItem

from .reasons import Reason


def admission_refusal(ticked: Collection[str]) -> Reason | None:
    missing = {item.value for item in FormalCheckItem} - set(ticked)
    return Reason.CHECK_UNFINISHED if missing else None


def reasoned_refusal(reason: str) -> Reason | None:
    return None if reason.strip() else Reason.REASON_MISSING


def redaction_refusal(state: str, *, has_reviews: bool) -> Reason | None:
    """Why nothing can be blacked out any more, or None."""
    if state not in (ApplicationState.SENT, ApplicationState.ADMITTED):
        return Reason.WRONG_STATE
    return Reason.ALREADY_SCORED if has_reviews else None
