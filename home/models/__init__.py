"""Page types, pictures, documents, site settings and what visitors hand in."""

from __future__ import annotations

from home.models.base import SitePage
from home.models.campaign import CampaignPage, PresentingPage
from home.models.competition import CompetitionPage
from home.models.data import DataEdition, DataIndexPage, DataPage, DataRow
from home.models.documents import SiteDocument
from home.models.events import EventDocument, EventIndexPage, EventPage
from home.models.feedback import Feedback
from home.models.form_pages import FormField, FormPage, FormSubmission
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
from home.models.library import DocumentLibraryPage
from home.models.members import (
    InternalDocument,
    InternalPage,
    MembersIndexPage,
    MembersPage,
    MinutesDocument,
    MinutesPage,
)
from home.models.membership import Membership, Reader, reader_at
from home.models.news import NewsIndexPage, NewsPage
from home.models.newsletter import (
    NewsletterDelivery,
    NewsletterIssue,
    NewsletterItem,
    NewsletterTopic,
    Subscriber,
)
from home.models.partner_application import PartnerApplication
from home.models.partner_pages import DeclarationPage, PartnerIndexPage
from home.models.partners import Partner
from home.models.people import Person, TeamMember, TeamPage
from home.models.presenting import CampaignIndexPage, CompetitionIndexPage
from home.models.projects import ProjectIndexPage, ProjectPage, ProjectPicture, ProjectPlace
from home.models.registrations import EventRecord, EventRegistration
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
    "DeclarationPage",
    "DocumentLibraryPage",
    "EventDocument",
    "EventIndexPage",
    "EventPage",
    "EventRecord",
    "EventRegistration",
    "ExampleActor",
    "ExampleIndexPage",
    "ExamplePage",
    "ExampleSuggestion",
    "Feedback",
    "FormField",
    "FormPage",
    "FormSubmission",
    "FundingIndexPage",
    "FundingPage",
    "GroupDocument",
    "GroupIndexPage",
    "GroupPage",
    "GuidePage",
    "HomePage",
    "InternalDocument",
    "InternalPage",
    "KompassIndexPage",
    "MeasurePage",
    "MembersIndexPage",
    "MembersPage",
    "Membership",
    "MinutesDocument",
    "MinutesPage",
    "NewsIndexPage",
    "NewsPage",
    "NewsletterDelivery",
    "NewsletterIssue",
    "NewsletterItem",
    "NewsletterTopic",
    "Partner",
    "PartnerApplication",
    "PartnerIndexPage",
    "Person",
    "PresentingPage",
    "ProblemPage",
    "ProjectIndexPage",
    "ProjectPage",
    "ProjectPicture",
    "ProjectPlace",
    "Reader",
    "SiteDocument",
    "SiteImage",
    "SitePage",
    "SiteRendition",
    "SiteSettings",
    "StandardPage",
    "Subscriber",
    "TeamMember",
    "TeamPage",
    "Topic",
    "ViewpointIndexPage",
    "ViewpointPage",
    "reader_at",
]
