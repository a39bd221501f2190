"""The stored plan is the previewed one; single assignments move, finished reviews stay, substitutes step in."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions import permissions
from competitions.actions import assign_panel, declare_conflicts, reassign, set_linking, step_in
from competitions.models import Assignment, Candidate, Panel, PanelMember, Stage
from competitions.queries import assignment_plan
from tests.competitions.factories import CHECKING, JUDGING, assign_all, make_candidates, make_juror, score

pytestmark = pytest.mark.django_db


def test_another_plan_than_the_previewed_is_refused(candidate: Candidate, juror: PanelMember, office: User) -> None:
    seen = assignment_plan(candidate.stage).fingerprint
    make_juror(candidate.stage, office, "dazu@example.org")
    with pytest.raises(Refused) as refusal:
        assign_panel(stage=candidate.stage, seen=seen, by=office, now=CHECKING)
    assert refusal.value.code == "plan_changed"
    assert not Assignment.objects.exists()
    seen = assignment_plan(candidate.stage).fingerprint
    assert len(assign_panel(stage=candidate.stage, seen=seen, by=office, now=CHECKING)) == 2


def test_preview_shows_loads_and_links(stage: Stage, office: User) -> None:
    Stage.objects.filter(pk=stage.pk).update(reviews_per_candidate=2)
    stage.refresh_from_db()
    make_candidates(stage, office, 4)
    for number in range(4):
        make_juror(stage, office, f"j{number}@example.org")
    set_linking(stage=stage, linking=1, by=office, now=CHECKING)
    assert Panel.objects.get().linking == 1
    plan = assignment_plan(stage)
    assert sorted(plan.reviews) == [2, 2, 2, 4]
    assert len(plan.groups) == 1
    assert {load for _member, _marks, load in plan.matrix} <= {2, 3}


def test_substitutes_wait(candidate: Candidate, juror: PanelMember, office: User) -> None:
    make_juror(candidate.stage, office, "ersatz@example.org", is_substitute=True)
    assert [a.member for a in assign_all(candidate.stage, office)] == [juror]


def test_moving_hands_on_what_is_unfinished(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    score(assignment, 5, 5, 5, complete=False)
    other = make_juror(candidate.stage, office, "zwei@example.org")
    reassign(candidate=candidate, away=juror, to=other, by=office, now=JUDGING)
    assert [a.member for a in Assignment.objects.counting()] == [other]
    reassign(candidate=candidate, away=other, to=juror, by=office, now=JUDGING)
    assert [a.member for a in Assignment.objects.counting()] == [juror]
    assert Assignment.objects.counting().get().review.scores.count() == 3


def test_finished_reviews_stay(candidate: Candidate, juror: PanelMember, office: User) -> None:
    score(assign_all(candidate.stage, office)[0], 5, 5, 5)
    other = make_juror(candidate.stage, office, "zwei@example.org")
    with pytest.raises(Refused) as refusal:
        reassign(candidate=candidate, away=juror, to=other, by=office, now=JUDGING)
    assert refusal.value.code == "review_finished"
    assert [a.member for a in Assignment.objects.counting()] == [juror]


def test_nothing_moves_to_somebody_tied(
    candidate: Candidate, juror: PanelMember, recused_juror: PanelMember, office: User
) -> None:
    assign_all(candidate.stage, office)
    with pytest.raises(Refused) as refusal:
        reassign(candidate=candidate, away=juror, to=recused_juror, by=office, now=JUDGING)
    assert refusal.value.code == "conflict_known"
    assert permissions.assigned(juror.user).count() == 1


@pytest.mark.parametrize("both", [True, False])
def test_nobody_named(candidate: Candidate, juror: PanelMember, office: User, both: bool) -> None:
    member = juror if both else None
    with pytest.raises(Refused) as refusal:
        reassign(candidate=candidate, away=member, to=member, by=office, now=JUDGING)
    assert refusal.value.code == "nobody_named"


def test_a_substitute_takes_over(stage: Stage, office: User) -> None:
    make_candidates(stage, office, 3)
    leaving = make_juror(stage, office, "geht@example.org")
    substitute = make_juror(stage, office, "ersatz@example.org", is_substitute=True)
    first, *_rest = assign_all(stage, office)
    score(first, 5, 5, 5)
    assert step_in(substitute=substitute, leaving=leaving, reason="Krank", by=office, now=JUDGING) == 3
    substitute.refresh_from_db()
    assert (substitute.is_substitute, substitute.stands_in_for) == (False, leaving)
    assert not permissions.assigned(leaving.user).exists()
    declare_conflicts(member=substitute, conflicts={}, by=substitute.user, now=JUDGING)
    assert permissions.assigned(substitute.user).count() == 3
    with pytest.raises(Refused) as refusal:
        step_in(substitute=substitute, leaving=leaving, reason="Noch einmal", by=office, now=JUDGING)
    assert refusal.value.code == "not_substitute"
