"""The moderators' desk in a browser: look, decide by keyboard, ask with words; only then is anything public."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from campaigns.actions import report_entry
from campaigns.enums import EntryState, People, Phase, ReportReason
from campaigns.models import Entry
from cms.accounts.enums import Role
from tests.accounts.factories import make_user
from tests.browser.checks import assert_accessible
from tests.campaigns.factories import make_campaign, make_entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def waiting(site: str) -> list[Entry]:
    campaign = make_campaign(Phase.VOTING, now=timezone.now())
    first = make_entry(campaign, EntryState.SUBMITTED, with_files=True, title="Tor am Morgen")
    second = make_entry(
        campaign, EntryState.SUBMITTED, with_files=True, title="Markt mit Menschen", people=People.UNASKED
    )
    Entry.objects.filter(pk=second.pk).update(submitted_at=timezone.now(), dhash=first.dhash)
    return [first, second]


@pytest.fixture
def desk(page: Page, log_in: Callable[..., None], waiting: list[Entry]) -> Page:
    log_in(page, make_user("moderation@example.org", Role.MODERATOR), second_factor=True)
    return page


def press(page: Page, key: str) -> None:
    """Press a key as somebody does who sees that the page is there."""
    page.wait_for_load_state("load")
    page.keyboard.press(key)


def test_moderator_decides_with_the_keyboard_alone(desk: Page, waiting: list[Entry], site: str) -> None:
    first, second = waiting
    address = f"/medien/{first.rendition_url(480).partition('/medien/')[2]}"
    assert Client().get(address).status_code == 404
    desk.goto("/verwaltung/moderation/")
    desk.get_by_role("link", name="Tor am Morgen").press("Enter")
    expect(desk.get_by_role("heading", name="Tor am Morgen")).to_be_visible()
    press(desk, "a")
    # approved, and on to the next one, which carries its flags and its double
    expect(desk.get_by_role("heading", name="Markt mit Menschen")).to_be_visible()
    expect(desk.get_by_text("Menschen erkennbar, nicht alle gefragt")).to_be_visible()
    assert Client().get(address).status_code == 404
    press(desk, "u")
    expect(desk.get_by_role("heading", name="Tor am Morgen")).to_be_visible()
    press(desk, "a")
    expect(desk.get_by_role("heading", name="Markt mit Menschen")).to_be_visible()
    press(desk, "r")
    expect(desk.get_by_role("alert")).to_contain_text("Bitte geben Sie eine Begründung an")
    desk.get_by_label("Textbaustein").select_option(label="Menschen fragen")
    expect(desk.get_by_label("Begründung für Nachfrage oder Ablehnung")).to_have_value(re.compile("alle einverstanden"))
    desk.keyboard.press("Escape")
    desk.get_by_role("button", name="Mail ansehen zur Bitte um Änderung").press("Enter")
    expect(desk.get_by_role("heading", name="So geht die Mail hinaus")).to_be_visible()
    press(desk, "c")
    expect(desk.get_by_text("Nichts wartet.")).to_be_visible()
    second.refresh_from_db()
    assert second.state == EntryState.CHANGES_REQUESTED
    # when the pause is over, the page itself lets both decisions take effect
    expect(desk.get_by_text("Ihre Entscheidungen sind jetzt wirksam.")).to_be_visible(timeout=30_000)
    assert Client().get(address).status_code == 200


def test_keys_can_be_turned_off(desk: Page, waiting: list[Entry]) -> None:
    desk.goto(f"/verwaltung/moderation/{waiting[0].code}/")
    press(desk, "?")
    desk.get_by_label("Tasten einschalten").uncheck()
    desk.get_by_role("button", name="Merken").click()
    expect(desk.get_by_text("Gemerkt bis zur Abmeldung.")).to_be_visible()
    press(desk, "a")
    desk.wait_for_timeout(300)
    waiting[0].refresh_from_db()
    assert waiting[0].state == EntryState.SUBMITTED


def test_desk_is_accessible(desk: Page, waiting: list[Entry]) -> None:
    public = make_entry(waiting[0].campaign, with_files=True, title="Gemeldeter Platz")
    report_entry(entry=public, reason=ReportReason.PERSON, message="Das bin ich.", now=timezone.now())
    desk.goto(f"/verwaltung/moderation/{waiting[0].code}/")
    desk.get_by_role("button", name="Freigeben").click()
    desks = ("", f"{waiting[1].code}/", "meldungen/", "entscheidungen/", "gemeinsam/")
    for path in (f"/verwaltung/moderation/{name}" for name in desks):
        desk.goto(path)
        desk.locator("details.desk-help").evaluate_all("all => all.forEach((one) => { one.open = true })")
        assert_accessible(desk, context="main", widths=(320, 1280))


def test_desk_works_without_javascript(
    new_page: Callable[..., Page], log_in: Callable[..., None], waiting: list[Entry]
) -> None:
    page = new_page(javascript=False)
    log_in(page, make_user("moderation@example.org", Role.MODERATOR), second_factor=True)
    page.goto(f"/verwaltung/moderation/{waiting[0].code}/")
    page.get_by_role("button", name="Freigeben").click()
    waiting[0].refresh_from_db()
    assert (waiting[0].state, waiting[0].is_public) == (EntryState.APPROVED, False)
    page.get_by_role("button", name="Rückgängig: Tor am Morgen").click()
    waiting[0].refresh_from_db()
    assert waiting[0].state == EntryState.SUBMITTED
    page.goto("/verwaltung/moderation/")
    page.get_by_label("Alle ohne Hinweis auf dieser Seite").check()
    page.get_by_role("button", name="Ausgewählte freigeben").click()
    expect(page.get_by_role("heading", name="Gemeinsam freigegeben")).to_be_visible()
