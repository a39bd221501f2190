"""The table of steps, row by row."""

from __future__ import annotations

import pytest

from competitions.domain import APPLICATION_STEPS, allowed_steps
from competitions.enums import ApplicationState as State
from competitions.enums import ApplicationStep as Step


@pytest.mark.parametrize(
    "state, steps",
    [
        (State.DRAFT, {Step.SEND, Step.WITHDRAW}),
        (State.SENT, {Step.CALL_BACK, Step.ADMIT, Step.REFUSE, Step.WITHDRAW}),
        (State.ADMITTED, set()),
        (State.REFUSED, set()),
        (State.WITHDRAWN, set()),
    ],
)
def test_steps_of_each_state(state: State, steps: set[Step]) -> None:
    assert allowed_steps(state) == steps


def test_every_step_is_in_the_table() -> None:
    assert set(APPLICATION_STEPS) == set(Step)
