"""Scoring: only assigned candidates, only on the scale, only in time; complete means complete."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import complete_review, recuse, remove_juror, reopen_review, save_scores
from competitions.enums import ReviewState
from competitions.models import Assignment, Candidate, Criterion, PanelMember, Score, Stage
from tests.accounts.factories import make_cast_member
from tests.competitions.factories import JUDGING, JURY_CLOSES, JURY_OPENS, assign_all, score


@pytest.fixture
def assignment(candidate: Candidate, juror: PanelMember, office: User) -> Assignment:
    (assignment,) = assign_all(candidate.stage, office)
    return assignment


def save(assignment: Assignment, now=JUDGING, by: User | None = None, **kwargs):
    return save_scores(assignment=assignment, by=by or assignment.member.user, now=now, **kwargs)


def stored(assignment: Assignment) -> dict[str, tuple[int | None, str]]:
    scores = Score.objects.filter(review__assignment=assignment).select_related("criterion")
    return {score.criterion.key: (score.value, score.note) for score in scores}


def test_saving_keeps_what_is_not_named(assignment: Assignment) -> None:
    save(assignment, values={"wirkung": 7}, notes={"wirkung": "Gut."})
    save(assignment, values={"idee": 0}, note="Insgesamt rund.")
    save(assignment, values={"wirkung": 8})
    assert stored(assignment) == {"wirkung": (8, "Gut."), "idee": (0, "")}
    assignment.refresh_from_db()
    assert (assignment.review.note, assignment.review.state) == ("Insgesamt rund.", ReviewState.OPEN)


def test_no_answer_is_stored_as_none(assignment: Assignment) -> None:
    save(assignment, values={"wirkung": 7})
    save(assignment, values={"wirkung": None})
    assert stored(assignment) == {"wirkung": (None, "")}


@pytest.mark.parametrize(
    "values, code, field",
    [({"wirkung": 11}, "score_off_scale", "wirkung"), ({"fremd": 1}, "unknown_criterion", None)],
)
def test_strange_scores_store_nothing(assignment: Assignment, values: dict, code: str, field: str | None) -> None:
    with pytest.raises(Refused) as refusal:
        save(assignment, values={"idee": 5, **values})
    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert stored(assignment) == {}


def test_nobody_scores_for_somebody_else(assignment: Assignment, outsider: User, office: User) -> None:
    for person in (outsider, office):
        with pytest.raises(Refused) as refusal:
            save(assignment, by=person, values={"idee": 5})
        assert refusal.value.code == "not_assigned"


@pytest.mark.parametrize("end", ["recused", "removed"])
def test_no_longer_assigned(assignment: Assignment, office: User, end: str) -> None:
    if end == "recused":
        recuse(assignment=assignment, reason="Verwandt.", by=assignment.member.user, now=JUDGING)
    else:
        remove_juror(member=assignment.member, reason="Krank.", by=office, now=JUDGING)
    with pytest.raises(Refused) as refusal:
        save(assignment, values={"idee": 5})
    assert refusal.value.code == "not_assigned"


@pytest.mark.parametrize(
    "now, code",
    [(JURY_OPENS - timedelta(microseconds=1), "jury_not_open"), (JURY_CLOSES, "jury_closed")],
)
def test_only_while_the_jury_is_open(assignment: Assignment, now, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        save(assignment, now=now, values={"idee": 5})
    assert refusal.value.code == code
    save(assignment, now=JURY_OPENS, values={"idee": 5})
    save(assignment, now=JURY_CLOSES - timedelta(microseconds=1), values={"idee": 6})


def test_closed_stage_takes_no_scores(assignment: Assignment) -> None:
    Stage.objects.update(closed_at=JUDGING)
    with pytest.raises(Refused) as refusal:
        save(assignment, values={"idee": 5})
    assert refusal.value.code == "stage_closed"


def test_completing_needs_every_required_criterion(assignment: Assignment) -> None:
    for values in ({}, {"wirkung": 7, "idee": 5}, {"umsetzung": None}):
        save(assignment, values=values)
        with pytest.raises(Refused) as refusal:
            complete_review(assignment=assignment, by=assignment.member.user, now=JUDGING)
        assert refusal.value.code == "review_incomplete"
    save(assignment, values={"umsetzung": 0})
    review = complete_review(assignment=assignment, by=assignment.member.user, now=JUDGING)
    assert (review.state, review.completed_at) == (ReviewState.COMPLETE, JUDGING)


def test_voluntary_criterion_may_stay_open(assignment: Assignment) -> None:
    Criterion.objects.filter(key="idee").update(required=False)
    save(assignment, values={"wirkung": 7, "umsetzung": 5})
    assert complete_review(assignment=assignment, by=assignment.member.user, now=JUDGING).is_complete


def test_complete_review_is_locked_until_the_office_opens_it(assignment: Assignment, office: User) -> None:
    score(assignment, 7, 7, 7)
    for attempt in (save, complete):
        with pytest.raises(Refused) as refusal:
            attempt(assignment, values={"idee": 1})
        assert refusal.value.code == "review_locked"
    reopen_review(assignment=assignment, reason="Verklickt.", by=office, now=JUDGING)
    save(assignment, values={"idee": 1})
    assert stored(assignment)["idee"] == (1, "")


def complete(assignment: Assignment, **_values: object) -> object:
    return complete_review(assignment=assignment, by=assignment.member.user, now=JUDGING)


def test_reopening_needs_a_complete_review_and_a_reason(assignment: Assignment) -> None:
    office = make_cast_member("admin")
    save(assignment, values={"idee": 1})
    for reason, code in (("Grund", "faster"), ("", "reason_missing")):
        with pytest.raises(Refused) as refusal:
            reopen_review(assignment=assignment, reason=reason, by=office, now=JUDGING)
        assert refusal.value.code == code
