"""What the pages read: offers that are open, news, everything a start page needs in a handful of queries."""

from __future__ import annotations

from home.queries.campaigns import CampaignFacts, campaign_facts, campaign_map, campaign_offer
from home.queries.competitions import CompetitionFacts, competition_facts, competition_offer
from home.queries.indexes import IndexGroup, campaigns_by_time, competitions_by_time
from home.queries.languages import Language, languages_of
from home.queries.offers import campaign_pages, competition_pages, open_offers
from home.queries.pages import latest_news, pictures, with_renditions
from home.queries.start import HomeContent, home_content

__all__ = [
    "CampaignFacts",
    "CompetitionFacts",
    "HomeContent",
    "IndexGroup",
    "Language",
    "campaign_facts",
    "campaign_map",
    "campaign_offer",
    "campaign_pages",
    "campaigns_by_time",
    "competition_facts",
    "competition_offer",
    "competition_pages",
    "competitions_by_time",
    "home_content",
    "languages_of",
    "latest_news",
    "open_offers",
    "pictures",
    "with_renditions",
]
