"""The only tables of allowed steps. Every conditional update takes its sources from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from competitions.enums import ApplicationState, ApplicationStep, ReviewState


@dataclass(frozen=True)
class Transition:
    sources: frozenset[str]
    target: str


_S = ApplicationState

APPLICATION_STEPS: Mapping[ApplicationStep, Transition] = {
    ApplicationStep.SEND: Transition(frozenset({_S.DRAFT.value}), _S.SENT.value),
    ApplicationStep.CALL_BACK: Transition(frozenset({_S.SENT.value}), _S.DRAFT.value),
    ApplicationStep.ADMIT: Transition(frozenset({_S.SENT.value}), _S.ADMITTED.value),
    ApplicationStep.REFUSE: Transition(frozenset({_S.SENT.value}), _S.REFUSED.value),
    ApplicationStep.WITHDRAW: Transition(frozenset({_S.DRAFT.value, _S.SENT.value}), _S.WITHDRAWN.value),
}

EDITABLE_STATES: frozenset[str] = frozenset({_S.DRAFT.value})

REVIEW_COMPLETES = Transition(frozenset({ReviewState.OPEN.value}), ReviewState.COMPLETE.value)
REVIEW_REOPENS = Transition(frozenset({ReviewState.COMPLETE.value}), ReviewState.OPEN.value)


def allowed_steps(state: str) -> frozenset[ApplicationStep]:
    """The steps that an application in this state can take."""
    return frozenset(step for step, transition in APPLICATION_STEPS.items() if state in transition.sources)
