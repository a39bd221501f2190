"""The applicant's page when the connection goes, when two people write, and with partners and several files."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cms.accounts.models import User
from competitions.actions import ask_for_more, save_part, send_application
from competitions.domain import TOWN_CONSENT
from competitions.models import Application, Stage
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible, problems_of
from tests.competitions.factories import fill, make_draft, make_municipality, make_stage, pdf_bytes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVED = re.compile(r"Gespeichert um \d\d:\d\d:\d\d Uhr")
OFFER = "Auf diesem Gerät stehen Eingaben, die noch nicht gespeichert sind."


@pytest.fixture
def stage(site: str) -> Stage:
    """A stage that takes applications now."""
    now, day = timezone.now(), timedelta(days=1)
    make_municipality()
    dates = {"closes_at": now + 30 * day, "jury_opens_at": now + 40 * day, "jury_closes_at": now + 60 * day}
    return make_stage(opens_at=now - day, **dates)


@pytest.fixture
def application(stage: Stage, page: Page, log_in: Any) -> Application:
    """A draft whose lead is logged in."""
    user: User = make_cast_member("applicant")
    log_in(page, user)
    return make_draft(stage, user, now=timezone.now())


def part(application: Application, key: str) -> str:
    return f"/konto/bewerbungen/{application.code}/teil/{key}/"


def test_what_was_typed_without_connection_survives(page: Page, application: Application) -> None:
    page.goto(part(application, "vorhaben"))
    page.get_by_label("Wo?").fill("Kleine Gasse")
    expect(page.get_by_text(SAVED)).to_be_visible()
    page.context.set_offline(True)
    page.get_by_label("Was soll entstehen?").fill("Eine Werkstatt.")
    page.get_by_label("Umbau").check()
    expect(page.get_by_text("Verbindung weg – wird nachgeholt.")).to_be_visible()
    assert_accessible(page, widths=(360,))
    page.context.set_offline(False)
    expect(page.get_by_text(SAVED)).to_be_visible()
    problems_of(page).clear()  # the failed saves count as problems elsewhere
    application.refresh_from_db()
    assert application.answers == {"ort": "Kleine Gasse", "ziel": "Eine Werkstatt.", "art": "Umbau"}
    page.reload()
    expect(page.get_by_text(OFFER)).to_be_hidden()


def test_it_is_offered_again_when_the_page_was_closed(page: Page, application: Application) -> None:
    page.goto(part(application, "kosten"))
    page.route("**/teil/kosten/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("button[data-add=costs]").click()
    for number, (item, amount) in enumerate((("Umbau", "60.000"), ("Planung", "4.500"), ("Programm", "1.000"))):
        while page.locator("input[name='answer_plan-costs-item']").count() <= number:
            page.locator("button[data-add=costs]").click()
        page.locator("input[name='answer_plan-costs-item']").nth(number).fill(item)
        page.locator("input[name='answer_plan-costs-amount']").nth(number).fill(amount)
    expect(page.get_by_text("Verbindung weg – wird nachgeholt.")).to_be_visible()
    page.unroute_all()
    problems_of(page).clear()
    page.goto(part(application, "kosten"))
    expect(page.get_by_text(OFFER)).to_be_visible()
    assert_accessible(page, widths=(360,))
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.locator("[data-sum=costs]")).to_have_text(re.compile("65.500"))
    expect(page.get_by_text(SAVED)).to_be_visible()
    application.refresh_from_db()
    assert [row["item"] for row in application.answers["plan"]["costs"]] == ["Umbau", "Planung", "Programm"]
    page.reload()
    expect(page.get_by_text(OFFER)).to_be_hidden()


def test_saving_by_the_button_leaves_nothing_behind(page: Page, application: Application) -> None:
    page.goto(part(application, "vorhaben"))
    page.get_by_label("Beginn").fill("1.3.2028")
    page.locator("button.btn").filter(has_text="Speichern und weiter").click()
    expect(page.get_by_role("heading", level=1, name="Kosten und Finanzierung")).to_be_visible()
    page.goto(part(application, "vorhaben"))
    expect(page.get_by_label("Beginn")).to_have_value("01.03.2028")
    expect(page.get_by_text(OFFER)).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_the_second_who_writes_is_told_while_typing(page: Page, application: Application) -> None:
    page.goto(part(application, "vorhaben"))
    save_part(
        application=application,
        part="vorhaben",
        answers={"ort": "Am Markt"},
        revision=0,
        by=application.lead,
        now=timezone.now(),
    )
    page.get_by_label("Wo?").fill("Kleine Gasse")
    expect(page.get_by_text("inzwischen geändert")).to_be_visible()
    problems_of(page).clear()  # answered with 409, which counts as a problem elsewhere
    page.get_by_role("button", name="Vergleichen").click()
    expect(page.get_by_text("Inzwischen gespeichert ist hier:")).to_be_visible()
    expect(page.get_by_label("Wo?")).to_have_value("Kleine Gasse")
    problems_of(page).clear()
    application.refresh_from_db()
    assert application.answers == {"ort": "Am Markt"}


def test_partners_and_consent_of_an_association(page: Page, application: Application, tmp_path: Path) -> None:
    page.goto(part(application, "bewerbung"))
    page.get_by_label("Verein oder Initiative").first.check()
    page.get_by_role("button", name="Partner hinzufügen").click()
    page.get_by_label("Name", exact=True).fill("Gewerbering")
    page.get_by_label("Aufgabe").fill("Programm")
    page.get_by_role("button", name="Partner hinzufügen").click()
    page.get_by_label("Name", exact=True).nth(1).fill("Irrtum")
    page.get_by_role("button", name="Entfernen").nth(1).click()
    expect(page.get_by_text(SAVED)).to_be_visible()
    assert_accessible(page)
    papers = [tmp_path / name for name in ("Brief.pdf", "Beschluss.pdf")]
    for paper in papers:
        paper.write_bytes(pdf_bytes(paper.name))
    page.get_by_label("Zustimmung der Stadt oder Gemeinde").set_input_files(papers)
    expect(page.get_by_role("link", name="Brief.pdf")).to_be_visible()
    expect(page.get_by_role("link", name="Beschluss.pdf")).to_be_visible()
    application.refresh_from_db()
    assert [partner["name"] for partner in application.partners] == ["Gewerbering"]
    assert application.files.filter(question=TOWN_CONSENT).count() == 2
    page.get_by_role("button", name="„Brief.pdf“ entfernen").click()
    expect(page.get_by_role("link", name="Brief.pdf")).to_be_hidden()


def test_what_the_office_asks_for(page: Page, stage: Stage, application: Application) -> None:
    user, now = application.lead, timezone.now()
    fill(application, now=now)
    send_application(application=application, by=user, now=now)
    Stage.objects.update(closes_at=now - timedelta(minutes=1))
    application = Application.objects.get()
    until, office = now + timedelta(days=3), make_cast_member("office")
    asked = {"parts": ["vorhaben"], "until": until, "message": "Wo genau steht das Haus?", "by": office}
    ask_for_more(application=application, now=timezone.now(), **asked)
    page.goto(f"/konto/bewerbungen/{application.code}/")
    expect(page.get_by_text("Wo genau steht das Haus?")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Das Vorhaben").click()
    page.get_by_label("Wo?").fill("Kleine Gasse 4")
    page.locator("button.btn").filter(has_text="Speichern und weiter").click()
    expect(page.get_by_role("link", name=re.compile("^Ändern"))).to_have_count(1)
    assert_accessible(page)
    page.get_by_role("button", name="Ergänzung senden").click()
    expect(page.get_by_role("heading", name="Angekommen, danke")).to_be_visible()
    expect(page.get_by_text("Frühere Fassungen")).to_be_visible()
    assert_accessible(page)


def test_team_questions_and_invitation(page: Page, application: Application, stage: Stage, log_in: Any) -> None:
    base = f"/konto/bewerbungen/{application.code}/"
    page.goto(f"{base}team/")
    page.get_by_label("E-Mail-Adresse").fill("rival@example.org")
    page.get_by_role("button", name="Einladung schicken").click()
    expect(page.get_by_text("noch nicht angenommen")).to_be_visible()
    assert_accessible(page)
    page.goto(f"{base}fragen/")
    page.get_by_role("button", name="Frage senden").click()
    expect(page.get_by_role("alert")).to_be_focused()
    problems_of(page).clear()
    page.get_by_label("Ihre Frage").fill("Zählt die Planung?")
    page.get_by_role("button", name="Frage senden").click()
    expect(page.get_by_text("Wartet auf Antwort")).to_be_visible()
    assert_accessible(page)
    page.goto("/wettbewerbe/wettbewerb/fragen/")
    assert_accessible(page)
    log_in(page, User.objects.get(email="rival@example.org"))
    page.goto(base)
    expect(page.get_by_role("heading", name="Schreiben Sie mit?")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Ich schreibe mit").click()
    expect(page.get_by_text("Wer daran schreibt")).to_be_visible()
