"""Dates: what the calendar shows, month and year, what other programs read, who hears of a change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from cms.accounts.models import User
from home.domain.calendar import asked_month, asked_year, days_between, month_of, shifted, spread
from home.enums import EventKind
from home.models import EventDocument, EventIndexPage, EventPage, EventRecord
from home.queries.events import events_of_group, next_dates, next_events
from home.queries.registrations import events_with_registrations
from tests.home.conftest import Count
from tests.home.events import make_event, make_event_index, make_registration
from tests.home.factories import child, home_page, make_document

Enter = Callable[[User], Client]
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 3, 10, 12, tzinfo=UTC)


def test_month_has_whole_weeks_and_events_only_inside() -> None:
    month = month_of(2027, 3, {date(2027, 3, 1): ["a"], date(2027, 2, 28): ["b"], date(2027, 4, 1): ["c"]})
    assert [len(week) for week in month.weeks] == [7] * len(month.weeks)
    assert [day.events for week in month.weeks for day in week if day.events] == [("a",)]
    assert month.weeks[0][0].date.isoweekday() == 1
    assert month.count == 1


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2027, 3, 30), date(2027, 4, 1), [date(2027, 3, 30), date(2027, 3, 31), date(2027, 4, 1)]),
        (date(2027, 3, 30), date(2027, 3, 30), [date(2027, 3, 30)]),
        (date(2027, 3, 30), date(2027, 3, 1), [date(2027, 3, 30)]),
    ],
)
def test_days_of_an_event(first: date, last: date, expected: list[date]) -> None:
    assert days_between(first, last) == expected


def test_an_event_without_end_in_sight_stays_within_a_month() -> None:
    assert len(days_between(date(2027, 1, 1), date(2099, 1, 1))) == 31
    assert spread([("a", date(2027, 1, 1), date(2027, 1, 2)), ("b", date(2027, 1, 2), date(2027, 1, 2))]) == {
        date(2027, 1, 1): ["a"],
        date(2027, 1, 2): ["a", "b"],
    }


@pytest.mark.parametrize("text", ["", "2027", "2027-13", "2027-0", "x-1", "2027-²", "1900-01", "9999-12", "2027-03-01"])
def test_a_month_that_makes_no_sense_is_this_month(text: str) -> None:
    assert asked_month(text, date(2026, 11, 22)) == date(2026, 11, 1)


def test_months_and_years_that_make_sense() -> None:
    assert asked_month("2027-03", date(2026, 11, 22)) == date(2027, 3, 1)
    assert asked_year("2027", date(2026, 11, 22)) == 2027
    assert asked_year("99999", date(2026, 11, 22)) == 2026
    assert shifted(date(2026, 12, 1), 1) == date(2027, 1, 1)
    assert shifted(date(2027, 1, 1), -1) == date(2026, 12, 1)


@pytest.fixture
def index(db: None) -> EventIndexPage:
    return make_event_index()


def html(client: Client, query: str = "") -> str:
    answer = client.get(f"/termine/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_list_shows_what_is_ahead_and_past_shows_the_rest(client: Client, index: EventIndexPage) -> None:
    make_event(index, title="Bündnistreffen", days=3)
    make_event(index, title="Lenkungskreis", days=-3)
    make_event(index, title="Läuft gerade", days=0, hours=-1, end=timezone.now() + timedelta(hours=1))
    ahead, past = html(client), html(client, "?ansicht=vergangen")
    assert ("Bündnistreffen" in ahead, "Läuft gerade" in ahead, "Lenkungskreis" in ahead) == (True, True, False)
    assert ("Bündnistreffen" in past, "Läuft gerade" in past, "Lenkungskreis" in past) == (False, False, True)


def test_kind_filters_every_view(client: Client, index: EventIndexPage) -> None:
    day = timezone.localdate() + timedelta(days=3)
    make_event(index, title="Bündnistreffen", days=3)
    make_event(index, title="Klimarunde", days=3, kind=EventKind.GROUP)
    for query in (
        "?art=group",
        f"?ansicht=monat&art=group&monat={day:%Y-%m}",
        f"?ansicht=jahr&art=group&jahr={day:%Y}",
    ):
        text = html(client, query)
        assert ("Klimarunde" in text, "Bündnistreffen" in text) == (True, False), query


@pytest.mark.parametrize("query", ["?ansicht=egal", "?art=egal", "?seite=egal", "?ansicht=monat&monat=egal", "?jahr=x"])
def test_what_makes_no_sense_is_left_out(client: Client, index: EventIndexPage, query: str) -> None:
    make_event(index, title="Bündnistreffen", days=0, hours=2)
    assert "Bündnistreffen" in html(client, query)


def test_month_is_a_table_with_a_caption_and_marks_what_is_provisional(client: Client, index: EventIndexPage) -> None:
    make_event(index, title="Herbsttreffen", start=datetime(2027, 9, 14, 13, tzinfo=BERLIN), is_provisional=True)
    text = html(client, "?ansicht=monat&monat=2027-09")
    assert "<caption>September 2027" in text
    assert 'class="maybe"' in text
    assert "voraussichtlich" in text
    assert "monat=2027-08" in text
    assert "monat=2027-10" in text


def test_year_shows_twelve_months(client: Client, index: EventIndexPage) -> None:
    make_event(
        index,
        title="Silvester",
        start=datetime(2027, 12, 31, 20, tzinfo=BERLIN),
        end=datetime(2028, 1, 1, 2, tzinfo=BERLIN),
    )
    assert html(client, "?ansicht=jahr&jahr=2027").count("<caption>") == 12
    assert "Silvester" in html(client, "?ansicht=jahr&jahr=2027")
    assert "Silvester" in html(client, "?ansicht=monat&monat=2028-01")


def test_empty_calendar_says_what_to_do(client: Client, index: EventIndexPage) -> None:
    assert "Abonnieren Sie den Kalender" in html(client)
    assert "Hier stehen Termine, sobald sie vorbei sind." in html(client, "?ansicht=vergangen")
    assert "In diesem Monat steht kein Termin an." in html(client, "?ansicht=monat")


@pytest.mark.parametrize("query", ["", "?ansicht=vergangen", "?ansicht=monat", "?ansicht=jahr"])
def test_calendar_asks_no_more_for_more_events(queries: Count, index: EventIndexPage, query: str) -> None:
    sign = -1 if "vergangen" in query else 1
    few = [make_event(index, days=sign, hours=number, is_published=number == 0) for number in range(2)]
    first = queries(f"/termine/{query}")
    few += [make_event(index, days=sign, minutes=number, is_published=False) for number in range(8)]
    assert first == queries(f"/termine/{query}") <= 12


def test_event_page_tells_when_where_and_what_remains(client: Client, index: EventIndexPage) -> None:
    agenda = [("item", {"time": "14:30", "title": "Bäume ziehen um", "who": "AG Klima"})]
    event = make_event(
        index, title="Treffen", days=-1, place="Kontor, Erfurt", agenda=agenda, audience="offen für Gäste"
    )
    EventDocument.objects.create(page=event, document=make_document("Dokumentation"))
    text = client.get(event.url).content.decode()
    for words in (
        "Kontor, Erfurt",
        "Bäume ziehen um",
        "14:30",
        "Dokumentation",
        "offen für Gäste",
        "Dieser Termin ist vorbei.",
    ):
        assert words in text
    assert '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Event"' in text


def test_search_engines_get_data_that_cannot_leave_its_element(client: Client, index: EventIndexPage) -> None:
    event = make_event(index, title="</script><b>", days=2, is_online=True)
    text = client.get(event.url).content.decode()
    assert "\\u003C/script\\u003E" in text
    assert "MixedEventAttendanceMode" in text


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"end": NOW - timedelta(hours=1)}, "end"),
        ({"place": ""}, "place"),
        ({"registration_closes": NOW + timedelta(days=1)}, "registration_closes"),
    ],
)
def test_impossible_events_are_refused_in_words(index: EventIndexPage, fields: dict[str, Any], field: str) -> None:
    event = EventPage(title="x", slug="x", teaser="x", **{"start": NOW, "place": "Erfurt", **fields})
    with pytest.raises(ValidationError) as refused:
        event.clean()
    assert list(refused.value.message_dict) == [field]


def test_calendar_file_holds_zone_stable_name_version_and_state(client: Client, index: EventIndexPage) -> None:
    event = make_event(index, title="Herbst", start=datetime(2027, 9, 14, 13, tzinfo=BERLIN), is_provisional=True)
    answer = client.get(event.ics_url)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answer.content)
    assert [str(zone["TZID"]) for zone in found.walk("VTIMEZONE")] == ["Europe/Berlin"]
    entry = found.walk("VEVENT")[0]
    assert entry["UID"] == str(event.translation_key)
    assert b"DTSTART;TZID=Europe/Berlin:20270914T130000" in answer.content
    assert (entry["STATUS"], entry["SEQUENCE"], str(entry["SUMMARY"])) == ("TENTATIVE", 0, "Herbst (voraussichtlich)")
    assert "LAST-MODIFIED" in entry
    event.is_provisional, event.is_cancelled = False, True
    event.save_revision().publish()
    again = Calendar.from_ical(client.get(event.ics_url).content).walk("VEVENT")[0]
    assert (again["UID"], again["STATUS"], again["SEQUENCE"]) == (entry["UID"], "CANCELLED", 1)


def test_feeds_hold_all_or_one_kind_and_no_drafts(client: Client, index: EventIndexPage) -> None:
    make_event(index, title="Bündnistreffen", days=3)
    make_event(index, title="Klimarunde", days=4, kind=EventKind.GROUP)
    make_event(index, title="Lange her", days=-500)
    make_event(index, title="Entwurf", days=5).unpublish()

    def titles(path: str) -> list[str]:
        return [str(entry["SUMMARY"]) for entry in Calendar.from_ical(client.get(path).content).walk("VEVENT")]

    assert titles("/termine.ics") == ["Bündnistreffen", "Klimarunde"]
    assert titles("/termine-arbeitsgruppen.ics") == ["Klimarunde"]
    assert titles("/termine-vor-ort.ics") == []
    assert client.get("/termine-egal.ics").status_code == 404
    found = client.get("/termine.json?art=buendnis").json()["events"]
    assert [(event["title"], event["status"], event["kind"]) for event in found] == [
        ("Bündnistreffen", "confirmed", "alliance")
    ]


def test_event_that_is_not_public_is_nobodys(client: Client, index: EventIndexPage) -> None:
    event = make_event(index, days=3, takes_registrations=True)
    event.unpublish()
    for path in (event.ics_url, f"/termin/{event.key}/anmelden/", f"/termin/{event.key}/anmelden/postfach/"):
        assert client.get(path).status_code == 404


def test_start_page_and_groups_read_what_comes_next(index: EventIndexPage) -> None:
    from home.models import GroupIndexPage, GroupPage

    group = child(child(home_page(), GroupIndexPage), GroupPage, title="Klima")
    make_event(index, title="Zweites", days=5, group=group, kind=EventKind.GROUP)
    make_event(index, title="Erstes", days=2)
    make_event(index, title="Abgesagt", days=1, is_cancelled=True)
    make_event(index, title="Vorbei", days=-2, group=group, kind=EventKind.GROUP)
    now = timezone.now()
    assert [event.title for event in next_events(5, now=now)] == ["Erstes", "Zweites"]
    assert [event.title for event in next_events(1, now=now)] == ["Erstes"]
    assert [row.title for row in next_dates(5, now=now, kind="group")] == ["Zweites"]
    assert {name: [one.title for one in rows] for name, rows in events_of_group(group, now=now).items()} == {
        "ahead": ["Zweites"],
        "past": ["Vorbei"],
    }


def publish(event: EventPage, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(event, name, value)
    with TestCase.captureOnCommitCallbacks(execute=True):
        event.save_revision().publish()


def test_a_change_of_time_or_place_is_mailed_to_those_who_come(index: EventIndexPage) -> None:
    event = make_event(index, title="Treffen", days=9, takes_registrations=True, places=1)
    come = make_registration(event, "come@example.org", "confirmed")
    make_registration(event, "wait@example.org", "waiting", places=False)
    make_registration(event, "gone@example.org", "cancelled", places=False)
    make_registration(event, "open@example.org", "pending", places=False)
    publish(event, teaser="Nur ein Wort ist anders.")
    assert mail.outbox == []
    publish(event, start=event.start + timedelta(days=1), end=event.end + timedelta(days=1), place="Neues Haus")
    assert sorted(message.to[0] for message in mail.outbox) == ["come@example.org", "wait@example.org"]
    assert mail.outbox[0].subject == "Neue Zeit und neuer Ort: Treffen"
    assert "Neues Haus" in mail.outbox[0].body
    assert come.token in next(message.body for message in mail.outbox if message.to == ["come@example.org"])
    assert EventRecord.objects.get(key=event.key).sequence == 2
    mail.outbox.clear()
    publish(event, is_cancelled=True)
    assert {message.subject for message in mail.outbox} == {"Abgesagt: Treffen"}


def test_nobody_hears_of_changes_to_what_is_over(index: EventIndexPage) -> None:
    event = make_event(index, days=-9, takes_registrations=True)
    make_registration(event, "come@example.org", "confirmed")
    publish(event, place="Anderswo")
    assert mail.outbox == []


@pytest.mark.parametrize("kind", ["eventpage", "formpage"])
def test_editor_finds_german_fields(desk: Enter, editor: User, index: EventIndexPage, kind: str) -> None:
    parent = index if kind == "eventpage" else home_page()
    answer = desk(editor).get(reverse("wagtailadmin_pages:add", args=["home", kind, parent.pk]))
    text = answer.content.decode()
    assert answer.status_code == 200
    words = {"eventpage": ("Voraussichtlich", "Tagesordnung", "Warteliste"), "formpage": ("Fragen", "Art der Antwort")}
    assert [word for word in words[kind] if word not in text] == []


def test_office_list_shows_the_next_event_first_and_the_latest_of_the_past_next(index: EventIndexPage) -> None:
    for days in (-9, 5, 2, -3):
        make_event(index, title=f"{days}", days=days, takes_registrations=True, is_published=False)
    found = events_with_registrations(timezone.now())
    assert [event.title for event in found] == ["2", "5", "-3", "-9"]
