"""The alliance in a real browser: signing by keyboard on a phone, filters without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from home.models import PartnerApplication, PartnerIndexPage
from tests.browser.checks import assert_accessible
from tests.browser.conftest import PHONE
from tests.home.factories import child, make_alliance, make_declaration, make_partner

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_signing_by_keyboard_on_a_phone(phone: Page, site: str) -> None:
    phone.goto(make_declaration().url)
    phone.get_by_role("link", name="Jetzt unterzeichnen").press("Enter")
    phone.get_by_role("button", name="Verbindlich unterzeichnen").press("Enter")
    expect(phone.locator(".summary")).to_be_focused()
    assert_accessible(phone)
    phone.get_by_label("Einrichtung", exact=True).fill("Bürgerverein")
    phone.get_by_label("Art der Einrichtung").select_option(label="Netzwerke und Vereine")
    phone.get_by_label("Wer unterzeichnet?").fill("Uta Unterschrift")
    phone.get_by_label("Funktion").fill("Vorsitz")
    phone.get_by_label("E-Mail-Adresse").fill("verein@example.org")
    phone.get_by_label("Wir unterzeichnen die Bündniserklärung").press("Space")
    phone.get_by_role("button", name="Verbindlich unterzeichnen").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Postfach")
    assert_accessible(phone)
    link = re.search(r"/buendniserklaerung/bestaetigen/\S+", mail.outbox[-1].body)
    assert link
    phone.goto(link[0])
    assert_accessible(phone)
    phone.get_by_role("button", name="Unterschrift bestätigen").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("liegt vor")
    assert PartnerApplication.objects.get().state == "waiting"


def test_directory_is_filtered_without_javascript(new_page: Callable[..., Page], site: str) -> None:
    make_partner("Stadtverein")
    make_partner("Hochschule", kind="science")
    page = new_page(**PHONE, javascript=False)
    page.goto(child(make_alliance(), PartnerIndexPage, title="Partner").url)
    page.get_by_label("Art", exact=True).select_option(label="Wissenschaft (1)")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.get_by_role("heading", name="Hochschule")).to_be_visible()
    expect(page.get_by_role("heading", name="Stadtverein")).to_have_count(0)
    page.get_by_role("link", name="Ohne diesen Filter: Wissenschaft").click()
    expect(page.get_by_role("heading", name="Stadtverein")).to_be_visible()
