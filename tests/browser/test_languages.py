"""The switch and the search in a real browser, by keyboard and without JavaScript, on a phone and at a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from wagtail.models import Locale

from tests.browser.checks import assert_accessible
from tests.home.factories import home_page, make_standard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_visitor_changes_the_language_and_searches(site: str, page: Page) -> None:
    easy = Locale.objects.get_or_create(language_code="de-simple")[0]
    home_page().copy_for_translation(easy).save_revision().publish()
    alliance = make_standard(title="Bündnis", slug="buendnis")
    alliance.copy_for_translation(easy).save_revision().publish()
    page.goto(f"{site}{alliance.url}")
    page.get_by_role("link", name="Leichte Sprache").first.click()
    expect(page).to_have_url(f"{site}/leicht/buendnis/")
    assert_accessible(page)
    page.get_by_role("link", name="Suche").first.click()
    page.get_by_label("Wonach suchen Sie?").fill("Bündnsi")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Bündnis", exact=True).click()
    expect(page.get_by_role("link", name="Bündnis Ein Satz")).to_be_visible()
    assert_accessible(page)
