"""Asking for more: named parts open until a moment; unanswered, what was sent last counts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from cms.accounts.models import User
from cms.core.refusals import Refused
from competitions.actions import (
    admit_application,
    ask_for_more,
    attach_file,
    call_back_application,
    extend_application,
    remove_file,
    save_applicant,
    save_part,
    send_application,
    settle_expired_follow_ups,
    take_back_follow_up,
    withdraw_application,
)
from competitions.domain import APPLICANT_PART
from competitions.enums import ApplicationState, FormalCheckItem, OrganisationKind
from competitions.models import Application, ApplicationFile, FollowUp, Stage
from tests.competitions.factories import CHECKING, CLOSES, DAY, JURY_CLOSES, NOW, make_draft, make_municipality, pdf

UNTIL = CHECKING + 3 * DAY
TICKED = FormalCheckItem.values


def ask(application: Application, office: User, **changed: Any) -> FollowUp:
    given = {"parts": ["anlagen"], "until": UNTIL, "message": "Der Brief ist nicht lesbar.", "now": CHECKING}
    return ask_for_more(application=application, by=office, **{**given, **changed})


def read(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def change(application: Application, part: str, answers: dict[str, Any], now: datetime = CHECKING) -> Application:
    current = read(application)
    by = current.lead
    return save_part(application=current, part=part, answers=answers, revision=current.revision, by=by, now=now)


def code_of(call: Any, **given: Any) -> str:
    with pytest.raises(Refused) as refusal:
        call(**given)
    return refusal.value.code


def test_the_applicant_gets_a_mail_with_what_is_missing(
    sent: Application, office: User, django_capture_on_commit_callbacks: Any
) -> None:
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        ask(sent, office)
    (letter,) = mail.outbox
    assert letter.to == [sent.lead.email]
    assert "Der Brief ist nicht lesbar." in letter.body
    assert "23.07.2027" in letter.body


def test_only_the_named_parts_open(sent: Application, office: User) -> None:
    ask(sent, office, parts=["vorhaben"])
    assert change(sent, "vorhaben", {"ort": "Am Markt"}).answers["ort"] == "Am Markt"
    plan = {"application": sent, "part": "kosten", "answers": {}, "revision": 0, "by": sent.lead, "now": CHECKING}
    assert code_of(save_part, **plan) == "part_locked"
    letter = {"application": sent, "question": "zustimmung", "upload": pdf("neu"), "name": "neu.pdf"}
    assert code_of(attach_file, **letter, by=sent.lead, now=CHECKING) == "part_locked"
    who = {"title": "Neu", "organisation": "Neu", "organisation_kind": OrganisationKind.OTHER, "contact_name": "x"}
    more = {"municipality": make_municipality(), "contact_phone": "", "revision": 0, "by": sent.lead, "now": CHECKING}
    assert code_of(save_applicant, application=sent, **who, **more) == "part_locked"


def test_the_answer_is_a_further_submission(sent: Application, office: User) -> None:
    asked = ask(sent, office, parts=["vorhaben"])
    change(sent, "vorhaben", {"ort": "Am Markt"})
    second = send_application(application=sent, by=sent.lead, now=CHECKING + DAY)
    asked.refresh_from_db()
    assert (second.ordinal, second.content["answers"]["ort"]) == (2, "Am Markt")
    assert (asked.closed_at, asked.submission, asked.is_answered) == (CHECKING + DAY, second, True)
    again = read(sent)
    assert (again.state, again.sent_at) == (ApplicationState.SENT, sent.sent_at)
    twice = {"application": sent, "by": sent.lead, "now": CHECKING + DAY}
    assert code_of(send_application, **twice) == "deadline_passed"


def test_an_incomplete_answer_is_not_sent(sent: Application, office: User) -> None:
    ask(sent, office, parts=["vorhaben"])
    change(sent, "vorhaben", {"ort": ""})
    assert code_of(send_application, application=sent, by=sent.lead, now=CHECKING) == "incomplete"


def test_after_the_moment_everything_is_closed(sent: Application, office: User) -> None:
    ask(sent, office, parts=["vorhaben"])
    change(sent, "vorhaben", {"ort": "Am Markt"}, now=UNTIL - timedelta(microseconds=1))
    late = {"application": sent, "part": "vorhaben", "answers": {}, "revision": 9, "by": sent.lead, "now": UNTIL}
    assert code_of(save_part, **late) == "follow_up_over"
    assert code_of(send_application, application=sent, by=sent.lead, now=UNTIL) == "follow_up_over"


def test_unanswered_the_sent_version_counts_with_its_files(sent: Application, office: User) -> None:
    (letter,) = sent.files.all()
    ask(sent, office, parts=["vorhaben", "anlagen", APPLICANT_PART])
    change(sent, "vorhaben", {"ort": "Am Markt"})
    remove_file(file=letter, by=sent.lead, now=CHECKING)
    added = attach_file(
        application=sent, question="zustimmung", upload=pdf("neu"), name="neu.pdf", by=sent.lead, now=CHECKING
    )
    assert list(read(sent).files.all()) == [added]
    assert settle_expired_follow_ups(now=UNTIL - timedelta(microseconds=1)) == 0
    assert settle_expired_follow_ups(now=UNTIL) == 1
    assert read(sent).answers["ort"] == "Kleine Gasse"
    assert list(read(sent).files.all()) == [letter]
    assert letter.file.storage.exists(letter.file.name)
    assert ApplicationFile.everything.filter(application=sent).count() == 2


def test_a_file_taken_out_and_put_back_is_the_same_file(sent: Application, office: User) -> None:
    (letter,) = sent.files.all()
    ask(sent, office)
    remove_file(file=letter, by=sent.lead, now=CHECKING)
    given = {"question": "zustimmung", "upload": pdf(), "name": "Zustimmung.pdf"}
    assert attach_file(application=sent, **given, by=sent.lead, now=CHECKING) == letter


def test_nothing_is_decided_while_the_applicant_may_answer(sent: Application, office: User) -> None:
    ask(sent, office, parts=["vorhaben"])
    change(sent, "vorhaben", {"ort": "Am Markt", "ziel": "Halb getippt"})
    decide = {"application": sent, "ticked": TICKED, "by": office}
    assert code_of(admit_application, **decide, now=UNTIL - DAY) == "follow_up_running"
    candidate = admit_application(**decide, now=UNTIL)
    shown = {item["key"]: item["value"] for part in candidate.content for item in part["items"]}
    assert (shown["ort"], shown["ziel"]) == ("Kleine Gasse", sent.answers["ziel"])


def test_a_request_can_be_taken_back_once(sent: Application, office: User) -> None:
    asked = ask(sent, office, parts=["vorhaben"])
    change(sent, "vorhaben", {"ort": "Am Markt"})
    take_back_follow_up(follow_up=asked, by=office, now=CHECKING)
    assert read(sent).answers["ort"] == "Kleine Gasse"
    assert code_of(take_back_follow_up, follow_up=asked, by=office, now=CHECKING) == "faster"
    ask(sent, office)
    assert FollowUp.objects.count() == 2


def test_a_new_request_settles_one_that_is_over(sent: Application, office: User) -> None:
    ask(sent, office, parts=["vorhaben"])
    change(sent, "vorhaben", {"ort": "Am Markt"})
    ask(sent, office, until=UNTIL + 2 * DAY, now=UNTIL)
    assert read(sent).answers["ort"] == "Kleine Gasse"
    assert read(sent).opened.parts == {"anlagen"}


@pytest.mark.parametrize(
    "changed, code, field",
    [
        ({"now": CLOSES - DAY, "until": CLOSES + DAY}, "call_still_open", None),
        ({"until": CHECKING}, "follow_up_until", "until"),
        ({"until": JURY_CLOSES + DAY}, "follow_up_until", "until"),
        ({"parts": []}, "follow_up_parts", "parts"),
        ({"parts": ["anlagen", "fremd"]}, "follow_up_parts", "parts"),
        ({"message": " "}, "message_missing", "message"),
    ],
)
def test_what_cannot_be_asked(sent: Application, office: User, changed: Any, code: str, field: str | None) -> None:
    with pytest.raises(Refused) as refusal:
        ask(sent, office, **changed)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_one_request_at_a_time(sent: Application, office: User) -> None:
    ask(sent, office)
    assert code_of(ask, application=sent, office=office) == "follow_up_running"


def test_asking_needs_a_sent_application_in_an_open_stage(sent: Application, rival: User, office: User) -> None:
    draft = make_draft(sent.stage, rival)
    assert code_of(ask, application=draft, office=office) == "wrong_state"
    Stage.objects.update(closed_at=CHECKING)
    assert code_of(ask, application=sent, office=office) == "stage_closed"


def test_withdrawing_and_calling_back_end_it(sent: Application, rival: User, office: User) -> None:
    ask(sent, office)
    extend_application(application=sent, until=UNTIL, reason="Hochwasser", by=office, now=CHECKING)
    call_back_application(application=sent, by=sent.lead, now=CHECKING)
    assert FollowUp.objects.get().closed_at == CHECKING
    send_application(application=sent, by=sent.lead, now=CHECKING)
    ask(sent, office, now=UNTIL, until=UNTIL + DAY)
    withdraw_application(application=sent, by=sent.lead, now=UNTIL)
    assert not FollowUp.objects.filter(closed_at__isnull=True).exists()


def test_before_any_request_the_deadline_holds(sent: Application) -> None:
    late = {"application": sent, "part": "vorhaben", "answers": {}, "revision": 0, "by": sent.lead}
    assert code_of(save_part, **late, now=CHECKING) == "deadline_passed"
    assert code_of(save_part, **late, now=NOW) == "wrong_state"
