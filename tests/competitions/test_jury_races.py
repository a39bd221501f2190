"""A jury and an office that click at the same moment, on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cms.accounts.models import User
from competitions.actions import (
    assign_panel,
    call_candidate,
    close_stage,
    open_meeting,
    open_motion,
    reassign,
    send_letters,
    step_in,
    vote,
)
from competitions.enums import VoteChoice
from competitions.models import Assignment, Candidate, Letter, Motion, MotionVote, PanelMember, Stage
from tests.competitions.factories import (
    CHECKING,
    DELIBERATING,
    JUDGING,
    assign_all,
    decide,
    make_candidates,
    make_juror,
    score,
)
from tests.competitions.test_races import together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def called(candidate: Candidate, juror: PanelMember, second_juror: PanelMember, office: User) -> Candidate:
    """A candidate on the table of an open meeting."""
    stage = candidate.stage
    for assignment in assign_all(stage, office):
        score(assignment, 7, 7, 7)
    close_stage(stage=stage, by=office, now=DELIBERATING)
    open_meeting(stage=stage, by=office, now=DELIBERATING)
    call_candidate(stage=stage, candidate=candidate, by=office, now=DELIBERATING)
    return candidate


def test_one_member_has_one_vote(called: Candidate, juror: PanelMember, office: User) -> None:
    motion = open_motion(candidate=called, text="1. Preis", by=office, now=DELIBERATING)

    def cast(choice: VoteChoice) -> Callable[[], Any]:
        return lambda: vote(motion=motion, member=juror, choice=choice, by=juror.user, now=DELIBERATING)

    outcome = together([cast(choice) for choice in [*VoteChoice] * 2])
    assert outcome == {"done": 1, "already_voted": 5}
    assert MotionVote.objects.count() == 1


def test_one_motion_at_a_time(called: Candidate, office: User) -> None:
    attempt = [lambda: open_motion(candidate=called, text="Preis", by=office, now=DELIBERATING)] * 4
    assert together(attempt) == {"done": 1, "motion_open": 3}
    assert Motion.objects.count() == 1


def test_letters_are_ordered_once(called: Candidate, office: User) -> None:
    decide(called, office)
    stage = called.stage
    outcome = together([lambda: send_letters(stage=stage, by=office, now=DELIBERATING)] * 3)
    assert outcome == {"done": 1, "no_letters": 2}
    assert Letter.objects.count() == 1


def test_assigning_and_moving_at_once(stage: Stage, office: User) -> None:
    (candidate,) = make_candidates(stage, office, 1)
    first, second = (make_juror(stage, office, f"j{n}@example.org") for n in range(2))
    together(
        [
            lambda: assign_panel(stage=stage, by=office, now=CHECKING),
            lambda: reassign(candidate=candidate, away=None, to=first, by=office, now=CHECKING),
            lambda: assign_panel(stage=stage, by=office, now=CHECKING),
        ]
    )
    assert set(Assignment.objects.counting().values_list("member", flat=True)) == {first.pk, second.pk}


def test_a_substitute_steps_in_once(stage: Stage, office: User) -> None:
    make_candidates(stage, office, 2)
    leaving = [make_juror(stage, office, f"j{n}@example.org") for n in range(2)]
    substitute = make_juror(stage, office, "ersatz@example.org", is_substitute=True)
    assign_all(stage, office)

    def take(member: PanelMember) -> Callable[[], Any]:
        return lambda: step_in(substitute=substitute, leaving=member, reason="Krank", by=office, now=JUDGING)

    assert together([take(member) for member in leaving]) == {"done": 1, "not_substitute": 1}
    assert PanelMember.objects.active().count() == 2
