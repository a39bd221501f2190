from __future__ import annotations

from typing import Any

import pytest

from campaigns.domain.entries import (
    EDITABLE,
    LEFT,
    LIVING,
    REQUIRED_CONSENTS,
    TRANSITIONS,
    Step,
    approval_refusal,
    completeness_refusal,
    declaration_refusal,
    edit_refusal,
    free_slot,
    submission_refusal,
)
from campaigns.domain.reasons import Reason
from campaigns.enums import AgeBracket, ConsentKind, EntryState, Phase, PhotoState

S = EntryState


@pytest.mark.parametrize(
    "step, sources, target",
    [
        (Step.ASK_FOR_CODE, {S.DRAFT, S.UNCONFIRMED}, S.UNCONFIRMED),
        (Step.CONFIRM, {S.UNCONFIRMED}, S.SUBMITTED),
        (Step.RESUBMIT, {S.CHANGES_REQUESTED}, S.SUBMITTED),
        (Step.WITHDRAW, {S.DRAFT, S.UNCONFIRMED, S.SUBMITTED, S.CHANGES_REQUESTED, S.APPROVED}, S.WITHDRAWN),
        (Step.APPROVE, {S.SUBMITTED}, S.APPROVED),
        (Step.REQUEST_CHANGES, {S.SUBMITTED}, S.CHANGES_REQUESTED),
        (Step.REJECT, {S.SUBMITTED, S.CHANGES_REQUESTED}, S.REJECTED),
        (Step.TAKE_DOWN, {S.APPROVED}, S.TAKEN_DOWN),
    ],
)
def test_transition_leads_from_its_sources_to_its_target(step: Step, sources: set[S], target: S) -> None:
    assert (TRANSITIONS[step].sources, TRANSITIONS[step].target) == (sources, target)


def test_transitions_cover_every_step_and_only_approval_makes_public() -> None:
    assert set(TRANSITIONS) == set(Step)
    assert [step for step in Step if TRANSITIONS[step].target == S.APPROVED] == [Step.APPROVE]
    assert {S.REJECTED, S.WITHDRAWN, S.TAKEN_DOWN}.isdisjoint(
        frozenset().union(*(t.sources for t in TRANSITIONS.values()))
    )
    assert LIVING.isdisjoint(LEFT)
    assert S.APPROVED not in EDITABLE


FINE: dict[str, Any] = {
    "phase": Phase.SUBMISSION,
    "is_town_eligible": True,
    "of_person": 2,
    "per_person": 3,
    "of_town": 0,
    "per_town": None,
}


@pytest.mark.parametrize(
    "changed, reason",
    [
        ({}, None),
        ({"phase": Phase.ANNOUNCED}, Reason.SUBMISSION_NOT_OPEN),
        ({"phase": Phase.CHECKING}, Reason.SUBMISSION_CLOSED),
        ({"phase": Phase.VOTING}, Reason.SUBMISSION_CLOSED),
        ({"phase": Phase.COUNTING}, Reason.SUBMISSION_CLOSED),
        ({"phase": Phase.RESULTS}, Reason.SUBMISSION_CLOSED),
        ({"is_town_eligible": False}, Reason.TOWN_NOT_ELIGIBLE),
        ({"of_person": 3}, Reason.TOO_MANY_OF_PERSON),
        ({"of_town": 999}, None),
        ({"of_town": 4, "per_town": 5}, None),
        ({"of_town": 5, "per_town": 5}, Reason.TOO_MANY_OF_TOWN),
    ],
)
def test_submission_refusal_names_the_reason(changed: dict[str, Any], reason: Reason | None) -> None:
    assert submission_refusal(**{**FINE, **changed}) == reason


@pytest.mark.parametrize(
    "state, phase, reason",
    [
        (S.DRAFT, Phase.SUBMISSION, None),
        (S.DRAFT, Phase.CHECKING, Reason.SUBMISSION_CLOSED),
        (S.UNCONFIRMED, Phase.SUBMISSION, None),
        (S.UNCONFIRMED, Phase.VOTING, Reason.SUBMISSION_CLOSED),
        (S.SUBMITTED, Phase.SUBMISSION, None),
        (S.SUBMITTED, Phase.CHECKING, None),
        (S.SUBMITTED, Phase.VOTING, Reason.SUBMISSION_CLOSED),
        (S.CHANGES_REQUESTED, Phase.CHECKING, None),
        (S.CHANGES_REQUESTED, Phase.VOTING, None),
        (S.CHANGES_REQUESTED, Phase.COUNTING, Reason.SUBMISSION_CLOSED),
        (S.APPROVED, Phase.SUBMISSION, Reason.NOT_EDITABLE),
        (S.REJECTED, Phase.SUBMISSION, Reason.NOT_EDITABLE),
        (S.WITHDRAWN, Phase.SUBMISSION, Reason.NOT_EDITABLE),
        (S.TAKEN_DOWN, Phase.SUBMISSION, Reason.NOT_EDITABLE),
    ],
)
def test_edit_refusal_by_state_and_phase(state: S, phase: Phase, reason: Reason | None) -> None:
    assert edit_refusal(state=state, phase=phase) == reason


ANSWERS: dict[str, Any] = {
    "age": AgeBracket.ADULT,
    "minimum_age": 14,
    "owns_rights": True,
    "consents": REQUIRED_CONSENTS,
    "guardian": "",
}


@pytest.mark.parametrize(
    "changed, reason",
    [
        ({}, None),
        ({"consents": frozenset(ConsentKind)}, None),
        ({"owns_rights": False}, Reason.RIGHTS_MISSING),
        ({"consents": frozenset({ConsentKind.CONTEST, ConsentKind.OPEN_LICENCE})}, Reason.CONSENT_MISSING),
        ({"consents": frozenset({ConsentKind.MUNICIPALITY})}, Reason.CONSENT_MISSING),
        ({"age": AgeBracket.MINOR}, Reason.GUARDIAN_MISSING),
        ({"age": AgeBracket.MINOR, "guardian": "eltern@example.org"}, None),
        ({"age": AgeBracket.MINOR, "guardian": "eltern@example.org", "minimum_age": 18}, Reason.TOO_YOUNG),
        ({"age": AgeBracket.ADULT, "minimum_age": 18}, None),
    ],
)
def test_declaration_refusal_names_the_reason(changed: dict[str, Any], reason: Reason | None) -> None:
    assert declaration_refusal(**{**ANSWERS, **changed}) == reason


@pytest.mark.parametrize(
    "has_place, has_answers, photo, reason",
    [
        (True, True, PhotoState.READY, None),
        (True, True, PhotoState.PENDING, None),
        (True, True, PhotoState.REFUSED, Reason.PHOTO_REFUSED),
        (False, True, PhotoState.READY, Reason.PLACE_MISSING),
        (True, False, PhotoState.READY, Reason.ANSWERS_MISSING),
    ],
)
def test_completeness_refusal_names_what_lacks(
    has_place: bool, has_answers: bool, photo: PhotoState, reason: Reason | None
) -> None:
    assert completeness_refusal(has_place=has_place, has_answers=has_answers, photo=photo) == reason


APPROVABLE: dict[str, Any] = {
    "phase": Phase.CHECKING,
    "photo": PhotoState.READY,
    "is_minor": False,
    "is_guardian_confirmed": False,
}


@pytest.mark.parametrize(
    "changed, reason",
    [
        ({}, None),
        ({"phase": Phase.SUBMISSION}, None),
        ({"phase": Phase.VOTING}, None),
        ({"phase": Phase.COUNTING}, Reason.VOTING_CLOSED),
        ({"phase": Phase.RESULTS}, Reason.VOTING_CLOSED),
        ({"photo": PhotoState.PENDING}, Reason.PHOTO_PENDING),
        ({"photo": PhotoState.REFUSED}, Reason.PHOTO_REFUSED),
        ({"is_minor": True}, Reason.GUARDIAN_UNCONFIRMED),
        ({"is_minor": True, "is_guardian_confirmed": True}, None),
    ],
)
def test_approval_refusal_names_the_reason(changed: dict[str, Any], reason: Reason | None) -> None:
    assert approval_refusal(**{**APPROVABLE, **changed}) == reason


@pytest.mark.parametrize(
    "taken, limit, slot", [(set(), 3, 1), ({1}, 3, 2), ({1, 3}, 3, 2), ({1, 2, 3}, 3, None), ({1, 2, 3}, 2, None)]
)
def test_free_slot_is_the_lowest_number_free(taken: set[int], limit: int, slot: int | None) -> None:
    assert free_slot(taken, limit) == slot
