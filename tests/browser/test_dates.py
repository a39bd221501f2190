"""Dates in a real browser: the calendar by day and night, registering without scripts on a phone, a survey."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from home.models import EventIndexPage, EventRegistration
from tests.browser.checks import assert_accessible
from tests.browser.conftest import PHONE
from tests.home.events import make_event, make_event_index, make_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def index(site: str) -> EventIndexPage:
    found = make_event_index()
    agenda = [("item", {"time": "14:30", "title": "Wanderbaumallee", "who": "AG Klima"})]
    make_event(found, title="Bündnistreffen", days=3, takes_registrations=True, places=1, agenda=agenda)
    make_event(found, title="Herbsttreffen", days=4, is_provisional=True)
    return found


def test_calendar_is_accessible_in_every_view(page: Page, index: EventIndexPage) -> None:
    for query in ("", "?ansicht=monat", "?ansicht=jahr"):
        page.goto(f"/termine/{query}")
        assert_accessible(page)
    page.goto("/termine/?ansicht=jahr")
    page.get_by_role("link", name="Herbsttreffen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Herbsttreffen")
    assert_accessible(page)


def test_somebody_registers_on_a_phone_without_scripts(
    new_page: Callable[..., Page], page: Page, index: EventIndexPage
) -> None:
    plain = new_page(**PHONE, javascript=False, touch=True)
    plain.goto("/termine/")
    plain.get_by_role("link", name="Bündnistreffen").click()
    plain.get_by_role("link", name="Anmelden", exact=True).last.click()
    plain.get_by_role("button", name="Anmelden").click()
    expect(plain).to_have_title(re.compile("^Fehler: Anmelden: Bündnistreffen"))
    plain.get_by_label("Ihr Name").fill("Ada Amsel")
    plain.get_by_label("E-Mail-Adresse").fill("ada@example.org")
    plain.get_by_role("button", name="Anmelden").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Bitte sehen Sie in Ihr Postfach")
    own = f"/termin/anmeldung/{EventRegistration.objects.get().token}/"
    plain.goto(own)
    plain.get_by_role("button", name="Anmeldung bestätigen").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Sie sind angemeldet")
    for path in (own, f"{own}absagen/", f"/termin/{EventRegistration.objects.get().record.key}/anmelden/"):
        page.goto(path)
        assert_accessible(page)
    plain.get_by_role("link", name="Absagen").click()
    plain.get_by_role("button", name="Jetzt absagen").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Sie sind abgemeldet")


def test_survey_keeps_what_was_typed_and_thanks(page: Page, site: str) -> None:
    page.goto(make_form().url)
    assert_accessible(page)
    page.get_by_label("Ein Wort").fill("Gut")
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_label("Ein Wort")).to_have_value("Gut")
    assert_accessible(page)
    page.get_by_label("4: stimme eher zu").check()
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Angekommen. Danke!")
