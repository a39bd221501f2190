"""The applicant's further pages: team, invitation, what the office asks for, questions, reminders, the PDF."""

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
from competitions.actions import answer_question, ask_for_more, ask_question, invite_editor, join_application
from competitions.domain import TOWN_CONSENT
from competitions.models import Application, ApplicationEditor, Enquiry, Stage
from tests.competitions.factories import CHECKING, DAY, NOW, fill, make_municipality, pdf

BASE = "/konto/bewerbungen/"
KEYS = ("name", "kind", "role", "contact")
PUBLIC = "/wettbewerbe/wettbewerb/fragen/"
WHO = {
    "organisation": "Altstadtverein",
    "organisation_kind": "association",
    "municipality": "Schmalkalden",
    "title": "Drei Läden",
    "contact_name": "Anna",
    "contact_phone": "",
}


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, client: Client) -> Callable[[datetime, User], None]:
    """Set the clock that the views read, with a log-in as fresh as before."""

    def set_clock(moment: datetime, user: User) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        client.force_login(user)

    return set_clock


@pytest.fixture
def own(client: Client, applicant: User, at: Any) -> Client:
    """The applicant's browser, while applications are taken."""
    at(NOW, applicant)
    return client


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def stand(client: Client, url: str) -> str:
    found = re.search(r'name="stand" value="([0-9a-f]{64})"', client.get(url).content.decode())
    assert found is not None
    return found[1]


def partners(*rows: tuple[str, str, str, str]) -> dict[str, list[str]]:
    columns = zip(*rows, strict=True) if rows else ((), (), (), ())
    return {f"partners-{key}": list(column) for key, column in zip(KEYS, columns, strict=True)}


# --- partners and the town's consent ----------------------------------------------------------------------------


def test_partners_are_added_saved_and_removed_without_a_script(own: Client, draft: Application) -> None:
    make_municipality()
    url = f"{BASE}{draft.code}/teil/bewerbung/"
    assert own.post(url, {**WHO, "stand": stand(own, url), "row": "partners"}).url == f"{url}?zeilen=1"
    assert own.get(f"{url}?zeilen=1").content.decode().count('name="partners-name"') == 2  # one to copy
    rows = (("Ring  e. V.", "association", "Programm", ""), ("Haus GbR", "seltsam", "", ""), ("", "other", "", ""))
    own.post(url, {**WHO, **partners(*rows), "stand": stand(own, url)})
    draft.refresh_from_db()
    assert draft.partners == [
        {"name": "Ring e. V.", "role": "Programm", "contact": "", "kind": "association"},
        {"name": "Haus GbR", "role": "", "contact": "", "kind": "other"},
    ]
    posted = {**WHO, **partners(*rows[:2]), "stand": stand(own, url), "partners-remove": "0"}
    assert own.post(url, posted).url == url
    draft.refresh_from_db()
    assert [partner["name"] for partner in draft.partners] == ["Haus GbR"]


def test_a_partner_without_a_name_is_found(own: Client, draft: Application) -> None:
    fill(draft)
    Application.objects.update(partners=[{"name": "", "role": "Geld", "contact": "", "kind": "other"}])
    assert "Bitte benennen Sie jeden Partner." in text_of(own.get(f"{BASE}{draft.code}/pruefen/"))
    assert "Bitte benennen Sie jeden Partner." in text_of(own.get(f"{BASE}{draft.code}/teil/bewerbung/?pruefen"))


def test_a_private_initiative_needs_the_consent_of_its_town(own: Client, draft: Application) -> None:
    make_municipality()
    fill(draft)
    url = f"{BASE}{draft.code}/teil/bewerbung/"
    own.post(url, {**WHO, "stand": stand(own, url)})
    assert "Hier fehlt noch eine Datei." in text_of(own.get(f"{url}?pruefen"))
    own.post(url, {**WHO, "stand": stand(own, url), "attach": TOWN_CONSENT, TOWN_CONSENT: pdf("Ja")})
    draft.refresh_from_db()
    assert draft.report().is_complete
    text = text_of(own.get(f"{BASE}{draft.code}/pruefen/"))
    assert "Zustimmung der Stadt oder Gemeinde" in text
    own.post(url, {**WHO, "stand": stand(own, url), "remove": str(draft.files.get(question=TOWN_CONSENT).key)})
    assert not draft.files.filter(question=TOWN_CONSENT).exists()


# --- the team ---------------------------------------------------------------------------------------------------


def test_lead_invites_and_the_invited_person_agrees(
    own: Client, draft: Application, rival: User, at: Any, django_capture_on_commit_callbacks: Any
) -> None:
    url = f"{BASE}{draft.code}/team/"
    assert own.post(url, {"email": "kein"}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        assert own.post(url, {"email": rival.email, "role": "Kämmerei"}).url == url
    assert f"/konto/bewerbungen/{draft.code}/einladung/" in mail.outbox[-1].body
    assert "noch nicht angenommen" in text_of(own.get(url))
    assert "schreibt die Bewerbung schon" not in text_of(own.post(url, {"email": rival.email}))
    at(NOW, rival)
    assert draft.code in text_of(own.get(BASE))
    assert own.get(f"{BASE}{draft.code}/").url == f"{BASE}{draft.code}/einladung/"
    assert "Kämmerei" in text_of(own.get(f"{BASE}{draft.code}/einladung/"))
    assert own.post(f"{BASE}{draft.code}/einladung/", {"answer": "yes"}).url == f"{BASE}{draft.code}/"
    text = text_of(own.get(url))
    assert "Nicht mehr mitschreiben" in text
    assert "Einladung schicken" not in text
    assert own.post(url, {"email": "dritte@example.org"}).status_code == 422
    assert own.get(f"{BASE}{draft.code}/einladung/").url == f"{BASE}{draft.code}/"


def test_declining_leaving_and_removing(own: Client, draft: Application, applicant: User, rival: User, at: Any) -> None:
    invited = {"application": draft, "email": rival.email, "role": "", "by": applicant, "now": NOW}
    invite_editor(**invited)
    at(NOW, rival)
    assert own.post(f"{BASE}{draft.code}/einladung/", {"answer": "no"}).url == BASE
    join_application(editor=invite_editor(**invited), now=NOW)
    assert own.post(f"{BASE}{draft.code}/team/verlassen/").url == BASE
    assert own.get(f"{BASE}{draft.code}/").status_code == 404
    join_application(editor=invite_editor(**invited), now=NOW)
    own.post(f"{BASE}{draft.code}/team/entfernen/", {"wer": str(rival.key)})
    assert ApplicationEditor.objects.count() == 1
    at(NOW, applicant)
    assert own.post(f"{BASE}{draft.code}/team/entfernen/", {"wer": "x"}).status_code == 404
    own.post(f"{BASE}{draft.code}/team/entfernen/", {"wer": str(rival.key)})
    assert not ApplicationEditor.objects.exists()
    assert own.post(f"{BASE}{draft.code}/team/verlassen/").status_code == 404


# --- what the office asks for -----------------------------------------------------------------------------------


@pytest.fixture
def asked(sent: Application, office: User, own: Client, applicant: User, at: Any) -> Application:
    until = CHECKING + 3 * DAY
    message = "Wo genau steht das Haus?"
    ask_for_more(application=sent, parts=["vorhaben"], until=until, message=message, by=office, now=CHECKING)
    at(CHECKING, applicant)
    return sent


def test_only_what_was_asked_for_can_be_changed(own: Client, asked: Application) -> None:
    text = text_of(own.get(f"{BASE}{asked.code}/"))
    assert "Wo genau steht das Haus?" in text
    assert f"{BASE}{asked.code}/teil/vorhaben/" in text
    assert f"{BASE}{asked.code}/teil/kosten/" not in text
    assert own.get(f"{BASE}{asked.code}/teil/kosten/").url == f"{BASE}{asked.code}/pruefen/"
    url = f"{BASE}{asked.code}/teil/vorhaben/"
    words = {"answer_ort": "Am Markt 3", "answer_ziel": "Werkstatt", "answer_art": "Umbau", "answer_beginn": "1.3.2028"}
    assert own.post(url, {**words, "stand": stand(own, url)}).url == f"{BASE}{asked.code}/pruefen/"
    assert own.post(f"{BASE}{asked.code}/senden/").url == f"{BASE}{asked.code}/eingang/"
    receipt = text_of(own.get(f"{BASE}{asked.code}/eingang/"))
    assert f"{asked.code}-2" in receipt
    assert f"{asked.code}-1" in receipt
    assert asked.submissions.first().content["answers"]["ort"] == "Am Markt 3"
    assert own.get(url).url == f"{BASE}{asked.code}/pruefen/"


def test_after_its_time_nothing_is_open(own: Client, asked: Application, applicant: User, at: Any) -> None:
    at(CHECKING + 3 * DAY, applicant)
    assert "Wo genau steht das Haus?" not in text_of(own.get(f"{BASE}{asked.code}/"))
    response = own.post(f"{BASE}{asked.code}/senden/", follow=True)
    assert "Die Frist für die Ergänzung ist vorbei." in text_of(response)
    assert asked.submissions.count() == 1


# --- questions --------------------------------------------------------------------------------------------------


def test_asking_about_the_own_application(own: Client, draft: Application, office: User, rival: User, at: Any) -> None:
    url = f"{BASE}{draft.code}/fragen/"
    assert own.post(url, {"text": " "}).status_code == 422
    assert own.post(url, {"text": "Zählt die Planung?"}).url == url
    assert "Wartet auf Antwort" in text_of(own.get(url))
    answer_question(question=Enquiry.objects.get(), text="Ja, sie zählt.", by=office, now=NOW)
    assert "Ja, sie zählt." in text_of(own.get(url))
    at(NOW, rival)
    assert own.get(url).status_code == 404


def test_asking_in_public(client: Client, stage: Stage, office: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    assert client.post(PUBLIC, {"text": "Zählt die Planung?"}).status_code == 422
    asked = {"text": "Zählt beim Verein Ring die Planung?", "email": "frage@example.org"}
    assert client.post(PUBLIC, asked).url == PUBLIC
    client.post(PUBLIC, {**asked, "website": "x"})
    question = Enquiry.objects.get()
    assert (question.email, question.asked_by, question.stage) == ("frage@example.org", None, stage)
    assert "Verein Ring" not in text_of(client.get(PUBLIC))
    answer = {"text": "Ja.", "publish": True, "wording": "Zählt die Planung?", "by": office, "now": NOW}
    answer_question(question=question, **answer)
    text = text_of(client.get(PUBLIC))
    assert "Zählt die Planung?" in text
    assert "Verein Ring" not in text
    assert "frage@example.org" not in text


def test_public_questions_cost_the_same_with_one_and_five(
    client: Client, stage: Stage, office: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        question = ask_question(stage=stage, text=f"Frage {number}?", email="f@example.org", now=NOW)
        answer_question(question=question, text="Ja.", publish=True, wording=f"F {number}?", by=office, now=NOW)
    client.get(PUBLIC)
    with django_assert_max_num_queries(9):
        client.get(PUBLIC)


# --- reminders and the PDF --------------------------------------------------------------------------------------


def test_reminders_are_turned_off_and_on(own: Client, draft: Application) -> None:
    url = f"{BASE}{draft.code}/erinnerungen/"
    own.post(url)
    draft.refresh_from_db()
    assert not draft.reminders
    assert "Erinnerungen einschalten" in text_of(own.get(f"{BASE}{draft.code}/"))
    own.post(url, {"wanted": "1"})
    draft.refresh_from_db()
    assert draft.reminders


def test_the_pdf_of_what_was_sent(own: Client, sent: Application) -> None:
    url = f"{BASE}{sent.code}/eingang/1/bewerbung.pdf"
    assert url in text_of(own.get(f"{BASE}{sent.code}/eingang/"))
    assert url in text_of(own.get(f"{BASE}{sent.code}/"))
    answer = own.get(url)
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"] == f'inline; filename="Bewerbung-{sent.code}-1.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
