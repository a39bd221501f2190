"""The applicant's pages: begin, write, check, send, receipt; nothing of anybody else's, nothing after the deadline."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from cms.accounts.models import User
from competitions.actions import save_part
from competitions.enums import ApplicationState
from competitions.models import Application, ApplicationFile, Stage
from tests.competitions.factories import CHECKING, NOW, fill, make_draft, make_municipality, make_stage, pdf

BASE = "/konto/bewerbungen/"
APPLY = "/wettbewerbe/wettbewerb/bewerben/"
START = {
    "organisation": "Stadt Schmalkalden",
    "organisation_kind": "municipality",
    "municipality": "Schmalkalden",
    "title": "Drei Läden, ein Flur",
}
WORDS = {
    "answer_ort": "Kleine Gasse",
    "answer_ziel": "Werkstatt und Stadtküche.",
    "answer_art": "Umbau",
    "answer_themen": ["Klima", "Leerstand"],
    "answer_beginn": "1.3.2028",
    "answer_laeden": "3",
}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, client: Client, applicant: User) -> Callable[[datetime], None]:
    """A way to set the clock that the views read; the applicant's log-in is as fresh as before."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        if "sessionid" in client.cookies:
            client.force_login(applicant)

    set_clock(NOW)
    return set_clock


@pytest.fixture
def own(client: Client, applicant: User, at: Callable[[datetime], None]) -> Client:
    """The applicant's browser, while applications are taken."""
    client.force_login(applicant)
    return client


def part_url(application: Application, key: str) -> str:
    return f"{BASE}{application.code}/teil/{key}/"


def stand(client: Client, url: str) -> str:
    """The fingerprint that a page of a part carries."""
    found = re.search(r'name="stand" value="([0-9a-f]{64})"', client.get(url).content.decode())
    assert found is not None
    return found[1]


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


# --- beginning --------------------------------------------------------------------------------------------------


def test_apply_says_what_is_needed_and_leads_to_the_login(client: Client, stage: Stage, at: Any) -> None:
    text = text_of(client.get(APPLY))
    assert "Zustimmung der Kommune" in text
    assert "Kosten und Finanzierung" in text
    assert f"/konto/anmelden/?next={APPLY}" in text
    assert "<form" not in text.partition("<main")[2].partition("</main")[0]


def test_apply_without_login_begins_nothing(client: Client, stage: Stage, at: Any) -> None:
    assert client.post(APPLY, START).url == "/konto/anmelden/"
    assert not Application.objects.exists()


def test_apply_begins_by_post_only_and_once(own: Client, stage: Stage, applicant: User) -> None:
    make_municipality()
    own.get(APPLY)
    assert not Application.objects.exists()
    first, second = own.post(APPLY, START), own.post(APPLY, {**START, "title": "Anderes"})
    application = Application.objects.get()
    assert first.url == second.url == f"{BASE}{application.code}/"
    assert (application.lead, application.title, application.municipality_id) == (applicant, START["title"], "16066063")


def test_apply_with_gaps_keeps_what_was_typed(own: Client, stage: Stage) -> None:
    response = own.post(APPLY, {**START, "municipality": "Nirgendheim"})
    assert response.status_code == 422
    assert "<title>Fehler:" in text_of(response)
    assert 'value="Nirgendheim"' in text_of(response)
    assert not Application.objects.exists()


def test_apply_before_and_after(own: Client, stage: Stage, at: Callable[[datetime], None]) -> None:
    at(stage.opens_at.replace(year=2026))
    assert "Noch nicht offen" in text_of(own.get(APPLY))
    at(CHECKING)
    assert "Die Annahme ist vorbei" in text_of(own.get(APPLY))
    assert own.post(APPLY, START).status_code == 409
    assert not Application.objects.exists()


def test_apply_to_an_unknown_competition(own: Client, stage: Stage) -> None:
    assert own.get("/wettbewerbe/anderer/bewerben/").status_code == 404


# --- who sees what ----------------------------------------------------------------------------------------------

PAGES = ("", "teil/bewerbung/", "teil/vorhaben/", "pruefen/", "eingang/", "zurueckziehen/")
VERBS = ("teil/vorhaben/", "senden/", "zurueckholen/", "zurueckziehen/")


def test_outsiders_find_nothing(client: Client, rival: User, sent: Application, office: User, at: Any) -> None:
    file = ApplicationFile.objects.get()
    addresses = [f"{BASE}{sent.code}/{page}" for page in (*PAGES, f"datei/{file.key}/")]
    for user in (rival, office):
        client.force_login(user)
        assert {client.get(address).status_code for address in addresses} == {404}
        assert {client.post(f"{BASE}{sent.code}/{verb}").status_code for verb in VERBS} == {404}
        assert sent.title not in text_of(client.get(BASE))
    sent.refresh_from_db()
    assert sent.state == ApplicationState.SENT


def test_without_login_every_page_asks_for_it(client: Client, sent: Application) -> None:
    for page in PAGES:
        address = f"{BASE}{sent.code}/{page}"
        assert client.get(address).url.startswith("/konto/anmelden/?next=")


def test_list_costs_the_same_with_one_and_three(
    own: Client, draft: Application, applicant: User, django_assert_num_queries: Any
) -> None:
    own.get(BASE)
    with django_assert_num_queries(4):
        own.get(BASE)
    for slug in ("zwei", "drei"):
        make_draft(make_stage(slug=slug), applicant)
    with django_assert_num_queries(4):
        assert text_of(own.get(BASE)).count("Noch ohne Titel") == 3


def test_task_list_asks_little(own: Client, draft: Application, django_assert_max_num_queries: Any) -> None:
    own.get(BASE)
    with django_assert_max_num_queries(8):
        text = text_of(own.get(f"{BASE}{draft.code}/"))
    assert "0 von 4 Teilen sind fertig" in text
    assert text.count("Offen") == 2
    assert text.count("Datei fehlt") == 1


# --- writing ----------------------------------------------------------------------------------------------------


def test_part_is_saved_and_leads_on(own: Client, draft: Application) -> None:
    url = part_url(draft, "vorhaben")
    response = own.post(url, {**WORDS, "stand": stand(own, url)})
    assert response.url == part_url(draft, "kosten")
    draft.refresh_from_db()
    assert draft.answers == {
        "ort": "Kleine Gasse",
        "ziel": "Werkstatt und Stadtküche.",
        "art": "Umbau",
        "themen": ["Leerstand", "Klima"],
        "beginn": "2028-03-01",
        "laeden": "3",
    }
    assert 'value="01.03.2028"' in text_of(own.get(url))


def test_wrong_answers_are_kept_and_named(own: Client, draft: Application) -> None:
    url = part_url(draft, "vorhaben")
    response = own.post(url, {**WORDS, "answer_beginn": "bald", "stand": stand(own, url), "then": "overview"})
    assert response.url == f"{url}?pruefen"
    text = text_of(own.get(response.url))
    assert "<title>Fehler:" in text
    assert "Bitte geben Sie ein Datum ein" in text
    assert 'value="bald"' in text


def test_saving_while_typing_answers_json(own: Client, draft: Application) -> None:
    url = part_url(draft, "vorhaben")
    response = own.post(url, {"answer_ort": "Kleine", "stand": stand(own, url)}, headers={"accept": "application/json"})
    assert response.status_code == 200
    assert response.json()["stand"] == stand(own, url)
    draft.refresh_from_db()
    assert draft.answers == {"ort": "Kleine"}


def test_second_tab_is_told_and_can_compare(own: Client, draft: Application, applicant: User) -> None:
    url = part_url(draft, "vorhaben")
    old = stand(own, url)
    save_part(application=draft, part="vorhaben", answers={"ort": "Am Markt"}, revision=0, by=applicant, now=NOW)
    told = own.post(url, {**WORDS, "stand": old})
    assert told.status_code == 409
    text = text_of(told)
    assert "inzwischen geändert" in text
    assert "Am Markt" in text
    assert 'value="Kleine Gasse"' in text
    found = re.search(r'name="stand" value="(\w+)"', text)
    assert found is not None
    assert own.post(url, {**WORDS, "stand": found[1]}).status_code == 302
    draft.refresh_from_db()
    assert draft.answers["ort"] == "Kleine Gasse"


def test_other_part_changed_meanwhile_is_no_conflict(own: Client, draft: Application, applicant: User) -> None:
    url = part_url(draft, "vorhaben")
    old = stand(own, url)
    save_part(application=draft, part="kosten", answers={"plan": {"grant": "5"}}, revision=0, by=applicant, now=NOW)
    assert own.post(url, {**WORDS, "stand": old}).status_code == 302


def test_double_click_is_no_conflict(own: Client, draft: Application) -> None:
    url = part_url(draft, "vorhaben")
    old = stand(own, url)
    assert [own.post(url, {**WORDS, "stand": old}).status_code for _click in range(2)] == [302, 302]


def test_applicant_part_saves_gaps_but_names_an_unknown_town(own: Client, draft: Application) -> None:
    make_municipality()
    url = part_url(draft, "bewerbung")
    response = own.post(url, {"title": "Flur", "municipality": "Nirgendheim", "stand": stand(own, url)})
    assert response.status_code == 422
    assert 'value="Nirgendheim"' in text_of(response)
    draft.refresh_from_db()
    assert draft.title == "Flur"
    filled = {**START, "contact_name": "Anna Antrag", "stand": stand(own, url)}
    assert own.post(url, filled).url == part_url(draft, "vorhaben")


def test_plan_counts_and_takes_rows(own: Client, draft: Application) -> None:
    url = part_url(draft, "kosten")
    plan = {
        "answer_plan-costs-item": ["Umbau", "Beteiligung", ""],
        "answer_plan-costs-amount": ["60.000", "24.500", ""],
        "answer_plan-funding-item": ["Eigenanteil"],
        "answer_plan-funding-amount": ["42.500"],
        "answer_plan-grant": "42.000",
    }
    more = own.post(url, {**plan, "row": "costs", "stand": stand(own, url)})
    assert more.url == f"{url}?zeilen=3"
    text = text_of(own.get(more.url))
    assert text.count('name="answer_plan-costs-item"') == 5
    assert "Der Plan geht auf." in text
    assert own.post(url, {**plan, "stand": stand(own, url)}).url == part_url(draft, "anlagen")


# --- files ------------------------------------------------------------------------------------------------------


def test_file_goes_up_is_served_and_removed(own: Client, draft: Application) -> None:
    url = part_url(draft, "anlagen")
    data = {"answer_zustimmung": pdf(), "attach": "zustimmung", "stand": stand(own, url)}
    assert own.post(url, data).url == url
    file = ApplicationFile.objects.get()
    served = own.get(f"{BASE}{draft.code}/datei/{file.key}/")
    assert served["Content-Type"] == "application/pdf"
    assert {"private", "no-store"} <= set(served["Cache-Control"].split(", "))
    assert served["X-Content-Type-Options"] == "nosniff"
    assert own.post(url, {"remove": str(file.key), "stand": stand(own, url)}).url == url
    assert not ApplicationFile.objects.exists()
    again = own.post(url, {"remove": str(file.key), "stand": stand(own, url)})
    assert again.status_code == 409
    assert "schon entfernt" in text_of(again)
    assert own.post(url, {"remove": "nichts", "stand": stand(own, url)}).status_code == 404


def test_wrong_file_is_refused_beside_its_field(own: Client, draft: Application) -> None:
    url = part_url(draft, "anlagen")
    wrong = pdf()
    wrong.file.truncate(40)
    wrong.size = 40
    response = own.post(url, {"answer_zustimmung": wrong, "stand": stand(own, url)})
    assert response.status_code == 422
    assert "beschädigt oder unvollständig" in text_of(response)
    assert not ApplicationFile.objects.exists()


def test_uploads_are_limited(own: Client, draft: Application, settings: Any) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "application.upload": {"key": "1/h"}}
    url = part_url(draft, "anlagen")
    for expected in (302, 429):
        data = {"answer_bilder": pdf(str(expected)), "stand": stand(own, url)}
        assert own.post(url, data).status_code == expected


# --- sending ----------------------------------------------------------------------------------------------------


def test_check_names_every_gap_and_does_not_send(own: Client, draft: Application) -> None:
    text = text_of(own.get(f"{BASE}{draft.code}/pruefen/"))
    assert "Das fehlt noch" in text
    assert "Hier fehlt noch eine Datei." in text
    assert f"{BASE}{draft.code}/senden/" not in text
    assert own.post(f"{BASE}{draft.code}/senden/").url == f"{BASE}{draft.code}/pruefen/"
    assert own.get(f"{BASE}{draft.code}/senden/").status_code == 405
    draft.refresh_from_db()
    assert draft.state == ApplicationState.DRAFT


def test_sending_gives_a_receipt_and_a_mail(
    own: Client, draft: Application, applicant: User, django_capture_on_commit_callbacks: Any
) -> None:
    fill(draft)
    with django_capture_on_commit_callbacks(execute=True):
        first = own.post(f"{BASE}{draft.code}/senden/")
    second = own.post(f"{BASE}{draft.code}/senden/")
    assert first.url == second.url == f"{BASE}{draft.code}/eingang/"
    submission = draft.submissions.get()
    assert [letter.to for letter in mail.outbox] == [[applicant.email]]
    assert submission.fingerprint in mail.outbox[0].body
    text = text_of(own.get(first.url))
    assert submission.number in text
    assert submission.fingerprint in text


def test_called_back_and_sent_again(own: Client, sent: Application) -> None:
    assert own.post(f"{BASE}{sent.code}/zurueckholen/").url == f"{BASE}{sent.code}/"
    sent.refresh_from_db()
    assert sent.state == ApplicationState.DRAFT
    own.post(f"{BASE}{sent.code}/senden/")
    assert list(sent.submissions.values_list("ordinal", flat=True)) == [2, 1]


def test_sent_parts_are_read_only(own: Client, sent: Application) -> None:
    url = part_url(sent, "vorhaben")
    assert own.get(url).url == f"{BASE}{sent.code}/pruefen/"
    response = own.post(url, {**WORDS, "stand": ""})
    assert response.status_code == 409
    assert "Kleine Gasse" in text_of(response)


def test_withdrawing_asks_first(own: Client, sent: Application) -> None:
    url = f"{BASE}{sent.code}/zurueckziehen/"
    assert "Endgültig zurückziehen" in text_of(own.get(url))
    sent.refresh_from_db()
    assert sent.state == ApplicationState.SENT
    own.post(url)
    sent.refresh_from_db()
    assert sent.state == ApplicationState.WITHDRAWN


def test_after_the_deadline_everything_is_read_only(
    own: Client, draft: Application, at: Callable[[datetime], None]
) -> None:
    url = part_url(fill(draft), "vorhaben")
    old = stand(own, url)
    at(CHECKING)
    late = own.post(url, {**WORDS, "answer_ort": "Zu spät", "stand": old})
    assert late.status_code == 409
    assert "Annahmeschluss ist vorbei" in text_of(late)
    assert 'value="Zu spät"' in text_of(late)
    assert own.get(url).url == f"{BASE}{draft.code}/pruefen/"
    assert "Annahmeschluss ist vorbei" in text_of(own.get(f"{BASE}{draft.code}/"))
    assert own.post(f"{BASE}{draft.code}/senden/").url == f"{BASE}{draft.code}/pruefen/"
    draft.refresh_from_db()
    assert (draft.state, draft.answers["ort"]) == (ApplicationState.DRAFT, "Kleine Gasse")


def test_calling_back_after_the_deadline_is_refused(
    own: Client, sent: Application, at: Callable[[datetime], None]
) -> None:
    at(CHECKING)
    response = own.post(f"{BASE}{sent.code}/zurueckholen/", follow=True)
    assert "Annahmeschluss ist vorbei" in text_of(response)
    sent.refresh_from_db()
    assert sent.state == ApplicationState.SENT
