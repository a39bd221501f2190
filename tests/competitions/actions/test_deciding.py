"""Closing freezes, deciding waits, committing is one step."""

from __future__ import annotations

import pytest

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from competitions.actions import (
    close_stage,
    commit_decisions,
    propose_decision,
    recuse,
    reopen_stage,
)
from competitions.domain import fingerprint
from competitions.enums import Verdict
from competitions.models import Award, Candidate, Decision, PanelMember, Stage
from competitions.queries import winners
from tests.competitions.factories import (
    CHECKING,
    DELIBERATING,
    JUDGING,
    assign_all,
    make_awards,
    make_candidates,
    make_stage,
    score,
)


@pytest.fixture
def reviewed(stage: Stage, office: User, juror: PanelMember, second_juror: PanelMember) -> list[Candidate]:
    """Two candidates, completely reviewed by two jurors."""
    candidates = make_candidates(stage, office, 2)
    for assignment in assign_all(stage, office):
        score(assignment, *((9, 9, 9) if assignment.candidate.number == 1 else (4, 4, 4)))
    return candidates


@pytest.fixture
def closed(stage: Stage, office: User, reviewed: list[Candidate]) -> list[Candidate]:
    close_stage(stage=stage, by=office, now=DELIBERATING)
    return reviewed


def award(candidate: Candidate, office: User, prize: Award | None = None, reason: str = "Wirkt.") -> Decision:
    return propose_decision(
        candidate=candidate, verdict=Verdict.AWARD, place=1, award=prize, reason=reason, by=office, now=DELIBERATING
    )


def nothing(candidate: Candidate, office: User) -> Decision:
    return propose_decision(candidate=candidate, verdict=Verdict.NONE, by=office, now=DELIBERATING)


def test_closing_takes_a_snapshot_with_fingerprint(stage: Stage, office: User, reviewed: list[Candidate]) -> None:
    snapshot = close_stage(stage=stage, by=office, now=DELIBERATING)
    snapshot.refresh_from_db()
    stage.refresh_from_db()
    assert stage.closed_at == DELIBERATING
    assert snapshot.fingerprint == fingerprint(snapshot.inputs)
    assert [(line["candidate"], line["mean"]) for line in snapshot.numbers["results"]] == [
        ("K001", 90.0),
        ("K002", 40.0),
    ]
    assert snapshot.numbers["gaps"] == []


def test_closed_once(stage: Stage, office: User, closed: list[Candidate]) -> None:
    with pytest.raises(Refused) as refusal:
        close_stage(stage=stage, by=office, now=DELIBERATING)
    assert refusal.value.code == "stage_closed"


def test_complete_panel_may_close_early_but_not_before_the_jury(
    stage: Stage, office: User, reviewed: list[Candidate]
) -> None:
    with pytest.raises(Refused) as refusal:
        close_stage(stage=stage, by=office, now=CHECKING)
    assert refusal.value.code == "jury_not_open"
    close_stage(stage=stage, by=office, now=JUDGING)


def test_gaps_wait_for_the_deadline_and_are_named(
    stage: Stage, office: User, juror: PanelMember, second_juror: PanelMember
) -> None:
    make_candidates(stage, office, 1)
    first, second = assign_all(stage, office)
    score(first, 5, 5, 5)
    with pytest.raises(Refused) as refusal:
        close_stage(stage=stage, by=office, now=JUDGING)
    assert refusal.value.code == "jury_still_open"
    snapshot = close_stage(stage=stage, by=office, now=DELIBERATING)
    assert snapshot.numbers["gaps"] == (("K001", f"J{second.member_id:06}"),)


def test_snapshot_is_the_same_for_the_same_reviews(stage: Stage, office: User, closed: list[Candidate]) -> None:
    reopen_stage(stage=stage, reason="Nachgerechnet.", by=office, now=DELIBERATING)
    again = close_stage(stage=stage, by=office, now=DELIBERATING)
    first = stage.snapshots.get(number=1)
    assert (again.number, again.fingerprint) == (2, first.fingerprint)


def test_recusal_changes_the_fingerprint(stage: Stage, office: User, closed: list[Candidate]) -> None:
    reopen_stage(stage=stage, reason="Befangenheit bekannt geworden.", by=office, now=DELIBERATING)
    assignment = closed[0].assignments.first()
    recuse(assignment=assignment, reason="Verwandt.", by=office, now=DELIBERATING)
    again = close_stage(stage=stage, by=office, now=DELIBERATING)
    assert again.fingerprint != stage.snapshots.get(number=1).fingerprint


def test_no_decision_before_closing(stage: Stage, office: User, reviewed: list[Candidate]) -> None:
    with pytest.raises(Refused) as refusal:
        nothing(reviewed[0], office)
    assert refusal.value.code == "stage_not_closed"
    with pytest.raises(Refused) as refusal:
        commit_decisions(stage=stage, by=office, now=DELIBERATING)
    assert refusal.value.code == "stage_not_closed"


def test_proposal_can_be_changed_until_the_commit(stage: Stage, office: User, closed: list[Candidate]) -> None:
    nothing(closed[0], office)
    award(closed[0], office)
    assert Decision.objects.get().verdict == Verdict.AWARD
    nothing(closed[1], office)
    assert list(winners(stage)) == []
    commit_decisions(stage=stage, by=office, now=DELIBERATING)
    assert [decision.candidate for decision in winners(stage)] == [closed[0]]
    with pytest.raises(Refused) as refusal:
        nothing(closed[0], office)
    assert refusal.value.code == "decisions_final"


def test_award_needs_a_reason(office: User, closed: list[Candidate]) -> None:
    with pytest.raises(Refused) as refusal:
        award(closed[0], office, reason=" ")
    assert (refusal.value.code, refusal.value.field) == ("reason_missing", "reason")


def test_award_of_another_competition(office: User, closed: list[Candidate]) -> None:
    with pytest.raises(Refused) as refusal:
        award(closed[0], office, prize=make_awards(make_stage(slug="anderer"))[0])
    assert refusal.value.code == "award_foreign"


def test_all_or_nothing(stage: Stage, office: User, closed: list[Candidate]) -> None:
    award(closed[0], office)
    with pytest.raises(Refused) as refusal:
        commit_decisions(stage=stage, by=office, now=DELIBERATING)
    assert refusal.value.code == "decisions_missing"
    assert Decision.objects.get().committed_at is None


def test_prize_is_given_no_more_often_than_it_exists(stage: Stage, office: User, closed: list[Candidate]) -> None:
    prize = make_awards(stage)[0]
    for candidate in closed:
        award(candidate, office, prize)
    with pytest.raises(Refused) as refusal:
        commit_decisions(stage=stage, by=office, now=DELIBERATING)
    assert refusal.value.code == "award_exhausted"
    assert list(winners(stage)) == []


def test_committed_once(stage: Stage, office: User, closed: list[Candidate]) -> None:
    for candidate in closed:
        nothing(candidate, office)
    commit_decisions(stage=stage, by=office, now=DELIBERATING)
    with pytest.raises(Refused) as refusal:
        commit_decisions(stage=stage, by=office, now=DELIBERATING)
    assert refusal.value.code == "decisions_final"


def test_reopening_is_logged_and_takes_the_winners_back(stage: Stage, office: User, closed: list[Candidate]) -> None:
    award(closed[0], office)
    nothing(closed[1], office)
    commit_decisions(stage=stage, by=office, now=DELIBERATING)
    with pytest.raises(Refused) as refusal:
        reopen_stage(stage=stage, reason="", by=office, now=DELIBERATING)
    assert refusal.value.code == "reason_missing"
    reopen_stage(stage=stage, reason="Formfehler.", by=office, now=DELIBERATING)
    stage.refresh_from_db()
    assert (stage.closed_at, stage.committed_at, list(winners(stage))) == (None, None, [])
    event = AuditEvent.objects.get(action="competitions.stage.reopened")
    assert (event.actor, event.reason) == (office, "Formfehler.")
    with pytest.raises(Refused) as refusal:
        reopen_stage(stage=stage, reason="Noch einmal.", by=office, now=DELIBERATING)
    assert refusal.value.code == "faster"
