"""After the vote in a browser: preview, publication, the public result, and everything the office does with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from campaigns.actions import JuryPrize, freeze_shortlist, hand_over_finalists, take_over_verdict
from campaigns.enums import ConsentKind, Phase
from campaigns.models import Campaign
from cms.accounts.enums import Role
from cms.accounts.models import User
from tests.accounts.factories import make_user
from tests.browser.checks import assert_accessible
from tests.campaigns.outcomes import consent, entries_of
from tests.campaigns.today import running, voted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office(db: None) -> User:
    return make_user("office@example.org", Role.OFFICE)


@pytest.fixture
def campaign(site: str, office: User) -> Campaign:
    """Three photos with 2, 1 and 1 votes; a jury has chosen the last one; the announced moment has come."""
    campaign = running(Phase.VOTING)
    entries = entries_of(campaign, 3)
    consent(entries[0], ConsentKind.OPEN_LICENCE)
    voted(campaign, "a@example.org", entries[0], entries[1])
    voted(campaign, "b@example.org", entries[0], entries[2])
    now = timezone.now() - timedelta(minutes=1)
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now, has_jury_final=True)
    campaign.refresh_from_db()
    freeze_shortlist(campaign=campaign, by=office, now=timezone.now())
    hand_over_finalists(campaign=campaign, stage="jury/1", by=office, now=timezone.now())
    prize = JuryPrize(entries[2].code, 1, "Preis der Jury", "Ein Bild, das bleibt.")
    take_over_verdict(campaign=campaign, prizes=[prize], decided_at=timezone.now(), by=office, now=timezone.now())
    return campaign


def test_office_looks_publishes_and_reports(
    page: Page, log_in: Callable[..., None], new_page: Callable[..., Page], campaign: Campaign, office: User
) -> None:
    log_in(page, office, second_factor=True)
    page.goto(f"/verwaltung/kampagne/{campaign.slug}/")
    page.get_by_role("link", name="Ergebnis ansehen und veröffentlichen").press("Enter")
    assert_accessible(page)
    page.get_by_role("button", name="Ergebnis jetzt ansehen").press("Enter")
    expect(page.get_by_text("Platz 2 teilen sich 2 Fotos")).to_be_visible()
    page.get_by_label("Genau dieses Ergebnis veröffentlichen").check()
    page.get_by_role("button", name="Ergebnis veröffentlichen").press("Enter")
    expect(page.get_by_text("Das Ergebnis ist veröffentlicht.")).to_be_visible()
    for part in ("finale/", "urkunden/", "uebergaben/", "statistik/"):
        page.goto(f"/verwaltung/kampagne/{campaign.slug}/{part}")
        assert_accessible(page)
    visitor = new_page(width=360, height=780, javascript=False)
    visitor.goto(f"/kampagnen/{campaign.slug}/ergebnis/")
    expect(visitor.get_by_role("heading", name="Preis der Jury")).to_be_visible()
    visitor.get_by_role("link", name="Alle Plätze").first.click()
    visitor.get_by_role("link", name="Stimmen").click()
    expect(visitor.get_by_role("columnheader", name="Stimmen")).to_have_attribute("aria-sort", "descending")


def test_result_pages_are_accessible(
    page: Page, log_in: Callable[..., None], new_page: Callable[..., Page], campaign: Campaign, office: User
) -> None:
    log_in(page, office, second_factor=True)
    page.goto(f"/verwaltung/kampagne/{campaign.slug}/ergebnis/")
    page.get_by_role("button", name="Ergebnis jetzt ansehen").click()
    expect(page.get_by_role("heading", name="Vorschau")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Genau dieses Ergebnis veröffentlichen").check()
    page.get_by_role("button", name="Ergebnis veröffentlichen").click()
    visitor = new_page()
    for part in ("", "tabelle/", "tabelle/?ansicht=orte&klasse=1", "quittung/"):
        visitor.goto(f"/kampagnen/{campaign.slug}/ergebnis/{part}")
        assert_accessible(visitor)
