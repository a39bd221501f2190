"""The demo's jury final: last year's shortlist goes to three jurors, who choose between the votes and the result."""

from __future__ import annotations

from datetime import timedelta

from campaigns.actions import freeze_shortlist
from campaigns.actions.handing_over import hand_over_photos
from campaigns.enums import ConsentKind, HandoverKind
from campaigns.models import Campaign
from campaigns.queries import entries_with_consent
from cms.accounts.models import User
from cms.demo.judging import declare, invite_jury, review
from cms.finalists.bridge import hand_over_to_new, take_over
from competitions import actions as jury
from competitions.enums import Verdict

SHORTLIST = 6
REASON = (
    "Ein Blick, den alle kennen und den doch niemand so gesehen hat. Das Licht führt das Auge durch die Gasse bis "
    "zum Markt; wer hinschaut, möchte dort morgen früh stehen."
)


def tell_final(campaign: Campaign, office: User) -> None:
    """Between the end of voting and the announced result: shortlist, jury, decision, back to the campaign."""
    at = campaign.voting_closes + timedelta(hours=22)
    freeze_shortlist(campaign=campaign, by=office, now=at)
    stage = hand_over_to_new(
        campaign=campaign,
        contact_email="geschaeftsstelle@example.org",
        jury_closes_at=campaign.results_at - timedelta(hours=6),
        blind=True,
        by=office,
        now=at,
    )
    invite_jury(stage, office, at + timedelta(hours=1), number=3)
    jury.assign_panel(stage=stage, by=office, now=at + timedelta(hours=9))
    declare(stage)
    candidates = list(stage.candidates.order_by("title"))
    strengths = {candidate.pk: 8.4 - 0.6 * position for position, candidate in enumerate(candidates)}
    review(stage, strengths, (99, 99, 99), stage.jury_opens_at + timedelta(hours=12))
    at = stage.jury_closes_at + timedelta(hours=1)
    jury.close_stage(stage=stage, by=office, now=at)
    for position, candidate in enumerate(candidates):
        jury.propose_decision(
            candidate=candidate,
            verdict=Verdict.NONE if position else Verdict.AWARD,
            reason="" if position else REASON,
            place=None if position else 1,
            award=None if position else stage.awards.get(),
            by=office,
            now=at,
        )
    jury.commit_decisions(stage=stage, by=office, now=at + timedelta(hours=1))
    take_over(campaign=campaign, by=office, now=at + timedelta(hours=2))


def tell_handovers(campaign: Campaign, office: User) -> None:
    """After the result: one town and the tourism board get photos."""
    at = campaign.results_at + timedelta(days=3)
    open_ones = entries_with_consent(campaign, ConsentKind.OPEN_LICENCE)
    towns = entries_with_consent(campaign, ConsentKind.MUNICIPALITY)
    if not open_ones or not towns:
        return
    hand_over_photos(
        campaign=campaign,
        scope=ConsentKind.OPEN_LICENCE,
        kind=HandoverKind.DATA,
        municipality=None,
        winners_only=False,
        recipient="Tourismusverband (erfunden)",
        recipient_email="bilder@example.org",
        purpose="Reiseportal und Kartenanwendung",
        by=office,
        now=at,
    )
    hand_over_photos(
        campaign=campaign,
        scope=ConsentKind.MUNICIPALITY,
        kind=HandoverKind.TABLE,
        municipality=towns[0].municipality,
        winners_only=False,
        recipient="Stadtverwaltung, Öffentlichkeitsarbeit (erfunden)",
        recipient_email="stadt@example.org",
        purpose="Website und Schaukasten",
        by=office,
        now=at + timedelta(days=1),
    )
