"""Which campaigns and contests have a page, and which of them have a date ahead."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Prefetch, QuerySet

from competitions.models import Stage
from home.domain import Offer, order_offers
from home.models import CampaignPage, CompetitionPage
from home.queries.campaigns import campaign_offer
from home.queries.competitions import competition_offer, stage_of_the_moment
from home.queries.languages import in_reach


def campaign_pages() -> QuerySet[CampaignPage]:
    """Return the published campaign pages in reach of the active language, each with its campaign."""
    pages = in_reach(CampaignPage.objects.live())
    return pages.select_related("campaign", "locale").defer("body", "prizes")


def competition_pages() -> QuerySet[CompetitionPage]:
    """Return the published competition pages in reach of the active language, each with its stages."""
    pages = in_reach(CompetitionPage.objects.live())
    stages = Prefetch("competition__stages", queryset=Stage.objects.order_by("number"), to_attr="ordered_stages")
    return pages.select_related("competition", "locale").prefetch_related(stages).defer("body", "questions")


def open_offers(now: datetime) -> list[Offer]:
    """Return what is open or comes next, soonest first; three queries."""
    offers = [campaign_offer(page, page.campaign, now) for page in campaign_pages()]
    for page in competition_pages():
        stage = stage_of_the_moment(page.competition.ordered_stages, now)
        offers.append(competition_offer(page, stage, now))
    return order_offers(offer for offer in offers if offer is not None)
