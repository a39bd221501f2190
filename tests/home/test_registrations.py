"""Registering: confirmed by link, never more than there are places, who waits moves up, forgotten in time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Locale

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from home.actions.registrations import cancel_registration, confirm_registration, purge_registrations
from home.domain.registrations import Reason, places_left, registration_refusal
from home.enums import RegistrationState as State
from home.models import EventIndexPage, EventPage, EventRecord, EventRegistration
from home.queries.events import places_of
from tests.home.events import make_event, make_event_index, make_registration
from tests.home.factories import home_page

NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=5)
Enter = Callable[[User], Client]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"takes": False}, Reason.NONE_NEEDED),
        ({"is_cancelled": True}, Reason.CANCELLED),
        ({"start": NOW}, Reason.OVER),
        ({"closes": NOW}, Reason.CLOSED),
        ({"closes": NOW + timedelta(seconds=1)}, None),
    ],
)
def test_when_an_event_takes_registrations(fields: dict[str, Any], expected: Reason | None) -> None:
    values = {"takes": True, "is_cancelled": False, "start": LATER, "closes": None, "now": NOW, **fields}
    assert registration_refusal(**values) == expected


@pytest.mark.parametrize(("limit", "taken", "left"), [(None, 5, None), (3, 1, 2), (3, 3, 0), (3, 5, 0)])
def test_places_left(limit: int | None, taken: int, left: int | None) -> None:
    assert places_left(limit=limit, taken=taken) == left


@pytest.fixture
def event(db: None) -> EventPage:
    return make_event(make_event_index(), title="Bündnistreffen", days=9, takes_registrations=True, places=1)


def ask(client: Client, event: EventPage, email: str = "ada@example.org", **more: str) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(f"/termin/{event.key}/anmelden/", {"name": "Ada Amsel", "email": email, **more})


def post(client: Client, path: str) -> str:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(path, follow=True).content.decode()


def link_in(message: Any) -> str:
    return (
        next(word for word in message.body.split() if "/termin/anmeldung/" in word)
        .partition("://")[2]
        .partition("/")[2]
    )


def test_somebody_registers_confirms_and_calls_off(client: Client, event: EventPage) -> None:
    answer = ask(client, event, organisation="Stadt Greiz", note="Mit Rollstuhl")
    assert (answer.status_code, answer["Location"]) == (302, f"/termin/{event.key}/anmelden/postfach/")
    assert "Bitte sehen Sie in Ihr Postfach" in client.get(answer["Location"]).content.decode()
    one = EventRegistration.objects.get()
    assert (one.name, one.organisation, one.note, one.state) == ("Ada Amsel", "Stadt Greiz", "Mit Rollstuhl", "pending")
    assert [message.subject for message in mail.outbox] == ["Bitte bestätigen: Bündnistreffen"]
    path = "/" + link_in(mail.outbox[0])
    assert "Anmeldung bestätigen" in client.get(path).content.decode()
    one.refresh_from_db()
    assert one.state == "pending"  # looking confirms nothing
    assert "Sie sind angemeldet" in post(client, f"{path}bestaetigen/")
    assert mail.outbox[1].subject == "Angemeldet: Bündnistreffen"
    assert EventRecord.objects.get().taken == 1
    assert "Diese Anmeldung ist schon bestätigt." in post(client, f"{path}bestaetigen/")
    assert "Anmeldung absagen?" in client.get(f"{path}absagen/").content.decode()
    assert "Sie sind abgemeldet" in post(client, f"{path}absagen/")
    assert "schon abgesagt" in post(client, f"{path}absagen/")
    assert EventRecord.objects.get().taken == 0
    assert sorted(AuditEvent.objects.values_list("action", flat=True)) == [
        "home.registration.cancelled",
        "home.registration.confirm",
    ]


def test_second_registration_of_an_address_gets_the_same_answer_and_the_same_link(
    client: Client, event: EventPage
) -> None:
    held = make_registration(event, "ada@example.org", "confirmed")
    answer = ask(client, event, "Ada@Example.org")
    assert answer["Location"].endswith("/postfach/")
    assert EventRegistration.objects.count() == 1
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["ada@example.org"], "Angemeldet: Bündnistreffen")
    ]
    assert held.token in mail.outbox[0].body


def test_who_called_off_may_come_back(client: Client, event: EventPage) -> None:
    make_registration(event, "ada@example.org", "cancelled")
    ask(client, event)
    assert EventRegistration.objects.get().state == "pending"


def test_full_means_waiting_and_a_free_place_goes_to_who_waits_longest(client: Client, event: EventPage) -> None:
    first = make_registration(event, "first@example.org", "confirmed")
    for name in ("second", "third"):
        one = make_registration(event, f"{name}@example.org", "pending")
        assert confirm_registration(registration=one, event=event, now=timezone.now()) == State.WAITING
    assert "Auf die Warteliste" in client.get(event.url).content.decode()
    with TestCase.captureOnCommitCallbacks(execute=True):
        cancel_registration(registration=first, event=event, now=timezone.now())
    assert dict(EventRegistration.objects.values_list("email", "state")) == {
        "first@example.org": "cancelled",
        "second@example.org": "confirmed",
        "third@example.org": "waiting",
    }
    assert EventRecord.objects.get().taken == 1
    assert "Jetzt haben Sie einen Platz: Bündnistreffen" in [message.subject for message in mail.outbox]


def test_more_places_let_people_move_up(event: EventPage) -> None:
    make_registration(event, "first@example.org", "confirmed")
    make_registration(event, "second@example.org", "waiting")
    event.places = 2
    event.save_revision().publish()
    assert EventRegistration.objects.filter(state="confirmed").count() == EventRecord.objects.get().taken == 2


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"takes_registrations": False}, "brauchen Sie keine Anmeldung"),
        ({"is_cancelled": True}, "ist abgesagt"),
        ({"start": NOW - timedelta(days=700), "end": NOW - timedelta(days=699)}, "ist vorbei"),
        ({"registration_closes": NOW - timedelta(days=700)}, "Die Anmeldung ist beendet"),
    ],
)
def test_nobody_registers_when_it_is_not_the_time(
    client: Client, event: EventPage, fields: dict[str, Any], words: str
) -> None:
    EventPage.objects.filter(pk=event.pk).update(**fields)
    assert words in client.get(f"/termin/{event.key}/anmelden/").content.decode()
    answer = ask(client, event)
    assert (answer.status_code, EventRegistration.objects.count()) == (422, 0)


def test_deadline_between_mail_and_link_refuses_in_words(client: Client, event: EventPage) -> None:
    one = make_registration(event, "ada@example.org", "pending")
    EventPage.objects.filter(pk=event.pk).update(registration_closes=timezone.now())
    assert "Die Anmeldung ist beendet" in post(client, f"/termin/anmeldung/{one.token}/bestaetigen/")
    assert EventRegistration.objects.get().state == "pending"


def test_errors_stand_on_top_and_nothing_typed_is_lost(client: Client, event: EventPage) -> None:
    answer = ask(client, event, "kein-at", name="", organisation="Stadt Greiz")
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fehler:" in text
    assert ('value="kein-at"' in text, 'value="Stadt Greiz"' in text) == (True, True)


def test_machines_are_thanked_and_forgotten(client: Client, event: EventPage) -> None:
    assert ask(client, event, website="https://spam.example.org").status_code == 302
    assert (EventRegistration.objects.count(), len(mail.outbox)) == (0, 0)


def test_too_many_mails_to_one_address_are_refused(client: Client, event: EventPage) -> None:
    answers = [ask(client, event).status_code for _number in range(6)]
    assert answers == [302] * 5 + [422]


@pytest.mark.parametrize("token", ["x", "0" * 32, "00000000000040008000000000000000.abc"])
def test_other_tokens_open_nothing(client: Client, event: EventPage, token: str) -> None:
    make_registration(event, "ada@example.org")
    for tail in ("", "absagen/"):
        assert client.get(f"/termin/anmeldung/{token}/{tail}").status_code == 404


def test_dial_in_is_told_to_those_with_a_place_only(client: Client, event: EventPage) -> None:
    url = "https://konferenz.example.org/abc"
    EventPage.objects.filter(pk=event.pk).update(is_online=True, online_url=url)
    come, wait = make_registration(event, "a@example.org"), make_registration(event, "b@example.org", "waiting")
    assert url not in client.get(event.url).content.decode()
    assert url in client.get(f"/termin/anmeldung/{come.token}/").content.decode()
    assert url not in client.get(f"/termin/anmeldung/{wait.token}/").content.decode()


def test_registrations_are_forgotten_in_time(event: EventPage) -> None:
    over = event.end + timedelta(days=90)
    make_registration(event, "come@example.org")
    make_registration(event, "open@example.org", "pending", created_at=event.end - timedelta(days=1))
    assert purge_registrations(event.end) == 0
    assert purge_registrations(event.end + timedelta(days=6)) == 1
    assert purge_registrations(over - timedelta(seconds=1)) == 0
    assert purge_registrations(over) == 1
    assert EventRegistration.objects.count() == 0


def test_office_sees_writes_and_takes_back(desk: Enter, office: User, event: EventPage) -> None:
    one = make_registration(event, "ada@example.org", name="=Ada", organisation="Stadt Greiz")
    make_registration(event, "bea@example.org", "waiting", name="Bea")
    client = desk(office)
    listed = client.get("/verwaltung/anmeldungen/").content.decode()
    assert "Bündnistreffen" in listed
    path = f"/verwaltung/anmeldungen/{event.key}/"
    text = client.get(f"{path}?stand=waiting").content.decode()
    assert ("bea@example.org" in text, "ada@example.org" in text) == (True, False)
    sheet = load_workbook(BytesIO(client.get(f"{path}liste.xlsx").content)).active
    assert [row[0] for row in sheet.iter_rows(values_only=True)] == ["Name", "=Ada", "Bea"]
    assert sheet["A2"].data_type == "s"
    data = {"states": ["confirmed"], "subject": "Parken", "text": "Bitte im Hof."}
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(f"{path}mail/", data).status_code == 302
    assert [(message.to, message.subject) for message in mail.outbox] == [(["ada@example.org"], "Parken")]
    assert one.token in mail.outbox[0].body
    assert client.post(f"{path}mail/", {**data, "text": ""}).status_code == 200
    assert client.post(f"{path}{one.key}/absagen/", {"reason": "Doppelt."}).status_code == 302
    states = dict(EventRegistration.objects.values_list("email", "state"))
    assert states == {"ada@example.org": "cancelled", "bea@example.org": "confirmed"}


def test_others_do_not_see_who_comes(desk: Enter, editor: User, outsider: User, event: EventPage) -> None:
    one = make_registration(event, "ada@example.org")
    paths = ["", f"{event.key}/", f"{event.key}/liste.xlsx", f"{event.key}/mail/", f"{event.key}/{one.key}/absagen/"]
    for person in (editor, outsider):
        client = desk(person)
        assert {client.get(f"/verwaltung/anmeldungen/{path}").status_code for path in paths} <= {302, 404}


def test_lists_of_the_office_ask_no_more_for_more(desk: Enter, office: User, event: EventPage) -> None:
    client = desk(office)

    def asked() -> list[int]:
        counts = []
        for path in ("", f"{event.key}/"):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(f"/verwaltung/anmeldungen/{path}").status_code == 200
            counts.append(len(captured))
        return counts

    make_registration(event, "0@example.org", "waiting")
    asked()
    few = asked()
    for number in range(1, 6):
        make_registration(event, f"{number}@example.org", "waiting")
    assert asked() == few


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_eight_at_once_never_share_the_last_places() -> None:
    event = make_event(make_event_index(), days=9, takes_registrations=True, places=3)
    people = [make_registration(event, f"{number}@example.org", "pending") for number in range(8)]

    def confirm(one: EventRegistration) -> str:
        try:
            return confirm_registration(registration=one, event=event, now=timezone.now()).value
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(confirm, people))
    assert answers == ["confirmed"] * 3 + ["waiting"] * 5
    assert EventRecord.objects.get().taken == 3

    def cancel(one: EventRegistration) -> None:
        try:
            cancel_registration(registration=one, event=event, now=timezone.now())
        finally:
            connection.close()

    leaving = list(EventRegistration.objects.filter(state="confirmed"))
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(cancel, leaving))
    assert EventRegistration.objects.filter(state="confirmed").count() == EventRecord.objects.get().taken == 3
    assert EventRegistration.objects.filter(state="waiting").count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_one_link_confirmed_four_times_at_once_takes_one_place() -> None:
    index: EventIndexPage = make_event_index()
    event = make_event(index, days=9, takes_registrations=True, places=3)
    one = make_registration(event, "ada@example.org", "pending")

    def confirm(_number: int) -> str:
        try:
            held = EventRegistration.objects.get(pk=one.pk)
            return confirm_registration(registration=held, event=event, now=timezone.now()).value
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(confirm, range(4))) == ["already_in"] * 3 + ["confirmed"]
    assert EventRecord.objects.get().taken == 1


def test_an_event_in_two_languages_has_one_set_of_places(client: Client, event: EventPage) -> None:
    english, _is_new = Locale.objects.get_or_create(language_code="en")
    for page in (home_page(), event.get_parent().specific):
        page.copy_for_translation(english).save_revision().publish()
    assert "Bündnistreffen" in client.get("/en/termine.ics").content.decode()  # nobody has translated it yet
    assert "Bündnistreffen" in client.get("/en/termine/").content.decode()
    twin = event.copy_for_translation(english)
    twin.title = "Alliance meeting"
    twin.save_revision().publish()
    twin.refresh_from_db()
    make_registration(event, "ada@example.org", "confirmed")
    shown = client.get(f"/en/termin/{event.key}/anmelden/").content.decode()
    assert "Alliance meeting" in shown
    assert (EventRecord.objects.count(), places_of(twin)) == (1, {"left": 0, "waiting": 0})
    for path in ("/en/termine.ics", "/en/termine/"):
        text = client.get(path).content.decode()
        assert ("Alliance meeting" in text, "Bündnistreffen" in text) == (True, False)
    assert "Alliance meeting" not in client.get("/termine.ics").content.decode()
    twin.start += timedelta(days=1)
    twin.end += timedelta(days=1)
    with TestCase.captureOnCommitCallbacks(execute=True):
        twin.save_revision().publish()
    assert mail.outbox == []  # the page that was first leads


def test_who_registered_in_english_is_written_to_in_english(client: Client, event: EventPage, office: User) -> None:
    event.places = 5
    event.save()
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(f"/en/termin/{event.key}/anmelden/", {"name": "Ada Amsel", "email": "ada@example.org"})
    registration = EventRegistration.objects.get()
    assert registration.language == "en"
    with TestCase.captureOnCommitCallbacks(execute=True):
        confirm_registration(registration=registration, event=event, now=timezone.now())
    with TestCase.captureOnCommitCallbacks(execute=True):
        cancel_registration(
            registration=registration, event=event, by=office, reason="Saal gesperrt", now=timezone.now()
        )
    assert "The office has cancelled your registration." in mail.outbox[-1].body
