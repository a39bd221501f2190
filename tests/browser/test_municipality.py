"""Thread 3, the applicant: log in by code, begin, write, come back, upload a PDF, check, send, keep the receipt."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from cms.accounts.models import User
from competitions.actions import save_part
from competitions.enums import ApplicationState
from competitions.models import Application, Stage
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible, problems_of
from tests.competitions.factories import fill, make_draft, make_municipality, make_stage, pdf_bytes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

APPLY = "/wettbewerbe/wettbewerb/bewerben/"


@pytest.fixture
def stage(site: str) -> Stage:
    """A stage that takes applications now."""
    now, day = timezone.now(), timedelta(days=1)
    make_municipality()
    return make_stage(
        opens_at=now - day,
        closes_at=now + 30 * day,
        jury_opens_at=now + 40 * day,
        jury_closes_at=now + 60 * day,
    )


@pytest.fixture
def papers(tmp_path: Path) -> tuple[Path, Path]:
    """A sound PDF and a text that only bears its name."""
    good, wrong = tmp_path / "Zustimmung.pdf", tmp_path / "Brief.pdf"
    good.write_bytes(pdf_bytes())
    wrong.write_bytes(b"Sehr geehrte Damen und Herren")
    return good, wrong


def save_button(page: Page) -> Locator:
    return page.locator("button.btn").filter(has_text="Speichern und weiter")


def log_in_by_code(page: Page, address: str) -> None:
    page.get_by_label("E-Mail-Adresse").fill(address)
    page.get_by_role("button", name="Code schicken").click()
    expect(page.get_by_role("heading", name="Sechs Ziffern, dann sind Sie drin")).to_be_visible()
    code = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert code is not None
    page.get_by_label("Code aus der E-Mail").fill(code[0])
    page.get_by_role("button", name="Anmelden", exact=True).click()


def begin(page: Page) -> None:
    page.get_by_label("Wer bewirbt sich?").fill("Stadt Schmalkalden")
    page.get_by_label("Für welche Stadt oder Gemeinde?").fill("Schmalkalden")
    page.get_by_label("Wie heißt Ihr Vorhaben?").fill("Drei Läden, ein Flur")
    page.get_by_role("button", name="Bewerbung beginnen").click()
    expect(page.get_by_role("heading", name="Drei Läden, ein Flur")).to_be_visible()


def write_project(page: Page) -> None:
    page.get_by_label("Wo?").fill("Kleine Gasse")
    page.get_by_label("Was soll entstehen?").fill("Werkstatt und Stadtküche.")
    page.get_by_label("Umbau").check()
    page.get_by_label("Leerstand").check()
    page.get_by_label("Beginn").fill("1.3.2028")


def write_plan(page: Page) -> None:
    for side, item, amount in (("costs", "Umbau", "84.500"), ("funding", "Eigenanteil", "42.500")):
        page.locator(f"input[name='answer_plan-{side}-item']").first.fill(item)
        page.locator(f"input[name='answer_plan-{side}-amount']").first.fill(amount)
    page.get_by_label("Beantragte Mittel").fill("42.000")


def test_municipality_applies_on_a_phone(phone: Page, stage: Stage, papers: tuple[Path, Path]) -> None:
    good, wrong = papers
    phone.goto(APPLY)
    assert_accessible(phone)
    phone.get_by_role("link", name="Anmelden und beginnen").click()
    log_in_by_code(phone, "stadt@example.org")
    expect(phone).to_have_url(re.compile(re.escape(APPLY)))
    phone.get_by_role("button", name="Bewerbung beginnen").click()
    expect(phone.get_by_role("alert")).to_be_focused()
    assert_accessible(phone, widths=(320,))
    begin(phone)
    assert_accessible(phone)

    phone.get_by_role("link", name="Das Vorhaben Kurzbeschreibung").click()
    write_project(phone)
    expect(phone.get_by_text("Noch 475 Zeichen")).to_be_visible()
    expect(phone.get_by_text(re.compile(r"Gespeichert um \d\d:\d\d:\d\d Uhr"))).to_be_visible()
    phone.reload()
    expect(phone.get_by_label("Wo?")).to_have_value("Kleine Gasse")
    assert_accessible(phone)
    save_button(phone).click()

    write_plan(phone)
    expect(phone.get_by_text("Der Plan geht auf.")).to_be_visible()
    expect(phone.get_by_text("Beantragt sind 49,7 % der Gesamtkosten.")).to_be_visible()
    assert_accessible(phone)
    save_button(phone).click()

    phone.get_by_label("Zustimmung der Kommune").set_input_files(wrong)
    expect(phone.get_by_text("Diese Art von Datei wird hier nicht angenommen.")).to_be_visible()
    problems_of(phone).clear()  # the refusal is answered with 422, which counts as a problem elsewhere
    assert_accessible(phone, widths=(320,))
    phone.get_by_label("Zustimmung der Kommune").set_input_files(good)
    expect(phone.get_by_role("link", name="Zustimmung.pdf")).to_be_visible()
    assert_accessible(phone)
    save_button(phone).click()

    expect(phone.get_by_role("heading", name="Das fehlt noch")).to_be_visible()
    assert_accessible(phone)
    phone.get_by_role("link", name="Weiter mit „Wer sich bewirbt“").click()
    expect(phone.get_by_role("alert")).to_contain_text("Wer ist die Ansprechperson?")
    assert_accessible(phone, widths=(320,))
    phone.get_by_label("Wer ist die Ansprechperson?").fill("Anna Antrag")
    phone.get_by_role("button", name="Speichern und zur Übersicht").click()
    phone.get_by_role("link", name="Prüfen und senden").click()
    assert_accessible(phone)
    phone.get_by_role("button", name="Bewerbung senden").click()
    expect(phone.get_by_role("heading", name="Angekommen, danke")).to_be_visible()
    assert_accessible(phone)
    submission = Application.objects.get().submissions.get()
    expect(phone.get_by_text(submission.fingerprint)).to_be_visible()
    assert submission.number in mail.outbox[-1].body


def test_without_javascript(
    new_page: Callable[..., Page], stage: Stage, log_in: Any, papers: tuple[Path, Path]
) -> None:
    page = new_page(width=360, height=780, javascript=False)
    log_in(page, make_cast_member("applicant"))
    page.goto(APPLY)
    begin(page)
    page.get_by_role("link", name="Das Vorhaben Kurzbeschreibung").click()
    write_project(page)
    save_button(page).click()
    write_plan(page)
    page.locator("button[name=row][value=costs]").click()
    expect(page.locator("input[name='answer_plan-costs-item']")).to_have_count(4)
    expect(page.get_by_text("Der Plan geht auf.")).to_be_visible()
    save_button(page).click()
    page.get_by_label("Zustimmung der Kommune").set_input_files(papers[1])
    page.locator("button[name=attach][value=zustimmung]").click()
    expect(page.get_by_role("alert")).to_contain_text("Diese Art von Datei wird hier nicht angenommen.")
    page.get_by_label("Zustimmung der Kommune").set_input_files(papers[0])
    page.locator("button[name=attach][value=zustimmung]").click()
    expect(page.get_by_role("link", name="Zustimmung.pdf")).to_be_visible()
    save_button(page).click()
    page.get_by_role("button", name="Bewerbung senden").click()
    expect(page.get_by_role("heading", name="Angekommen, danke")).to_be_visible()


def test_with_the_keyboard_alone(page: Page, stage: Stage, log_in: Any) -> None:
    user = make_cast_member("applicant")
    application = fill(make_draft(stage, user, now=timezone.now()), now=timezone.now())
    log_in(page, user)
    page.goto(f"/konto/bewerbungen/{application.code}/teil/vorhaben/")
    page.get_by_label("Wo?").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Am Markt")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Kosten und Finanzierung")).to_be_visible()
    page.goto(f"/konto/bewerbungen/{application.code}/pruefen/")
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Bewerbung senden":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Angekommen, danke")).to_be_visible()
    application.refresh_from_db()
    assert application.answers["ort"] == "Am Markt"
    assert application.state == ApplicationState.SENT


def test_second_tab_compares(page: Page, stage: Stage, log_in: Any) -> None:
    user: User = make_cast_member("applicant")
    application = make_draft(stage, user, now=timezone.now())
    log_in(page, user)
    page.goto(f"/konto/bewerbungen/{application.code}/teil/vorhaben/")
    answers = {"ort": "Am Markt"}
    save_part(application=application, part="vorhaben", answers=answers, revision=0, by=user, now=timezone.now())
    page.get_by_label("Wo?").fill("Kleine Gasse")
    save_button(page).click()
    expect(page.get_by_role("alert")).to_contain_text("inzwischen geändert")
    expect(page.get_by_label("Wo?")).to_have_value("Kleine Gasse")
    expect(page.get_by_text("Am Markt")).to_be_visible()
    assert_accessible(page)
    save_button(page).click()
    expect(page.get_by_role("heading", level=1, name="Kosten und Finanzierung")).to_be_visible()
    application.refresh_from_db()
    assert application.answers == {"ort": "Kleine Gasse"}


def test_read_only_and_empty_pages(page: Page, stage: Stage, log_in: Any) -> None:
    user = make_cast_member("applicant")
    log_in(page, user)
    page.goto("/konto/bewerbungen/")
    expect(page.get_by_text("Sie haben noch keine Bewerbung.")).to_be_visible()
    assert_accessible(page)
    application = fill(make_draft(stage, user, now=timezone.now()), now=timezone.now())
    past = timezone.now() - timedelta(minutes=1)
    Stage.objects.filter(pk=stage.pk).update(closes_at=past)
    for path in ("", "pruefen/", "zurueckziehen/"):
        page.goto(f"/konto/bewerbungen/{application.code}/{path}")
        assert_accessible(page)
    page.goto(APPLY)
    expect(page.get_by_role("heading", name="Die Annahme ist vorbei")).to_be_visible()
    assert_accessible(page)
