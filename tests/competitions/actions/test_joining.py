"""Nothing opens to a juror before acceptance, the promise and the declaration."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from competitions import permissions
from competitions.actions import (
    accept_invitation,
    assign_panel,
    declare_conflicts,
    decline_invitation,
    save_scores,
)
from competitions.domain import CONFIDENTIALITY_VERSION
from competitions.models import Assignment, Candidate, PanelMember, Stage
from tests.competitions.factories import CHECKING, JUDGING, make_juror

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(stage: Stage, office: User) -> PanelMember:
    return make_juror(stage, office, "neu@example.org", joins=False)


def test_each_step_opens_the_next_and_nothing_more(candidate: Candidate, invited: PanelMember, office: User) -> None:
    (assignment,) = assign_panel(stage=candidate.stage, by=office, now=CHECKING)
    user = invited.user
    scoring = {"assignment": assignment, "values": {"idee": 5}, "by": user, "now": JUDGING}
    assert not permissions.assigned(user).exists()
    with pytest.raises(Refused, match="nehmen Sie zuerst die Einladung an"):
        save_scores(**scoring)
    with pytest.raises(Refused) as early:
        declare_conflicts(member=invited, conflicts={}, by=user, now=CHECKING)
    assert early.value.code == "not_declared"
    accept_invitation(member=invited, by=user, now=CHECKING)
    assert not permissions.assigned(user).exists()
    with pytest.raises(Refused):
        save_scores(**scoring)
    assert declare_conflicts(member=invited, conflicts={}, by=user, now=CHECKING) == 1
    assert permissions.assigned(user).get() == assignment
    save_scores(**scoring)


def test_the_promise_is_kept_with_version_and_time(invited: PanelMember) -> None:
    accept_invitation(member=invited, by=invited.user, now=CHECKING)
    accept_invitation(member=invited, by=invited.user, now=JUDGING)
    invited.refresh_from_db()
    stored = (invited.accepted_at, invited.confidential_at, invited.confidential_version)
    assert stored == (CHECKING, CHECKING, CONFIDENTIALITY_VERSION)
    assert AuditEvent.objects.filter(action="competitions.panel.accepted").count() == 1


def test_nobody_accepts_for_somebody_else(invited: PanelMember, office: User) -> None:
    with pytest.raises(Refused):
        accept_invitation(member=invited, by=office, now=CHECKING)
    invited.refresh_from_db()
    assert not invited.is_bound


def test_a_declared_conflict_closes_the_candidate(candidate: Candidate, juror: PanelMember, office: User) -> None:
    assign_panel(stage=candidate.stage, by=office, now=CHECKING)
    free = declare_conflicts(member=juror, conflicts={candidate.key: "Beratung"}, by=juror.user, now=CHECKING)
    assert free == 0
    assert not permissions.assigned(juror.user).exists()
    assert Assignment.objects.get().recusal.reason == "Beratung"


def test_saying_no_leaves_the_panel(invited: PanelMember) -> None:
    decline_invitation(member=invited, reason="Keine Zeit", by=invited.user, now=CHECKING)
    invited.refresh_from_db()
    assert (invited.removed_at, invited.removed_reason) == (CHECKING, "Keine Zeit")
    with pytest.raises(Refused):
        accept_invitation(member=invited, by=invited.user, now=CHECKING)


def test_who_has_accepted_can_only_be_removed(juror: PanelMember) -> None:
    with pytest.raises(Refused):
        decline_invitation(member=juror, by=juror.user, now=CHECKING)
