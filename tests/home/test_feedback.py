"""„Barriere melden“ and „Ihre Hinweise“: stored, mailed, listed; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from home.actions import close_feedback, hand_in_feedback, purge_feedback, reopen_feedback
from home.enums import FeedbackKind, FeedbackState
from home.forms import local_path
from home.models import Feedback, SiteSettings

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]
ADDRESSES = {FeedbackKind.BARRIER: "/barriere-melden/", FeedbackKind.HINT: "/hinweise/"}


@pytest.fixture
def office_address() -> str:
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.email = "kontakt@example.org"
    settings.save()
    return settings.email


def send(client: Client, path: str, **data: str) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(path, {"message": "Der Knopf ist zu klein.", **data})


@pytest.mark.parametrize("kind", list(FeedbackKind))
def test_feedback_is_stored_and_mailed_to_the_office(client: Client, office_address: str, kind: FeedbackKind) -> None:
    answer = send(client, ADDRESSES[kind], email="lea@example.org", name="Lea Leserin")
    assert answer.status_code == 302
    assert "Angekommen" in client.get(answer.url).content.decode()
    stored = Feedback.objects.get()
    assert (stored.kind, stored.message, stored.name, stored.state) == (
        kind,
        "Der Knopf ist zu klein.",
        "Lea Leserin",
        "open",
    )
    assert [message.to for message in mail.outbox] == [[office_address], ["lea@example.org"]]
    assert mail.outbox[0].reply_to == ["lea@example.org"]
    assert "Der Knopf ist zu klein." in mail.outbox[0].body


def test_feedback_without_address_sends_no_confirmation(client: Client, office_address: str) -> None:
    send(client, "/hinweise/")
    assert [message.to for message in mail.outbox] == [[office_address]]


def test_feedback_is_kept_when_no_office_address_is_set(client: Client) -> None:
    send(client, "/hinweise/")
    assert Feedback.objects.count() == 1
    assert mail.outbox == []


def test_barrier_form_knows_the_page_somebody_came_from(client: Client) -> None:
    html = client.get("/barriere-melden/?seite=/aktuelles/").content.decode()
    assert 'value="/aktuelles/"' in html


def test_every_page_leads_to_the_barrier_form_with_its_own_address(client: Client) -> None:
    assert "/barriere-melden/?seite=/hinweise/" in client.get("/hinweise/").content.decode()


@pytest.mark.parametrize("path", ["/hinweise/", "/barriere-melden/"])
def test_errors_stand_on_top_and_keep_what_was_typed(client: Client, path: str) -> None:
    answer = client.post(path, {"message": "", "name": "Lea Leserin", "email": "kein-at"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fehler:" in html
    assert 'value="Lea Leserin"' in html
    assert 'value="kein-at"' in html
    assert "Bitte schreiben Sie, worum es geht." in html
    assert Feedback.objects.count() == 0


def test_too_long_a_message_is_refused(client: Client) -> None:
    assert client.post("/hinweise/", {"message": "x" * 4001}).status_code == 422


def test_whoever_fills_the_hidden_field_is_thanked_and_forgotten(client: Client) -> None:
    assert send(client, "/hinweise/", website="https://spam.example").status_code == 302
    assert Feedback.objects.count() == 0


def test_many_reports_from_one_place_are_slowed_down(client: Client, settings: Any) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "report": {"ipv4": "2/h"}}
    answers = [send(client, "/hinweise/").status_code for _number in range(3)]
    assert answers == [302, 302, 422]
    assert Feedback.objects.count() == 2


@pytest.mark.parametrize(
    "typed,kept",
    [
        ("/aktuelles/", "/aktuelles/"),
        ("https://boese.example/seite?x=1", "/seite"),
        ("//boese.example/seite", "/seite"),
        ("http://[::1", "http://[::1"),
        ("die Startseite", "die Startseite"),
        ("/a\nb", ""),
        ("", ""),
    ],
)
def test_page_address_stays_within_the_site(typed: str, kept: str) -> None:
    assert local_path(typed) == kept


def test_action_refuses_an_empty_message() -> None:
    with pytest.raises(Refused) as refused:
        hand_in_feedback(kind=FeedbackKind.HINT, message="  ", now=timezone.now())
    assert refused.value.field == "message"


def test_second_colleague_is_told_that_it_is_done(office: User, editor: User) -> None:
    feedback = hand_in_feedback(kind=FeedbackKind.BARRIER, message="Zu klein", now=timezone.now())
    close_feedback(feedback=feedback, note="Größer gemacht", by=office, now=timezone.now())
    with pytest.raises(Refused):
        close_feedback(feedback=feedback, by=editor, now=timezone.now())
    reopen_feedback(feedback=feedback, by=editor, now=timezone.now())
    assert feedback.state == FeedbackState.OPEN
    assert list(
        AuditEvent.objects.filter(action__startswith="home.").order_by("pk").values_list("action", flat=True)
    ) == [
        "home.feedback.barrier",
        "home.feedback.done",
        "home.feedback.open",
    ]


def test_what_is_done_is_deleted_after_half_a_year_and_the_rest_stays(office: User) -> None:
    now = timezone.now()
    done, waiting = (hand_in_feedback(kind=FeedbackKind.HINT, message=text, now=now) for text in ("alt", "offen"))
    close_feedback(feedback=done, by=office, now=now)
    assert purge_feedback(now + timedelta(days=179)) == 0
    assert purge_feedback(now + timedelta(days=180)) == 1
    assert list(Feedback.objects.all()) == [waiting]


def test_office_deals_with_feedback_in_the_admin(desk: Enter, office: User) -> None:
    feedback = hand_in_feedback(kind=FeedbackKind.BARRIER, message="Zu klein", now=timezone.now())
    client = desk(office)
    assert "Zu klein" in client.get(reverse("home_feedback:index")).content.decode()
    edit = reverse("home_feedback:edit", args=[feedback.pk])
    assert client.post(edit, {"state": "done", "note": "Größer gemacht"}).status_code == 302
    feedback.refresh_from_db()
    assert (feedback.state, feedback.note, feedback.handled_by) == ("done", "Größer gemacht", office)


def test_dashboard_says_what_waits(desk: Enter, office: User) -> None:
    hand_in_feedback(kind=FeedbackKind.BARRIER, message="Zu klein", now=timezone.now())
    html = desk(office).get("/verwaltung/").content.decode()
    assert "Was wartet" in html
    assert "gemeldete Barrieren" in html


def test_nobody_writes_feedback_in_the_admin(desk: Enter, office: User) -> None:
    answer = desk(office).get(reverse("home_feedback:add"))
    assert answer.status_code == 302
    assert Feedback.objects.count() == 0


def test_outsider_does_not_see_feedback(desk: Enter, outsider: User) -> None:
    assert desk(outsider).get(reverse("home_feedback:index")).status_code in {302, 403, 404}
