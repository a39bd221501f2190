"""Reminders once, a look that is on record, questions to the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from competitions.actions import (
    answer_juror,
    ask_office,
    close_stage,
    peek_scores,
    remind_due_jurors,
    remind_jurors,
    save_scores,
)
from competitions.models import Candidate, PanelMember, Stage
from tests.competitions.factories import DELIBERATING, JUDGING, JURY_CLOSES, assign_all, make_juror, score

pytestmark = pytest.mark.django_db


def recipients() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


def test_who_is_late_is_reminded_and_not_twice(
    candidate: Candidate,
    juror: PanelMember,
    second_juror: PanelMember,
    office: User,
    django_capture_on_commit_callbacks: Any,
) -> None:
    score(assign_all(candidate.stage, office)[0], 5, 5, 5)
    make_juror(candidate.stage, office, "neu@example.org", joins=False)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert remind_jurors(stage=candidate.stage, by=office, now=JUDGING) == 2
    assert recipients() == ["neu@example.org", second_juror.user.email]
    with pytest.raises(Refused) as refusal:
        remind_jurors(stage=candidate.stage, by=office, now=JUDGING + timedelta(hours=1))
    assert refusal.value.code == "nobody_to_remind"


def test_before_the_end_everybody_is_reminded_once_by_itself(
    candidate: Candidate, juror: PanelMember, office: User
) -> None:
    assign_all(candidate.stage, office)
    assert remind_due_jurors(now=JURY_CLOSES - timedelta(days=4)) == 0
    assert remind_due_jurors(now=JURY_CLOSES - timedelta(days=2)) == 1
    assert remind_due_jurors(now=JURY_CLOSES - timedelta(days=1)) == 0
    assert remind_due_jurors(now=JURY_CLOSES + timedelta(days=1)) == 0


def test_a_look_needs_a_reason_and_leaves_a_trace(candidate: Candidate, juror: PanelMember, office: User) -> None:
    score(assign_all(candidate.stage, office)[0], 5, 5, 5)
    with pytest.raises(Refused) as refusal:
        peek_scores(stage=candidate.stage, reason=" ", by=office, now=JUDGING)
    assert refusal.value.code == "reason_missing"
    assert not AuditEvent.objects.filter(action="competitions.stage.peeked").exists()
    found = peek_scores(stage=candidate.stage, reason="Ein Mitglied meldet einen Fehler.", by=office, now=JUDGING)
    assert found.lines[0].result.mean == 50
    event = AuditEvent.objects.get(action="competitions.stage.peeked")
    assert (event.actor, event.reason) == (office, "Ein Mitglied meldet einen Fehler.")


def test_frozen_numbers_need_no_look(candidate: Candidate, juror: PanelMember, office: User) -> None:
    score(assign_all(candidate.stage, office)[0], 5, 5, 5)
    close_stage(stage=candidate.stage, by=office, now=DELIBERATING)
    with pytest.raises(Refused) as refusal:
        peek_scores(stage=candidate.stage, reason="Neugier", by=office, now=DELIBERATING)
    assert refusal.value.code == "stage_closed"


def test_a_question_is_answered_once(
    candidate: Candidate, juror: PanelMember, office: User, django_capture_on_commit_callbacks: Any
) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    question = ask_office(assignment=assignment, text="Gehört das Haus der Stadt?", by=juror.user, now=JUDGING)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        answer_juror(question=question, text="Ja, seit 2019.", by=office, now=JUDGING)
    assert recipients() == [juror.user.email]
    with pytest.raises(Refused) as refusal:
        answer_juror(question=question, text="Nein.", by=office, now=JUDGING)
    assert refusal.value.code == "faster"


def test_only_who_is_assigned_asks(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    with pytest.raises(Refused) as refusal:
        ask_office(assignment=assignment, text="Darf ich?", by=office, now=JUDGING)
    assert refusal.value.code == "not_assigned"


def test_marks_are_kept_with_the_points(candidate: Candidate, juror: PanelMember, office: User, stage: Stage) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    given = {"assignment": assignment, "by": juror.user, "now": JUDGING}
    review = save_scores(values={"idee": 5}, marks={"favourite": True, "shares_note": True}, **given)
    assert (review.favourite, review.shares_note) == (True, True)
    review = save_scores(values={"idee": 6}, **given)
    assert (review.favourite, review.shares_note) == (True, True)
