"""Deny by default: exact sets for every person of the cast."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from cms.accounts.actions import revoke_role
from cms.accounts.enums import Role
from cms.accounts.models import User
from competitions.actions import invite_editor, join_application, recuse, remove_editor
from competitions.models import Application, Candidate, PanelMember
from competitions.permissions import (
    assigned,
    assigned_files,
    can_call_back,
    can_edit,
    is_office,
    may_see_others,
    office_applications,
    office_files,
    own_applications,
    own_files,
    own_submissions,
)
from tests.accounts.factories import CAST, make_cast_member
from tests.competitions.factories import (
    CHECKING,
    CLOSES,
    NOW,
    assign_all,
    make_candidates,
    make_draft,
    make_juror,
    make_sent,
    make_stage,
    score,
)

STRANGERS = sorted(set(CAST) - {"applicant", "office", "admin"})


@pytest.mark.parametrize("part", STRANGERS)
def test_strangers_reach_nothing(candidate: Candidate, part: str) -> None:
    make_draft(candidate.stage, candidate.application.lead)
    person = make_cast_member(part)
    for reachable in (
        own_applications, own_files, own_submissions, office_applications, office_files, assigned, assigned_files
    ):  # fmt: skip
        assert list(reachable(person)) == []


def test_anonymous_reaches_nothing(candidate: Candidate) -> None:
    for reachable in (own_applications, office_applications, assigned, assigned_files, own_files, office_files):
        assert list(reachable(AnonymousUser())) == []
    assert not is_office(AnonymousUser())


def test_applicants_reach_their_own(stage, applicant: User, rival: User) -> None:
    mine, theirs = make_sent(stage, applicant), make_draft(stage, rival)
    assert list(own_applications(applicant)) == [mine]
    assert list(own_applications(rival)) == [theirs]
    assert list(own_files(applicant)) == list(mine.files.all())
    assert list(own_files(rival)) == []
    assert list(own_submissions(applicant)) == list(mine.submissions.all())
    assert list(own_submissions(rival)) == []


def test_invited_editor_reaches_one_application(stage, applicant: User, rival: User) -> None:
    first, _other = make_sent(stage, applicant), make_draft(stage, applicant)
    editor = invite_editor(application=first, email=rival.email, role="Partner", by=applicant, now=NOW)
    assert list(own_applications(rival)) == []
    join_application(editor=editor, now=NOW)
    assert list(own_applications(rival)) == [first]
    remove_editor(editor=editor, by=applicant, now=NOW)
    assert list(own_applications(rival)) == []


def test_blocked_account_reaches_nothing(sent: Application) -> None:
    User.objects.filter(pk=sent.lead_id).update(is_active=False)
    assert list(own_applications(User.objects.get(pk=sent.lead_id))) == []


def test_office_reaches_what_was_handed_in_but_no_drafts(stage, applicant: User, rival: User, office: User) -> None:
    handed_in, _draft = make_sent(stage, applicant), make_draft(stage, rival)
    assert list(office_applications(office)) == [handed_in]
    assert list(office_files(office)) == list(handed_in.files.all())
    assert list(own_applications(office)) == []


def test_juror_reaches_assigned_candidates_and_their_files(stage, office: User, juror: PanelMember) -> None:
    first, second = make_candidates(stage, office, 2)
    assert list(assigned(juror.user)) == []
    assign_all(stage, office)
    other = make_candidates(make_stage(slug="anderer"), office, 1)[0]
    assert {assignment.candidate for assignment in assigned(juror.user)} == {first, second}
    assert set(assigned_files(juror.user)) == {*first.files.all(), *second.files.all()}
    assert set(assigned_files(juror.user)).isdisjoint(other.files.all())
    recuse(assignment=first.assignments.get(), reason="Verwandt.", by=juror.user, now=CHECKING)
    assert {assignment.candidate for assignment in assigned(juror.user)} == {second}
    assert set(assigned_files(juror.user)) == set(second.files.all())


def test_juror_without_the_role_reaches_nothing(candidate: Candidate, juror: PanelMember, office: User) -> None:
    assign_all(candidate.stage, office)
    revoke_role(user=juror.user, role=Role.JUROR, by=None, now=CHECKING)
    assert list(assigned(juror.user)) == []


def test_juror_of_another_stage_reaches_nothing(candidate: Candidate, juror: PanelMember, office: User) -> None:
    assign_all(candidate.stage, office)
    elsewhere = make_juror(make_stage(slug="anderer"), office, "elsewhere@example.org")
    assert list(assigned(elsewhere.user)) == []


def test_others_scores_open_with_the_own_complete_review(
    candidate: Candidate, juror: PanelMember, office: User
) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    assert not may_see_others(assignment)
    score(assignment, None, None, None, complete=False)
    assignment.refresh_from_db()
    assert not may_see_others(assignment)
    score(assignment, 1, 1, 1)
    assignment.refresh_from_db()
    assert may_see_others(assignment)


def test_editing_ends_with_sending_and_with_the_deadline(draft: Application, rival: User) -> None:
    assert can_edit(draft, NOW)
    assert not can_edit(draft, CLOSES)
    sent = make_sent(draft.stage, rival)
    assert not can_edit(sent, NOW)
    assert can_call_back(sent, NOW)
    assert not can_call_back(sent, CLOSES)
    assert not can_call_back(draft, NOW)
