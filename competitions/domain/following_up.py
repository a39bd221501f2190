"""After the deadline named parts can open again until a moment; everything else stays locked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from competitions.enums import ApplicationState

from .forms import APPLICANT_PART, FormDefinition
from .partners import TOWN_CONSENT
from .phases import StageDates, deadline_for, handing_in_refusal
from .reasons import Reason
from .transitions import EDITABLE_STATES


@dataclass(frozen=True)
class OpenParts:
    """What a request of the office has opened, and until when."""

    parts: frozenset[str]
    until: datetime


def editing_refusal(
    state: str,
    dates: StageDates,
    now: datetime,
    *,
    extended_until: datetime | None = None,
    opened: OpenParts | None = None,
    part: str | None = None,
) -> Reason | None:
    """Why a part can't be changed now, or None; without a part: why none can."""
    if state == ApplicationState.SENT and opened is not None:
        if now >= opened.until:
            return Reason.FOLLOW_UP_OVER
        return Reason.PART_LOCKED if part is not None and part not in opened.parts else None
    refusal = handing_in_refusal(dates, now, extended_until)
    if refusal is None and state not in EDITABLE_STATES:
        return Reason.WRONG_STATE
    return refusal


def asking_refusal(
    state: str,
    dates: StageDates,
    now: datetime,
    *,
    extended_until: datetime | None = None,
    opened: OpenParts | None = None,
    until: datetime,
) -> Reason | None:
    """Why the office can't ask for more now: only between the deadline and the decision, one request at a time."""
    if state != ApplicationState.SENT:
        return Reason.WRONG_STATE
    if now < deadline_for(dates, extended_until):
        return Reason.CALL_STILL_OPEN
    if opened is not None and now < opened.until:
        return Reason.FOLLOW_UP_RUNNING
    if not now < until <= dates.jury_closes_at:
        return Reason.FOLLOW_UP_UNTIL
    return None


def known_parts(form: FormDefinition, parts: Collection[str]) -> list[str]:
    """Those of the named parts that the application has, in its order."""
    return [key for key in (APPLICANT_PART, *(part.key for part in form.parts)) if key in parts]


def part_of(form: FormDefinition, question: str) -> str | None:
    """The part in which a question stands."""
    if question == TOWN_CONSENT:
        return APPLICANT_PART
    return next((part.key for part in form.parts if any(asked.key == question for asked in part.questions)), None)
