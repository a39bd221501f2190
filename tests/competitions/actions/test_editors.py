"""Writing together: invited by the lead, writing after agreeing, leaving and being removed."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions import permissions
from competitions.actions import invite_editor, join_application, leave_application, remove_editor
from competitions.actions.editors import MOST_EDITORS
from competitions.models import Application, ApplicationEditor
from tests.competitions.factories import NOW


@pytest.fixture
def invited(draft: Application) -> ApplicationEditor:
    return invite_editor(application=draft, email="Partner@example.org", role="Partner", by=draft.lead, now=NOW)


def sees(user: User) -> list[str]:
    return list(permissions.own_applications(user).values_list("code", flat=True))


def test_invited_is_not_yet_writing(draft: Application, invited: ApplicationEditor) -> None:
    assert invited.user.email == "partner@example.org"
    assert sees(invited.user) == []
    assert list(permissions.own_invitations(invited.user)) == [invited]
    join_application(editor=invited, now=NOW)
    join_application(editor=invited, now=NOW)
    assert sees(invited.user) == [draft.code]
    assert list(permissions.own_invitations(invited.user)) == []


def test_removed_sees_nothing_any_more(draft: Application, invited: ApplicationEditor) -> None:
    join_application(editor=invited, now=NOW)
    remove_editor(editor=invited, by=draft.lead, now=NOW)
    assert sees(invited.user) == []
    for call in (
        lambda: remove_editor(editor=invited, by=draft.lead, now=NOW),
        lambda: join_application(editor=invited, now=NOW),
    ):
        with pytest.raises(Refused) as refusal:
            call()
        assert refusal.value.code == "faster"


def test_leaving(draft: Application, invited: ApplicationEditor) -> None:
    join_application(editor=invited, now=NOW)
    leave_application(editor=invited, now=NOW)
    assert sees(invited.user) == []
    with pytest.raises(Refused) as refusal:
        leave_application(editor=invited, now=NOW)
    assert refusal.value.code == "faster"


@pytest.mark.parametrize("email", ["partner@example.org", "PARTNER@example.org", "applicant@example.org"])
def test_nobody_is_invited_twice_nor_the_lead(draft: Application, invited: ApplicationEditor, email: str) -> None:
    with pytest.raises(Refused) as refusal:
        invite_editor(application=draft, email=email, role="", by=draft.lead, now=NOW)
    assert (refusal.value.code, refusal.value.field) == ("already_editor", "email")


def test_only_the_lead_invites_and_removes(draft: Application, invited: ApplicationEditor) -> None:
    join_application(editor=invited, now=NOW)
    with pytest.raises(Refused) as refusal:
        invite_editor(application=draft, email="dritte@example.org", role="", by=invited.user, now=NOW)
    assert refusal.value.code == "only_lead"
    with pytest.raises(Refused) as refusal:
        remove_editor(editor=invited, by=invited.user, now=NOW)
    assert refusal.value.code == "only_lead"


def test_there_is_a_limit(draft: Application) -> None:
    for number in range(MOST_EDITORS):
        invite_editor(application=draft, email=f"p{number}@example.org", role="", by=draft.lead, now=NOW)
    with pytest.raises(Refused) as refusal:
        invite_editor(application=draft, email="noch@example.org", role="", by=draft.lead, now=NOW)
    assert refusal.value.code == "too_many_editors"
