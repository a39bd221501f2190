"""Letters: checked words, filled in, each sent exactly once and only when everything is final."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import (
    close_stage,
    save_letter_words,
    save_scores,
    send_letters,
    send_waiting_letters,
    share_feedback,
)
from competitions.domain import fill_letter, unknown_placeholders
from competitions.enums import LetterState, Verdict
from competitions.models import Candidate, Letter, PanelMember, Stage
from competitions.queries import letter_drafts
from tests.competitions.factories import DELIBERATING, JUDGING, assign_all, decide, make_awards, score

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(candidate: Candidate, juror: PanelMember, office: User) -> Stage:
    """One candidate with a prize, final; the juror left a remark for the applicants."""
    stage = candidate.stage
    prize = make_awards(stage)[0]
    (assignment,) = assign_all(stage, office)
    remark = {"note": "Denken Sie an die Abendstunden.", "marks": {"shares_note": True}}
    save_scores(assignment=assignment, values={}, by=juror.user, now=JUDGING, **remark)
    score(assignment, 8, 8, 8)
    close_stage(stage=stage, by=office, now=DELIBERATING)
    decide(candidate, office, award=prize)
    return stage


def test_nothing_leaves_before_the_commit(stage: Stage, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        send_letters(stage=stage, by=office, now=DELIBERATING)
    assert refusal.value.code == "not_committed"


def test_every_letter_leaves_once(
    decided: Stage, applicant: User, office: User, django_capture_on_commit_callbacks: Any
) -> None:
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert send_letters(stage=decided, by=office, now=DELIBERATING) == 1
    letter = Letter.objects.get()
    assert letter.state == LetterState.SENT
    sent = [message for message in mail.outbox if message.subject == letter.subject]
    assert [message.to for message in sent] == [[applicant.email]]
    assert "1. Preis" in sent[0].subject
    assert "60.000" in sent[0].body.replace("\u202f", "")
    with django_capture_on_commit_callbacks(execute=True):
        assert send_waiting_letters(stage=decided) == 0
        with pytest.raises(Refused) as again:
            send_letters(stage=decided, by=office, now=DELIBERATING)
    assert again.value.code == "no_letters"
    assert len([message for message in mail.outbox if message.subject == letter.subject]) == 1


def test_a_waiting_letter_is_handed_over_again(
    decided: Stage, office: User, django_capture_on_commit_callbacks: Any
) -> None:
    send_letters(stage=decided, by=office, now=DELIBERATING)
    assert Letter.objects.get().state == LetterState.WAITING
    with django_capture_on_commit_callbacks(execute=True):
        assert send_waiting_letters(stage=decided) == 1
    assert Letter.objects.get().state == LetterState.SENT


def test_remarks_stand_in_the_letter_only_if_the_office_wants_it(decided: Stage, office: User) -> None:
    remark = "Denken Sie an die Abendstunden."
    assert remark not in letter_drafts(decided)[0].body
    share_feedback(stage=decided, shares=True, by=office, now=DELIBERATING)
    assert letter_drafts(decided)[0].body.endswith(f"Rückmeldungen aus der Jury:\n\n– {remark}")


def test_own_words_are_checked(decided: Stage, office: User) -> None:
    given = {"competition": decided.competition, "verdict": Verdict.AWARD, "by": office, "now": DELIBERATING}
    save_letter_words(subject="{preis}!", body="Für {titel}.", **given)
    draft = letter_drafts(decided)[0]
    assert (draft.subject, draft.body) == ("1. Preis!", "Für Drei Läden, ein Flur.")
    with pytest.raises(Refused) as refusal:
        save_letter_words(subject="Preis", body="Liebe {vorname}", **given)
    assert (refusal.value.code, refusal.value.field) == ("placeholder_unknown", "body")
    with pytest.raises(Refused) as refusal:
        save_letter_words(subject=" ", body="Text", **given)
    assert (refusal.value.code, refusal.value.field) == ("words_missing", "subject")


def test_words_of_a_person_stay_words() -> None:
    assert fill_letter("{titel}: {preis}", {"titel": "{preis}", "preis": "Gold"}) == "{preis}: Gold"
    assert fill_letter("A\n\n{betrag}\n\nB", {"betrag": ""}) == "A\n\nB"
    assert unknown_placeholders("{titel} {name} {name} { } {preis}") == ("name", " ")
