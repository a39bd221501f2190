"""What may happen to an entry: which step leads where, who may still change it, what an entry lacks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from campaigns.domain.reasons import Reason
from campaigns.enums import AgeBracket, ConsentKind, EntryState, Phase, PhotoState

REQUIRED_CONSENTS: Final = frozenset({ConsentKind.CONTEST, ConsentKind.MUNICIPALITY})
DUPLICATE_DISTANCE: Final = 10  # bits of 64 in which two difference hashes may differ and still look alike


class Step(StrEnum):
    ASK_FOR_CODE = "ask_for_code"
    CONFIRM = "confirm"
    RESUBMIT = "resubmit"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"
    REJECT = "reject"
    TAKE_DOWN = "take_down"


@dataclass(frozen=True, slots=True)
class Transition:
    sources: frozenset[EntryState]
    target: EntryState


_S = EntryState

TRANSITIONS: Final[dict[Step, Transition]] = {
    Step.ASK_FOR_CODE: Transition(frozenset({_S.DRAFT, _S.UNCONFIRMED}), _S.UNCONFIRMED),
    Step.CONFIRM: Transition(frozenset({_S.UNCONFIRMED}), _S.SUBMITTED),
    Step.RESUBMIT: Transition(frozenset({_S.CHANGES_REQUESTED}), _S.SUBMITTED),
    Step.WITHDRAW: Transition(
        frozenset({_S.DRAFT, _S.UNCONFIRMED, _S.SUBMITTED, _S.CHANGES_REQUESTED, _S.APPROVED}), _S.WITHDRAWN
    ),
    Step.APPROVE: Transition(frozenset({_S.SUBMITTED}), _S.APPROVED),
    Step.REQUEST_CHANGES: Transition(frozenset({_S.SUBMITTED}), _S.CHANGES_REQUESTED),
    Step.REJECT: Transition(frozenset({_S.SUBMITTED, _S.CHANGES_REQUESTED}), _S.REJECTED),
    Step.TAKE_DOWN: Transition(frozenset({_S.APPROVED}), _S.TAKEN_DOWN),
}

# Confirmed and still in the race: these count against the limits and hold their photo against duplicates.
LIVING: Final = frozenset({_S.SUBMITTED, _S.CHANGES_REQUESTED, _S.APPROVED})
# The author may change text and answers.
EDITABLE: Final = frozenset({_S.DRAFT, _S.UNCONFIRMED, _S.SUBMITTED, _S.CHANGES_REQUESTED})
# On the ballot once; votes for an entry that left later are listed and not counted.
LEFT: Final = frozenset({_S.WITHDRAWN, _S.TAKEN_DOWN})


def submission_phase_refusal(phase: Phase) -> Reason | None:
    """May something new be handed in now?"""
    if phase == Phase.ANNOUNCED:
        return Reason.SUBMISSION_NOT_OPEN
    if phase != Phase.SUBMISSION:
        return Reason.SUBMISSION_CLOSED
    return None


def submission_refusal(
    *, phase: Phase, is_town_eligible: bool, of_person: int, per_person: int, of_town: int, per_town: int | None
) -> Reason | None:
    """May this person hand in one more entry for this town? Counts are of other living entries."""
    if refusal := submission_phase_refusal(phase):
        return refusal
    if not is_town_eligible:
        return Reason.TOWN_NOT_ELIGIBLE
    if of_person >= per_person:
        return Reason.TOO_MANY_OF_PERSON
    if per_town is not None and of_town >= per_town:
        return Reason.TOO_MANY_OF_TOWN
    return None


def edit_refusal(*, state: EntryState, phase: Phase) -> Reason | None:
    """May the author change the entry? Drafts until the deadline, others until voting, a wished change even then."""
    if state not in EDITABLE:
        return Reason.NOT_EDITABLE
    if state in {_S.DRAFT, _S.UNCONFIRMED}:
        return submission_phase_refusal(phase)
    latest = {Phase.SUBMISSION, Phase.CHECKING}
    if state == _S.CHANGES_REQUESTED:
        latest.add(Phase.VOTING)
    return None if phase in latest else Reason.SUBMISSION_CLOSED


def declaration_refusal(
    *,
    age: AgeBracket,
    minimum_age: int,
    owns_rights: bool,
    consents: frozenset[ConsentKind],
    guardian: str,
    are_children_clear: bool = True,
    is_flight_clear: bool = True,
) -> Reason | None:
    """May a photo with these answers be shown at all?

    Clear: no children are recognisable, or their parents agreed; it is no drone's picture, or the flight was allowed.
    """
    if age == AgeBracket.MINOR and minimum_age >= 18:
        return Reason.TOO_YOUNG
    if not are_children_clear:
        return Reason.CHILDREN_UNCONFIRMED
    if not is_flight_clear:
        return Reason.DRONE_UNCONFIRMED
    if not owns_rights:
        return Reason.RIGHTS_MISSING
    if not consents >= REQUIRED_CONSENTS:
        return Reason.CONSENT_MISSING
    if age == AgeBracket.MINOR and not guardian:
        return Reason.GUARDIAN_MISSING
    return None


def completeness_refusal(*, has_place: bool, has_answers: bool, photo: PhotoState) -> Reason | None:
    """Is everything there that is needed before the address is confirmed? A photo may still be in the works."""
    if photo == PhotoState.REFUSED:
        return Reason.PHOTO_REFUSED
    if not has_place:
        return Reason.PLACE_MISSING
    if not has_answers:
        return Reason.ANSWERS_MISSING
    return None


def approval_refusal(*, phase: Phase, photo: PhotoState, is_minor: bool, is_guardian_confirmed: bool) -> Reason | None:
    """May a moderator release the entry? (Its state is asked by the UPDATE itself.)"""
    if phase in {Phase.COUNTING, Phase.RESULTS}:
        return Reason.VOTING_CLOSED
    if photo == PhotoState.PENDING:
        return Reason.PHOTO_PENDING
    if photo == PhotoState.REFUSED:
        return Reason.PHOTO_REFUSED
    if is_minor and not is_guardian_confirmed:
        return Reason.GUARDIAN_UNCONFIRMED
    return None


def free_slot(taken: set[int], limit: int) -> int | None:
    """The lowest number in 1…limit that nobody holds. A unique constraint on it makes „at most n“ hold in races."""
    return next((slot for slot in range(1, limit + 1) if slot not in taken), None)
