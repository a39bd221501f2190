"""Inviting, assigning, stepping aside."""

from __future__ import annotations

import pytest

from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import assign_panel, invite_juror, recuse, remove_juror
from competitions.enums import ConflictKind
from competitions.models import Assignment, Candidate, PanelMember, Recusal, Stage
from competitions.permissions import assigned
from tests.competitions.factories import CHECKING, assign_all, make_candidates, make_juror, make_stage


def pairs(assignments: list[Assignment]) -> set[tuple[int, str]]:
    return {(assignment.candidate.number, assignment.member.user.name) for assignment in assignments}


def test_invited_juror_gets_the_role(juror: PanelMember) -> None:
    assert juror.user.roles == {Role.JUROR}


def test_invited_once(juror: PanelMember, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        invite_juror(stage=juror.panel.stage, email="JUROR@example.org", name="", by=office, now=CHECKING)
    assert (refusal.value.code, refusal.value.field) == ("already_member", "email")


def test_everybody_gets_everything(
    candidate: Candidate, juror: PanelMember, second_juror: PanelMember, office: User
) -> None:
    assert pairs(assign_all(candidate.stage, office)) == {(1, "Juri Jury"), (1, "Jana Jury")}
    assert assign_all(candidate.stage, office) == []


def test_later_juror_gets_the_rest(candidate: Candidate, juror: PanelMember, office: User) -> None:
    assign_all(candidate.stage, office)
    make_juror(candidate.stage, office, "late@example.org", name="Lena Later")
    assert pairs(assign_all(candidate.stage, office)) == {(1, "Lena Later")}


def test_conflict_is_found_and_kept_from_the_desk(
    candidate: Candidate, juror: PanelMember, recused_juror: PanelMember, office: User
) -> None:
    assert pairs(assign_all(candidate.stage, office)) == {(1, "Juri Jury")}
    recusal = Recusal.objects.get()
    assert (recusal.assignment.member, recusal.kind) == (recused_juror, ConflictKind.MUNICIPALITY)
    assert list(assigned(recused_juror.user)) == []
    assert assign_all(candidate.stage, office) == []


def test_somebody_who_wrote_it_never_scores_it(candidate: Candidate, office: User, applicant: User) -> None:
    member = make_juror(candidate.stage, office, applicant.email)
    assert assign_all(candidate.stage, office) == []
    assert Recusal.objects.get().kind == ConflictKind.INVOLVED
    assert list(assigned(member.user)) == []


def test_so_many_reviews_per_candidate(stage: Stage, office: User) -> None:
    Stage.objects.update(reviews_per_candidate=2)
    for number in range(4):
        make_juror(stage, office, f"j{number}@example.org")
    make_candidates(stage, office, 4)
    assert len(assign_all(stage, office)) == 8
    assert {candidate.assignments.count() for candidate in stage.candidates.all()} == {2}


def test_recused_juror_is_replaced(stage: Stage, office: User) -> None:
    Stage.objects.update(reviews_per_candidate=1)
    make_juror(stage, office, "a@example.org", name="A")
    make_juror(stage, office, "b@example.org", name="B")
    make_candidates(stage, office, 1)
    (first,) = assign_all(stage, office)
    recuse(assignment=first, reason="Verwandt.", by=first.member.user, now=CHECKING)
    (second,) = assign_all(stage, office)
    assert second.member != first.member


@pytest.mark.parametrize("missing", ["jurors", "candidates"])
def test_nothing_to_assign(missing: str, office: User, stage: Stage) -> None:
    if missing == "jurors":
        make_candidates(stage, office, 1)
    else:
        make_juror(stage, office, "a@example.org")
    with pytest.raises(Refused) as refusal:
        assign_panel(stage=stage, by=office, now=CHECKING)
    assert refusal.value.code == "nothing_to_assign"


def test_panels_of_other_stages_are_left_alone(candidate: Candidate, juror: PanelMember, office: User) -> None:
    other = make_stage(slug="anderer")
    make_juror(other, office, "elsewhere@example.org")
    assert {assignment.member for assignment in assign_all(candidate.stage, office)} == {juror}


def test_recusal_takes_the_candidate_off_the_desk(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    first = recuse(assignment=assignment, reason="Verwandt.", by=juror.user, now=CHECKING)
    assert recuse(assignment=assignment, reason="Noch einmal.", by=juror.user, now=CHECKING) == first
    assert list(assigned(juror.user)) == []


def test_recusal_needs_a_reason(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    with pytest.raises(Refused) as refusal:
        recuse(assignment=assignment, reason=" ", by=juror.user, now=CHECKING)
    assert refusal.value.code == "reason_missing"


def test_removed_juror_loses_the_desk(candidate: Candidate, juror: PanelMember, office: User) -> None:
    assign_all(candidate.stage, office)
    remove_juror(member=juror, reason="Krank.", by=office, now=CHECKING)
    assert list(assigned(juror.user)) == []
    with pytest.raises(Refused) as refusal:
        remove_juror(member=juror, reason="Krank.", by=office, now=CHECKING)
    assert refusal.value.code == "faster"


def test_closed_stage_keeps_its_panel(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    Stage.objects.update(closed_at=CHECKING)
    attempts = [
        lambda: invite_juror(stage=candidate.stage, email="x@example.org", name="", by=office, now=CHECKING),
        lambda: remove_juror(member=juror, reason="Krank.", by=office, now=CHECKING),
        lambda: assign_panel(stage=candidate.stage, by=office, now=CHECKING),
        lambda: recuse(assignment=assignment, reason="Verwandt.", by=juror.user, now=CHECKING),
    ]
    for attempt in attempts:
        with pytest.raises(Refused) as refusal:
            attempt()
        assert refusal.value.code == "stage_closed"
