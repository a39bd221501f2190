"""The formal check: admitting needs every item ticked, refusing needs a reason."""

from __future__ import annotations

from collections.abc import Collection

from competitions.enums import FormalCheckItem

from .reasons import Reason


def admission_refusal(ticked: Collection[str]) -> Reason | None:
    missing = {item.value for item in FormalCheckItem} - set(ticked)
    return Reason.CHECK_UNFINISHED if missing else None


def reasoned_refusal(reason: str) -> Reason | None:
    return None if reason.strip() else Reason.REASON_MISSING
