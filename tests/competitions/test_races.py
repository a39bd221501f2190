"""People who click at the same moment, on a real PostgreSQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import (
    admit_application,
    ask_for_more,
    attach_file,
    close_stage,
    commit_decisions,
    complete_review,
    propose_decision,
    refuse_application,
    save_part,
    save_scores,
    send_application,
    start_application,
    take_back_follow_up,
)
from competitions.domain import fingerprint
from competitions.enums import FormalCheckItem, Verdict
from competitions.models import (
    Application,
    Assignment,
    Candidate,
    FollowUp,
    FormalCheck,
    PanelMember,
    Review,
    Score,
    Snapshot,
    Stage,
    Submission,
)
from competitions.queries import stage_inputs
from tests.accounts.factories import make_cast_member
from tests.competitions.factories import (
    CHECKING,
    DELIBERATING,
    JUDGING,
    NOW,
    assign_all,
    fill,
    make_candidates,
    make_draft,
    make_juror,
    make_sent,
    pdf,
    score,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def together(attempts: Sequence[Callable[[], Any]]) -> Counter[str]:
    """Run all at the same moment, each on a connection of its own; count „done“ and the codes of refusals."""
    barrier = Barrier(len(attempts))

    def run(attempt: Callable[[], Any]) -> str:
        try:
            barrier.wait(timeout=30)
            attempt()
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(attempts)) as pool:
        return Counter(pool.map(run, attempts))


def test_two_officers_at_once_give_one_decision(sent: Application, office: User) -> None:
    other = make_cast_member("admin")
    outcome = together(
        [
            lambda: admit_application(application=sent, ticked=FormalCheckItem.values, by=office, now=CHECKING),
            lambda: refuse_application(application=sent, ticked=[], reason="Nein.", by=other, now=CHECKING),
            lambda: admit_application(application=sent, ticked=FormalCheckItem.values, by=other, now=CHECKING),
        ]
    )
    assert outcome == {"done": 1, "faster": 2}
    check = FormalCheck.objects.get()
    sent.refresh_from_db()
    assert sent.state == check.outcome
    assert Candidate.objects.count() == (check.outcome == "admitted")


def test_admitting_many_at_once_gives_each_a_number(stage: Stage, applicant: User, office: User) -> None:
    applications = [make_sent(stage, applicant) for _ in range(6)]
    outcome = together(
        [
            lambda application=application: admit_application(
                application=application, ticked=FormalCheckItem.values, by=office, now=CHECKING
            )
            for application in applications
        ]
    )
    assert outcome == {"done": 6}
    assert sorted(Candidate.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]


def test_double_click_on_start_gives_one_draft(stage: Stage, applicant: User) -> None:
    assert together([lambda: start_application(stage=stage, lead=applicant, now=NOW)] * 10) == {"done": 10}
    assert Application.objects.count() == 1


def test_of_two_savers_one_is_told(draft: Application, applicant: User) -> None:
    def save(text: str) -> Callable[[], Any]:
        return lambda: save_part(
            application=draft, part="vorhaben", answers={"ort": text}, revision=0, by=applicant, now=NOW
        )

    assert together([save("eins"), save("zwei")]) == {"done": 1, "changed_meanwhile": 1}
    draft.refresh_from_db()
    assert (draft.revision, draft.answers["ort"] in {"eins", "zwei"}) == (1, True)


def test_double_click_on_send_gives_one_receipt(draft: Application, applicant: User) -> None:
    application = fill(draft)
    outcome = together([lambda: send_application(application=application, by=applicant, now=NOW)] * 5)
    assert outcome == {"done": 1, "wrong_state": 4}
    assert Submission.objects.count() == 1


def test_file_and_sending_at_once_never_disagree(draft: Application, applicant: User) -> None:
    application = fill(draft)
    together(
        [
            lambda: send_application(application=application, by=applicant, now=NOW),
            lambda: attach_file(
                application=application, question="bilder", upload=pdf("Tafel"), name="t.pdf", by=applicant, now=NOW
            ),
        ]
    )
    handed_in = {file["sha256"] for file in Submission.objects.get().content["files"]}
    assert handed_in == set(application.files.values_list("sha256", flat=True))


def test_same_file_twice_at_once_is_stored_once(draft: Application, applicant: User) -> None:
    outcome = together(
        [
            lambda: attach_file(
                application=draft, question="bilder", upload=pdf("Tafel"), name="t.pdf", by=applicant, now=NOW
            )
        ]
        * 4
    )
    assert outcome == {"done": 4}
    assert draft.files.count() == 1


def test_forty_jurors_saving_at_once_lose_nothing(stage: Stage, office: User) -> None:
    make_candidates(stage, office, 1)
    members = [make_juror(stage, office, f"j{number}@example.org") for number in range(40)]
    assignments = {assignment.member_id: assignment for assignment in assign_all(stage, office)}

    def save(number: int, member: PanelMember) -> Callable[[], Any]:
        return lambda: save_scores(
            assignment=assignments[member.pk],
            values={"wirkung": number % 11, "idee": 5, "umsetzung": 7},
            by=member.user,
            now=JUDGING,
        )

    assert together([save(number, member) for number, member in enumerate(members)]) == {"done": 40}
    stored = Score.objects.filter(criterion__key="wirkung").values_list("review__assignment__member_id", "value")
    assert dict(stored) == {member.pk: number % 11 for number, member in enumerate(members)}
    assert Score.objects.count() == 120


def test_one_juror_in_two_windows_loses_nothing(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)

    def save(key: str, value: int) -> Callable[[], Any]:
        return lambda: save_scores(assignment=assignment, values={key: value}, by=juror.user, now=JUDGING)

    assert together([save("wirkung", 8), save("idee", 6), save("umsetzung", 4)]) == {"done": 3}
    assert Review.objects.count() == 1
    assert dict(Score.objects.values_list("criterion__key", "value")) == {"wirkung": 8, "idee": 6, "umsetzung": 4}


def test_completing_twice_at_once(candidate: Candidate, juror: PanelMember, office: User) -> None:
    (assignment,) = assign_all(candidate.stage, office)
    score(assignment, 5, 5, 5, complete=False)
    outcome = together([lambda: complete_review(assignment=assignment, by=juror.user, now=JUDGING)] * 3)
    assert outcome == {"done": 1, "review_locked": 2}


def test_nothing_counts_that_the_snapshot_does_not_hold(stage: Stage, office: User) -> None:
    make_candidates(stage, office, 2)
    for number in range(4):
        make_juror(stage, office, f"j{number}@example.org")
    assignments = assign_all(stage, office)
    for assignment in assignments:
        score(assignment, 5, 5, 5, complete=False)

    def finish(assignment: Assignment) -> Callable[[], Any]:
        return lambda: complete_review(assignment=assignment, by=assignment.member.user, now=JUDGING)

    def close() -> None:
        close_stage(stage=stage, by=office, now=DELIBERATING)

    together([*(finish(assignment) for assignment in assignments), close])
    assert Snapshot.objects.get().fingerprint == fingerprint(stage_inputs(stage))


def test_closing_and_committing_happen_once(candidate: Candidate, juror: PanelMember, office: User) -> None:
    stage = candidate.stage
    score(assign_all(stage, office)[0], 5, 5, 5)
    closing = together([lambda: close_stage(stage=stage, by=office, now=DELIBERATING)] * 3)
    assert closing == {"done": 1, "stage_closed": 2}
    propose_decision(candidate=candidate, verdict=Verdict.NONE, by=office, now=DELIBERATING)
    committing = together([lambda: commit_decisions(stage=stage, by=office, now=DELIBERATING)] * 3)
    assert committing == {"done": 1, "decisions_final": 2}


def test_draft_of_another_call_is_not_touched(stage: Stage, applicant: User, rival: User) -> None:
    people = [applicant, rival]
    attempts = [lambda person=person: start_application(stage=stage, lead=person, now=NOW) for person in people * 4]
    assert together(attempts) == {"done": 8}
    assert {make_draft(stage, person).lead for person in people} == set(people)
    assert Application.objects.count() == 2


def test_two_officers_ask_for_more_and_one_request_stands(sent: Application, office: User) -> None:
    asked = {"parts": ["anlagen"], "until": JUDGING, "message": "Bitte noch einmal.", "by": office, "now": CHECKING}
    outcome = together([lambda: ask_for_more(application=sent, **asked)] * 2)
    assert outcome == {"done": 1, "follow_up_running": 1}
    assert FollowUp.objects.count() == 1


def test_an_answer_meets_the_request_being_taken_back(sent: Application, office: User) -> None:
    asked = {"parts": ["anlagen"], "until": JUDGING, "message": "Bitte noch einmal.", "by": office, "now": CHECKING}
    request = ask_for_more(application=sent, **asked)
    outcome = together(
        [
            lambda: send_application(application=sent, by=sent.lead, now=CHECKING),
            lambda: take_back_follow_up(follow_up=request, by=office, now=CHECKING),
        ]
    )
    request.refresh_from_db()
    assert outcome == {"done": 1, "faster" if request.is_answered else "deadline_passed": 1}
    assert sent.submissions.count() == 1 + request.is_answered
