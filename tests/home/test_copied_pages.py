"""A campaign or a competition copied for the next year brings the draft of its page along."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from campaigns.actions import copy_campaign
from campaigns.enums import Phase, Readiness
from campaigns.queries.readiness import readiness
from cms.accounts.enums import Role
from cms.accounts.models import User
from competitions.actions import copy_competition
from competitions.queries import competition_items
from home.models import CampaignPage, CompetitionPage
from home.queries.readiness import pages_ready
from tests.accounts.factories import make_user
from tests.home.factories import make_campaign_page, make_competition_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> User:
    return make_user("office@example.org", Role.OFFICE)


def test_copied_campaign_has_a_draft_with_the_words_of_last_year(office: User) -> None:
    page = make_campaign_page(Phase.RESULTS, carrier="Aktionsbündnis", teaser="Ihr Blick")
    copied = copy_campaign(campaign=page.campaign, by=office, now=timezone.now())
    draft = CampaignPage.objects.get(campaign=copied)
    assert (draft.live, draft.title, draft.slug) == (False, copied.title, copied.slug)
    assert (draft.carrier, draft.teaser) == ("Aktionsbündnis", "Ihr Blick")
    assert draft.get_parent().pk == page.get_parent().pk
    assert draft.get_latest_revision_as_object().campaign == copied
    page.refresh_from_db()
    assert (page.live, page.campaign != copied) == (True, True)
    line = next(item for item in readiness(copied) if item.check == Readiness.PAGE)
    assert (line.is_done, line.url) == (False, reverse("wagtailadmin_pages:edit", args=[draft.pk]))


def test_copied_competition_has_a_draft_too(office: User) -> None:
    page = make_competition_page(eligible="Städte in Thüringen")
    fields = {"title": "Wettbewerb 2031", "slug": "wettbewerb-2031", "code_prefix": "Z31"}
    copied = copy_competition(source=page.competition, weeks=52, by=office, now=timezone.now(), **fields)
    draft = CompetitionPage.objects.get(competition=copied)
    assert (draft.live, draft.title, draft.slug, draft.eligible) == (
        False, "Wettbewerb 2031", "wettbewerb-2031", "Städte in Thüringen",
    )  # fmt: skip
    line = competition_items(copied)[-1]
    assert (line.is_met, line.note) == (False, "liegt als Entwurf bereit")
    assert competition_items(page.competition)[-1].is_met


def test_without_a_page_the_list_leads_to_a_new_one(office: User) -> None:
    page = make_campaign_page(Phase.ANNOUNCED)
    campaign, index = page.campaign, page.get_parent()
    page.delete()
    assert pages_ready(campaign)[0].url == reverse("wagtailadmin_pages:add", args=["home", "campaignpage", index.pk])
    index.delete()
    assert pages_ready(campaign)[0].url == reverse("wagtailadmin_explore_root")
    assert copy_campaign(campaign=campaign, by=office, now=timezone.now()).pages.count() == 0
