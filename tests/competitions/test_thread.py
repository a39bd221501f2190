"""The whole way of one application, from the first click to the public result."""

from __future__ import annotations

from django.core import mail

from cms.accounts.models import User
from competitions.actions import close_stage, commit_decisions, propose_decision
from competitions.enums import StagePhase, Verdict
from competitions.models import PanelMember, Stage
from competitions.queries import jury_desk, ranking, winners
from tests.competitions.factories import (
    DELIBERATING,
    JUDGING,
    assign_all,
    make_awards,
    make_candidates,
    score,
)


def test_from_draft_to_winner(
    stage: Stage,
    office: User,
    juror: PanelMember,
    second_juror: PanelMember,
    django_capture_on_commit_callbacks: object,
) -> None:
    candidates = make_candidates(stage, office, 3)
    assignments = assign_all(stage, office)
    assert len(assignments) == 6
    points = {1: (9, 8, 10), 2: (5, 5, 5), 3: (7, 7, 6)}
    for assignment in assignments:
        score(assignment, *points[assignment.candidate.number])
    assert jury_desk(juror.user)[0].complete == 3

    close_stage(stage=stage, by=office, now=DELIBERATING)
    order = [line.candidate.number for line in ranking(stage).lines]
    assert order == [1, 3, 2]

    first_prize = make_awards(stage)[0]
    for candidate in candidates:
        if candidate.number == 1:
            propose_decision(
                candidate=candidate,
                verdict=Verdict.AWARD,
                place=1,
                award=first_prize,
                reason="Drei leere Läden auf einen Schlag.",
                by=office,
                now=DELIBERATING,
            )
        else:
            propose_decision(candidate=candidate, verdict=Verdict.NONE, by=office, now=DELIBERATING)
    assert list(winners(stage)) == []
    commit_decisions(stage=stage, by=office, now=DELIBERATING)
    stage.refresh_from_db()
    assert stage.phase(DELIBERATING) is StagePhase.DECIDED
    assert [(d.place, d.candidate.title, d.award) for d in winners(stage)] == [(1, "Vorhaben 1", first_prize)]
    assert JUDGING < DELIBERATING
    assert mail.outbox == []
