"""The office in a browser: set up, look ahead, write a consent anew, watch over the vote, decide on a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from campaigns import actions
from campaigns.domain.doubts import BURST_SIZE
from campaigns.enums import Phase
from campaigns.models import Ballot, BallotCase, Campaign
from cms.accounts.enums import Role
from tests.accounts.factories import make_user
from tests.browser.checks import assert_accessible
from tests.campaigns.factories import make_campaign, make_entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def campaign(site: str) -> Campaign:
    """A vote with a burst of an hour ago."""
    campaign = make_campaign(Phase.VOTING, now=timezone.now(), slug="blick")
    make_entry(campaign, with_files=True)
    begin = timezone.now() - timedelta(hours=1)
    for number in range(BURST_SIZE + 2):
        Ballot.objects.create(
            campaign=campaign,
            voter_key=f"{number:064x}",
            receipt=f"Q-{number:09d}",
            cast_at=begin + timedelta(seconds=number),
            network="n",
        )
    actions.gather_cases(campaign=campaign, now=timezone.now())
    return campaign


@pytest.fixture
def desk(new_page: Callable[..., Page], log_in: Callable[..., None], campaign: Campaign) -> Page:
    """The office without JavaScript: everything has to work."""
    page = new_page(javascript=False)
    log_in(page, make_user("buero@example.org", Role.OFFICE, name="Olga Office"), second_factor=True)
    page.goto("/verwaltung/kampagne/blick/")
    return page


def test_office_looks_ahead_and_comes_back(desk: Page) -> None:
    desk.get_by_role("button", name=re.compile("^Ergebnis ?: Ergebnis")).click()
    expect(desk.get_by_text("Hier werden stehen")).to_be_visible()
    expect(desk.get_by_text("Nichts wird gespeichert.")).to_be_visible()
    desk.get_by_role("button", name="Vorschau beenden").click()
    expect(desk.get_by_text("Die Vorschau ist beendet.")).to_be_visible()


def test_two_people_decide_on_a_case(desk: Page, new_page: Callable[..., Page], log_in: Callable[..., None]) -> None:
    other = new_page()
    log_in(other, make_user("zwei@example.org", Role.MODERATOR, name="Milan Moderation"), second_factor=True)
    for page in (desk, other):
        page.goto("/verwaltung/kampagne/blick/abstimmung/")
        page.get_by_role("link", name="Sehr viele Stimmzettel in kurzer Zeit").press("Enter")
        page.get_by_label("Begründung").fill("Ein Programm, kein Klassenzimmer.")
        page.get_by_role("button", name="Alle nicht werten").press("Enter")
        expect(page.get_by_text("Gespeichert.")).to_be_visible()
    assert BallotCase.objects.get().set_aside.filter(is_excluded=True).count() == BURST_SIZE + 2


def test_new_consent_version_is_seen_before_it_is_stored(desk: Page, campaign: Campaign) -> None:
    desk.get_by_role("link", name="Einwilligungstexte").click()
    desk.get_by_role("link", name=re.compile("Neue Fassung schreiben ?: Im Wettbewerb zeigen")).click()
    desk.get_by_label("Wortlaut").fill("Das Foto darf mit Titel und Namen hier und in Ausstellungen gezeigt werden.")
    desk.get_by_role("button", name="Vorschau ansehen").click()
    expect(desk.locator("ins").filter(has_text="Ausstellungen")).to_be_visible()
    desk.get_by_role("button", name="Als neue Fassung speichern").click()
    expect(desk.get_by_text("Fassung 2 vom")).to_be_visible()


def test_pages_of_the_office_are_accessible(page: Page, log_in: Callable[..., None], campaign: Campaign) -> None:
    log_in(page, make_user("buero@example.org", Role.OFFICE, name="Olga Office"), second_factor=True)
    case = f"abstimmung/fall/{BallotCase.objects.get().key}/"
    for part in ("", "abstimmung/", case, "einblick/", "einwilligungen/", "einwilligungen/contest/"):
        page.goto(f"/verwaltung/kampagne/blick/{part}")
        assert_accessible(page, context="main")
