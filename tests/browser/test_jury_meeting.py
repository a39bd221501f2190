"""The meeting in two rooms: the chair's screen, the members' own, and one member who has to leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from competitions.actions import close_stage
from competitions.models import Stage
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible
from tests.competitions import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PATIENCE = 15_000


def deliberate(stage: Stage) -> None:
    """Move the stage's dates so that the jury is through."""
    now = timezone.now()
    days = {"opens_at": 90, "closes_at": 60, "jury_opens_at": 40, "jury_closes_at": 1}
    Stage.objects.filter(pk=stage.pk).update(**{name: now - timedelta(days=ago) for name, ago in days.items()})


def test_what_is_called_appears_and_votes_are_counted(
    page: Page, phone: Page, new_page: Callable[..., Page], log_in: Callable[..., None]
) -> None:
    office = make_cast_member("office")
    stage = factories.make_stage()
    candidate = factories.make_candidate(stage, make_cast_member("applicant"), office)
    factories.make_awards(stage)
    juror = factories.make_juror(stage, office, "juror@example.org", name="Juri Jury")
    home = factories.make_municipality()
    tied = factories.make_juror(stage, office, "tied@example.org", name="Bea Befangen", municipality=home)
    factories.score(factories.assign_all(stage, office)[0], 8, 8, 8)
    deliberate(stage)
    close_stage(stage=stage, by=office, now=timezone.now())
    other = new_page()
    log_in(page, office, second_factor=True)
    log_in(phone, juror.user)
    log_in(other, tied.user)

    page.goto("/verwaltung/wettbewerbe/wettbewerb/1/beratung/sitzung/")
    assert_accessible(page)
    page.get_by_role("button", name="Eröffnen: Nach Rangfolge").click()
    for member in (phone, other):
        member.goto("/jury/")
        member.get_by_role("link", name="Zur Sitzung").click()
        expect(member.get_by_role("heading", name="Gleich geht es los")).to_be_visible()
    page.locator(".agenda li", has_text=candidate.title).get_by_role("button").click()
    expect(page.get_by_text("Befangen, bitte hinausgehen:")).to_be_visible()
    assert_accessible(page)
    expect(phone.get_by_role("heading", name=candidate.title)).to_be_visible(timeout=PATIENCE)
    expect(other.get_by_role("heading", name="Sie sind befangen")).to_be_visible(timeout=PATIENCE)
    assert_accessible(phone)
    assert_accessible(other)

    page.get_by_text("Abstimmen lassen").click()
    page.get_by_label("Antrag, über den abgestimmt wird").fill("Der 1. Preis geht hierher.")
    page.get_by_role("button", name="Abstimmung eröffnen").click()
    phone.get_by_role("button", name="Ja", exact=True).click(timeout=PATIENCE)
    expect(phone.get_by_text("Ihre Stimme: Ja.")).to_be_visible()
    page.get_by_role("button", name="Schließen und zählen").click()
    expect(page.get_by_text("Ja 1, Nein 0, Enthaltung 0")).to_be_visible()
    assert_accessible(page)
