"""The moderators' desk in a browser: look, decide by keyboard, ask with words; only then is anything public."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from campaigns.enums import EntryState, People, Phase
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


def test_moderator_decides_with_the_keyboard_alone(desk: Page, waiting: list[Entry], site: str) -> None:
    first, second = waiting
    address = f"/medien/{first.rendition_url(480).partition('/medien/')[2]}"
    assert Client().get(address).status_code == 404
    desk.goto("/verwaltung/moderation/")
    desk.get_by_role("link", name="Tor am Morgen").press("Enter")
    expect(desk.get_by_role("heading", name="Tor am Morgen")).to_be_visible()
    desk.keyboard.press("f")
    # approved, and on to the next one, which carries its flags and its double
    expect(desk.get_by_role("heading", name="Markt mit Menschen")).to_be_visible()
    expect(desk.get_by_text("Menschen erkennbar, nicht alle gefragt")).to_be_visible()
    assert Client().get(address).status_code == 200
    desk.keyboard.press("x")
    expect(desk.get_by_role("alert")).to_contain_text("Bitte geben Sie eine Begründung an")
    desk.keyboard.press("b")
    desk.keyboard.type("Bitte fragen Sie alle Abgebildeten.")
    desk.keyboard.press("Escape")
    desk.keyboard.press("a")
    expect(desk.get_by_text("Nichts wartet.")).to_be_visible()
    second.refresh_from_db()
    assert (second.state, second.verdict) == (EntryState.CHANGES_REQUESTED, "Bitte fragen Sie alle Abgebildeten.")


def test_desk_is_accessible(desk: Page, waiting: list[Entry]) -> None:
    desks = ("", f"{waiting[1].code}/", "meldungen/")
    for path in (f"/verwaltung/moderation/{name}" for name in desks):
        desk.goto(path)
        assert_accessible(desk, context="main")


def test_desk_works_without_javascript(
    new_page: Callable[..., Page], log_in: Callable[..., None], waiting: list[Entry]
) -> None:
    page = new_page(javascript=False)
    log_in(page, make_user("moderation@example.org", Role.MODERATOR), second_factor=True)
    page.goto(f"/verwaltung/moderation/{waiting[0].code}/")
    page.get_by_role("button", name="Freigeben").click()
    waiting[0].refresh_from_db()
    assert waiting[0].state == EntryState.APPROVED
