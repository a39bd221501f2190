"""A juror's desk: only assigned candidates, and nothing of the others before one's own review is complete."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.accounts.models import User
from competitions.actions import recuse
from competitions.models import Assignment, Candidate, PanelMember, Stage
from competitions.queries import (
    assignments_to_score,
    jury_desk,
    other_reviews,
    panel_progress,
    score_sheet,
    sheet_total,
)
from tests.competitions.factories import (
    CHECKING,
    JURY_CLOSES,
    assign_all,
    make_candidates,
    make_juror,
    make_stage,
    score,
)


def mine(assignments: list[Assignment], member: PanelMember) -> list[Assignment]:
    return [assignment for assignment in assignments if assignment.member == member]


@pytest.mark.parametrize("rows", [1, 3])
def test_desk_takes_four_queries(
    stage: Stage, office: User, juror: PanelMember, rows: int, django_assert_num_queries
) -> None:
    make_candidates(stage, office, rows)
    for assignment in assign_all(stage, office):
        score(assignment, 5, 5, 5)
    person = User.objects.get(pk=juror.user_id)
    with django_assert_num_queries(4):
        (desk,) = jury_desk(person)
        shown = [
            (item.candidate.label, item.total.points, item.candidate.stage.competition.title) for item in desk.items
        ]
    assert [label for label, *_ in shown] == [f"K{n}" for n in range(1, rows + 1)]
    assert (desk.stage, desk.complete) == (stage, rows)


def test_desk_leaves_out_what_is_recused(stage: Stage, office: User, juror: PanelMember) -> None:
    make_candidates(stage, office, 2)
    first, _second = assign_all(stage, office)
    recuse(assignment=first, reason="Verwandt.", by=juror.user, now=CHECKING)
    assert [item.candidate.number for item in jury_desk(juror.user)[0].items] == [2]


def test_desk_begins_with_what_is_due_and_ends_with_what_is_decided(office: User) -> None:
    for slug, weeks, is_decided in (("alt", 0, True), ("neu", 1, True), ("bald", 3, False), ("eilig", 2, False)):
        stage = make_stage(slug=slug, with_form=False, jury_closes_at=JURY_CLOSES + timedelta(weeks=weeks))
        member = make_juror(stage, office, "juror@example.org")
        Candidate.objects.create(stage=stage, number=1, title=slug, fingerprint="f" * 64, frozen_at=CHECKING)
        assign_all(stage, office)
        decided = JURY_CLOSES if is_decided else None
        Stage.objects.filter(pk=stage.pk).update(closed_at=decided, committed_at=decided)
    assert [group.stage.competition.slug for group in jury_desk(member.user)] == ["eilig", "bald", "neu", "alt"]


def test_desk_of_somebody_else_is_empty(candidate: Candidate, juror: PanelMember, office: User, outsider: User) -> None:
    assign_all(candidate.stage, office)
    assert jury_desk(outsider) == jury_desk(office) == []


def test_sheet_shows_own_points(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    score(assignment, 10, None, 0, complete=False)
    fresh = assignments_to_score(juror.user).get(candidate__key=candidate.key)
    assert [(line.criterion.key, line.value) for line in score_sheet(fresh)] == [
        ("wirkung", 10),
        ("idee", None),
        ("umsetzung", 0),
    ]
    total = sheet_total(fresh)
    assert (round(total.points, 3), total.answered, total.asked) == (57.143, 2, 3)


def test_scoring_page_takes_six_queries(
    candidate: Candidate, juror: PanelMember, office: User, django_assert_num_queries
) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    score(assignment, 5, 5, 5)
    person = User.objects.get(pk=juror.user_id)
    with django_assert_num_queries(6):
        fresh = assignments_to_score(person).get(candidate__key=candidate.key)
        assert (len(score_sheet(fresh)), sheet_total(fresh).points) == (3, 50.0)
        assert [file.name for file in fresh.candidate.files.all()] == ["K1-Anlage-1.pdf"]


def test_others_stay_hidden_until_the_own_review_is_complete(
    candidate: Candidate, juror: PanelMember, second_juror: PanelMember, office: User
) -> None:
    assignments = assign_all(candidate.stage, office)
    (own,), (other,) = mine(assignments, juror), mine(assignments, second_juror)
    score(other, 9, 9, 9)
    score(own, 5, 5, 5, complete=False)
    assert other_reviews(assignments_to_score(juror.user).get()) == []
    score(own, 5, 5, 5)
    (shown,) = other_reviews(assignments_to_score(juror.user).get())
    assert (shown.total.points, dict(shown.values)) == (90.0, {"wirkung": 9, "idee": 9, "umsetzung": 9})
    assert "Jana" not in repr(shown)


def test_hidden_means_that_nothing_is_read(
    candidate: Candidate, juror: PanelMember, second_juror: PanelMember, office: User
) -> None:
    own = mine(assign_all(candidate.stage, office), juror)[0]
    fresh = assignments_to_score(juror.user).get(pk=own.pk)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert other_reviews(fresh) == []
    assert len(queries) == 0


def test_progress_of_the_panel(
    stage: Stage, office: User, juror: PanelMember, second_juror: PanelMember, recused_juror: PanelMember
) -> None:
    make_candidates(stage, office, 2)
    assignments = assign_all(stage, office)
    first, second = mine(assignments, juror)
    score(first, 5, 5, 5)
    score(second, 5, None, None, complete=False)
    progress = {row["member"]: (row["complete"], row["begun"], row["open"]) for row in panel_progress(stage)}
    assert progress == {juror: (1, 1, 0), second_juror: (0, 0, 2), recused_juror: (0, 0, 0)}
