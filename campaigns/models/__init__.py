"""What is stored of a campaign: its rules, entries, consents, ballots and the published result."""

from __future__ import annotations

from campaigns.models.ballot import Ballot, BallotCase, SetAside, Vote, VoteKey
from campaigns.models.campaign import Campaign, CampaignTown
from campaigns.models.consent import Consent, ConsentText
from campaigns.models.deciding import HeldDecision, ReasonText
from campaigns.models.entry import Entry, EntryLink
from campaigns.models.finale import Finale, Finalist
from campaigns.models.handover import Handover, HandoverItem
from campaigns.models.imported import InstagramPost
from campaigns.models.report import EntryReport
from campaigns.models.result import CampaignNotice, Result

__all__ = [
    "Ballot",
    "BallotCase",
    "Campaign",
    "CampaignNotice",
    "CampaignTown",
    "Consent",
    "ConsentText",
    "Entry",
    "EntryLink",
    "EntryReport",
    "Finale",
    "Finalist",
    "Handover",
    "HandoverItem",
    "HeldDecision",
    "InstagramPost",
    "ReasonText",
    "Result",
    "SetAside",
    "Vote",
    "VoteKey",
]
