"""Suggested examples: handed in by anybody, decided once, answered, forgotten in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from home.actions.suggestions import (
    purge_suggestions,
    refuse_suggestion,
    suggest_example,
    take_over_suggestion,
)
from home.models import ExamplePage, ExampleSuggestion, SiteSettings
from home.waiting_knowledge import knowledge_rows
from tests.home.knowledge import collection, town

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]
FORM = "/kompass/beispiel-vorschlagen/"
DESK = "/verwaltung/beispielvorschlaege/"


def typed(**other: str) -> dict[str, str]:
    return {
        "title": "Hofladen",
        "municipality": town().name,
        "vacancy": "shop",
        "story": "Vier Höfe <b>zusammen</b>.\nFreitags offen.",
        "email": "hof@example.org",
        **other,
    }


def suggestion(**fields: Any) -> ExampleSuggestion:
    values = {**typed(), "municipality": town(), "now": timezone.now(), **fields}
    return suggest_example(**values)


def test_a_suggestion_is_kept_and_two_letters_go_out(
    client: Client, django_capture_on_commit_callbacks: Callable
) -> None:
    site = SiteSettings.for_request(client.get("/").wsgi_request)
    site.email = "buero@example.org"
    site.save()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(FORM, typed(), follow=True)
    assert answer.redirect_chain == [(f"{FORM}danke/", 302)]
    kept = ExampleSuggestion.objects.get()
    assert (kept.title, kept.municipality, kept.state) == ("Hofladen", town(), "open")
    assert {letter.to[0] for letter in mail.outbox} == {"buero@example.org", "hof@example.org"}
    assert all("<b>zusammen" in letter.body for letter in mail.outbox)
    assert "hof@example.org" not in str(AuditEvent.objects.values())


@pytest.mark.parametrize("field", ["title", "municipality", "vacancy", "story", "email"])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client: Client, field: str) -> None:
    answer = client.post(FORM, typed(**{field: ""}, result="Jetzt lebt der Markt."))
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "data-error-summary" in html
    assert "Jetzt lebt der Markt." in html
    assert ExampleSuggestion.objects.count() == 0


def test_an_unknown_town_is_refused_in_words(client: Client) -> None:
    assert client.post(FORM, typed(municipality="Atlantis")).status_code == 422


def test_a_machine_is_thanked_and_forgotten(client: Client) -> None:
    assert client.post(FORM, typed(website="https://spam.example.org")).status_code == 302
    assert ExampleSuggestion.objects.count() == 0


def test_the_office_makes_a_draft_of_it(
    desk: Enter, office: User, django_capture_on_commit_callbacks: Callable
) -> None:
    collection()
    found = suggestion()
    client = desk(office)
    assert found.title in client.get(DESK).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{DESK}{found.key}/uebernehmen/")
    page = ExamplePage.objects.get()
    assert (page.live, page.title, page.municipality, page.vacancy) == (False, "Hofladen", town(), "shop")
    assert "&lt;b&gt;zusammen" in str(page.body)
    found.refresh_from_db()
    assert (found.state, found.example, found.handled_by) == ("taken_over", page, office)
    assert "aufgenommen" in mail.outbox[-1].body


def test_a_decision_is_made_once(office: User) -> None:
    collection()
    found = suggestion()
    take_over_suggestion(suggestion=found, by=office, now=timezone.now())
    with pytest.raises(Refused, match="schon jemand anderes"):
        refuse_suggestion(suggestion=found, reason="Zu spät.", by=office, now=timezone.now())
    assert ExamplePage.objects.count() == 1


def test_without_a_collection_nothing_is_decided(desk: Enter, office: User) -> None:
    found = suggestion()
    html = desk(office).post(f"{DESK}{found.key}/uebernehmen/", follow=True).content.decode()
    assert "Beispielsammlung" in html
    found.refresh_from_db()
    assert found.state == "open"


def test_a_refusal_needs_a_reason_and_is_mailed(
    desk: Enter, editor: User, django_capture_on_commit_callbacks: Callable
) -> None:
    found = suggestion()
    client = desk(editor)
    assert client.post(f"{DESK}{found.key}/", {"reason": " "}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{DESK}{found.key}/", {"reason": "Das ist kein Leerstand."}).status_code == 302
    assert "Das ist kein Leerstand." in mail.outbox[-1].body
    assert client.post(f"{DESK}{found.key}/", {"reason": "Noch einmal."}).status_code == 422


def test_others_do_not_find_the_desk(desk: Enter, outsider: User) -> None:
    found = suggestion()
    client = desk(outsider)
    for path in (DESK, f"{DESK}{found.key}/", "/verwaltung/foerderprogramme/", "/verwaltung/daten/"):
        assert client.get(path).status_code == 404


def test_what_waits_is_counted(editor: User, outsider: User) -> None:
    suggestion()
    assert [row.count for row in knowledge_rows(editor)] == [1, 0]
    assert list(knowledge_rows(outsider)) == []


def test_names_go_half_a_year_after_the_decision(office: User) -> None:
    now = timezone.now()
    old, waiting = suggestion(), suggestion()
    refuse_suggestion(suggestion=old, reason="Passt nicht.", by=office, now=now - timedelta(days=181))
    assert purge_suggestions(now) == 1
    assert list(ExampleSuggestion.objects.all()) == [waiting]


def test_the_list_asks_the_same_for_one_and_for_many(
    desk: Enter, editor: User, django_assert_max_num_queries: Callable
) -> None:
    client = desk(editor)
    for _number in range(12):
        suggestion()
    client.get(DESK)
    with django_assert_max_num_queries(25):  # the admin's own frame included
        client.get(DESK)
