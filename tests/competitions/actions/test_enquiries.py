"""Questions to the office: answered once by mail, published only in words of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from competitions.actions import answer_question, ask_question, forget_addresses, hide_question, publish_question
from competitions.models import Application, Enquiry, Stage
from tests.competitions.factories import DAY, NOW

TEXT = "Dürfen wir, der Verein Marktplatz e. V., auch Planung abrechnen?"
ANSWER = {"text": "Ja, bis zu einem Fünftel der Kosten.", "now": NOW + DAY}
WORDING = "Darf auch Planung abgerechnet werden?"


@pytest.fixture
def question(draft: Application) -> Enquiry:
    return ask_question(stage=draft.stage, application=draft, text=TEXT, by=draft.lead, now=NOW)


@pytest.fixture
def answered(question: Enquiry, office: User) -> Enquiry:
    return answer_question(question=question, by=office, **ANSWER)


def test_the_answer_goes_to_who_asked(question: Enquiry, office: User, django_capture_on_commit_callbacks: Any) -> None:
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        answer_question(question=question, by=office, **ANSWER)
    (letter,) = mail.outbox
    assert letter.to == [question.asked_by.email]
    assert TEXT in letter.body
    assert ANSWER["text"] in letter.body
    assert list(Enquiry.objects.published()) == []


def test_without_an_account_the_address_gets_it(
    stage: Stage, office: User, django_capture_on_commit_callbacks: Any
) -> None:
    question = ask_question(stage=stage, text=TEXT, email="frage@example.org", now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        answer_question(question=question, publish=True, wording=WORDING, by=office, **ANSWER)
    assert mail.outbox[-1].to == ["frage@example.org"]
    assert "stehen Frage und Antwort auch auf der Seite" in mail.outbox[-1].body


def test_a_forgotten_address_gets_nothing(stage: Stage, office: User, django_capture_on_commit_callbacks: Any) -> None:
    question = ask_question(stage=stage, text=TEXT, email="frage@example.org", now=NOW)
    Enquiry.objects.update(email="")
    question.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        answer_question(question=question, by=office, **ANSWER)
    assert mail.outbox == []


def test_published_in_other_words_and_hidden_again(answered: Enquiry, office: User) -> None:
    published = publish_question(question=answered, wording=WORDING, by=office, now=NOW + DAY)
    assert (published.wording, published.text) == (WORDING, TEXT)
    assert list(Enquiry.objects.published()) == [published]
    hide_question(question=published, by=office, now=NOW + DAY)
    assert list(Enquiry.objects.published()) == []
    verbs = AuditEvent.objects.filter(action__startswith="competitions.question").order_by("pk")
    assert [event.action.rpartition(".")[2] for event in verbs] == ["asked", "answered", "published", "hidden"]
    assert all(TEXT not in str(event.changes) for event in verbs)


@pytest.mark.parametrize(
    "changed, code, field",
    [
        ({"text": " "}, "answer_missing", "text"),
        ({"publish": True}, "wording_missing", "wording"),
        ({"publish": True, "wording": " "}, "wording_missing", "wording"),
    ],
)
def test_what_is_no_answer(question: Enquiry, office: User, changed: Any, code: str, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        answer_question(question=question, by=office, **{**ANSWER, **changed})
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_two_officers_answer_once(question: Enquiry, answered: Enquiry, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        answer_question(question=question, by=office, **ANSWER)
    assert refusal.value.code == "already_answered"


def test_publishing_needs_an_answer_and_words(question: Enquiry, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        publish_question(question=question, wording=WORDING, by=office, now=NOW)
    assert refusal.value.code == "not_answered"
    with pytest.raises(Refused) as refusal:
        publish_question(question=question, wording=" ", by=office, now=NOW)
    assert refusal.value.code == "wording_missing"
    with pytest.raises(Refused) as refusal:
        hide_question(question=question, by=office, now=NOW)
    assert refusal.value.code == "faster"


def test_an_empty_question(stage: Stage) -> None:
    with pytest.raises(Refused) as refusal:
        ask_question(stage=stage, text=" \n", email="frage@example.org", now=NOW)
    assert refusal.value.code == "question_missing"


def test_addresses_are_forgotten_after_the_answer(stage: Stage, office: User) -> None:
    answered, waiting = (ask_question(stage=stage, text=TEXT, email="f@example.org", now=NOW) for _one in range(2))
    answer_question(question=answered, by=office, **ANSWER)
    assert forget_addresses(ANSWER["now"] + 180 * DAY - timedelta(seconds=1)) == 0
    assert forget_addresses(ANSWER["now"] + 180 * DAY) == 1
    assert list(Enquiry.objects.exclude(email="")) == [waiting]
    assert forget_addresses(NOW + 360 * DAY) == 1
