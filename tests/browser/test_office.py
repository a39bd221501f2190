"""The office at its desk: set up, narrow the register, black out, ask for more; with keyboard and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from competitions.actions import ask_question
from competitions.models import Application, Stage
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible
from tests.competitions import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BASE = "/verwaltung/wettbewerbe/wettbewerb/"


@pytest.fixture
def sent() -> Application:
    """Handed in; the deadline was two days ago."""
    stage = factories.make_stage()
    factories.make_awards(stage)
    application = factories.make_sent(stage, make_cast_member("applicant"))
    now = timezone.now()
    days = {"opens_at": -40, "closes_at": -2, "jury_opens_at": 5, "jury_closes_at": 20}
    Stage.objects.update(**{name: now + timedelta(days=number) for name, number in days.items()})
    return application


def test_from_setting_up_to_blackening(page: Page, log_in: Callable[..., None], sent: Application) -> None:
    question = ask_question(stage=sent.stage, text="Bis wann?", email="wer@example.org", now=timezone.now())
    application = f"/verwaltung/wettbewerbe/bewerbung/{sent.code}/"
    log_in(page, make_cast_member("office"), second_factor=True)
    for address in (f"{BASE}einrichten/", f"{BASE}1/", application, f"{application}jury-fassung/"):
        page.goto(address)
        assert_accessible(page)
    forms = [f"{BASE}kopieren/", f"{BASE}1/formulare/", f"{BASE}1/formulare/1/", f"{BASE}1/verlaengern/"]
    forms += [f"{BASE}1/fragen/", f"/verwaltung/wettbewerbe/frage/{question.key}/", f"{application}nachfordern/"]
    for address in forms:
        page.goto(address)
        assert_accessible(page, widths=(360,), schemes=("light",))
    page.goto(f"{application}jury-fassung/")
    page.get_by_label("Diese Wörter schwärzen").fill("Stadtküche")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Schwärzen und ansehen").press("Enter")
    expect(page.get_by_role("article")).to_contain_text("Werkstatt, Spielzimmer und █████")


def test_the_register_works_without_scripts(
    new_page: Callable[..., Page], log_in: Callable[..., None], sent: Application
) -> None:
    page = new_page(javascript=False)
    log_in(page, make_cast_member("office"), second_factor=True)
    page.goto(f"{BASE}1/")
    page.get_by_label("Nummer, Titel, Ort, Wer").fill("Kino")
    page.get_by_role("button", name="Anwenden").click()
    expect(page.get_by_text("Zu dieser Auswahl gibt es keine Bewerbung.")).to_be_visible()
    page.get_by_label("Name der Ansicht").fill("Kinos")
    page.get_by_role("button", name="Ansicht merken").click()
    expect(page.get_by_role("link", name="Kinos")).to_have_attribute("aria-current", "page")
    page.get_by_role("link", name="Auswahl aufheben").click()
    expect(page.get_by_role("link", name=sent.code)).to_be_visible()
