"""Page types, pictures, documents, site settings and what visitors hand in."""

from __future__ import annotations

from home.models.base import SitePage
from home.models.campaign import CampaignPage, PresentingPage
from home.models.competition import CompetitionPage
from home.models.data import DataEdition, DataIndexPage, DataPage, DataRow
from home.models.documents import SiteDocument
from home.models.feedback import Feedback
from home.models.funding import FundingIndexPage, FundingPage
from home.models.groups import GroupDocument, GroupIndexPage, GroupPage
from home.models.home_page import HomePage
from home.models.images import SiteImage, SiteRendition
from home.models.kompass import (
    ExampleActor,
    ExampleIndexPage,
    ExamplePage,
    GuidePage,
    KompassIndexPage,
    MeasurePage,
    ProblemPage,
)
from home.models.news import NewsIndexPage, NewsPage
from home.models.partners import Partner
from home.models.presenting import CampaignIndexPage, CompetitionIndexPage
from home.models.settings import SiteSettings
from home.models.standard import StandardPage
from home.models.suggestions import ExampleSuggestion
from home.models.topics import Topic
from home.models.viewpoint import ViewpointIndexPage, ViewpointPage

__all__ = [
    "CampaignIndexPage",
    "CampaignPage",
    "CompetitionIndexPage",
    "CompetitionPage",
    "DataEdition",
    "DataIndexPage",
    "DataPage",
    "DataRow",
    "ExampleActor",
    "ExampleIndexPage",
    "ExamplePage",
    "ExampleSuggestion",
    "Feedback",
    "FundingIndexPage",
    "FundingPage",
    "GroupDocument",
    "GroupIndexPage",
    "GroupPage",
    "GuidePage",
    "HomePage",
    "KompassIndexPage",
    "MeasurePage",
    "NewsIndexPage",
    "NewsPage",
    "Partner",
    "PresentingPage",
    "ProblemPage",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SiteRendition",
    "SiteSettings",
    "StandardPage",
    "Topic",
    "ViewpointIndexPage",
    "ViewpointPage",
]
