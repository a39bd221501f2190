"""A campaign as a page tells it: where it stands, how long it takes, what can be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.domain.phases import phase_at
from campaigns.enums import Phase
from campaigns.models import Campaign, Entry
from campaigns.queries.gallery import Facets, facets_of, visible_entries
from campaigns.queries.results import published_result
from cms.core.templatetags.stadtblick import days_left
from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality
from home.domain import Offer, Stop, line
from home.models import CampaignPage

OPEN_PHASES = frozenset({Phase.SUBMISSION, Phase.VOTING})
WINNERS = 3


@dataclass(frozen=True)
class CampaignFacts:
    """Everything that a campaign's page shows beside the editor's words."""

    campaign: Campaign
    phase: Phase
    stops: list[Stop]
    number: int
    offer: Offer | None
    facets: Facets
    sample: list[Entry]
    winners: list[dict[str, Any]]

    @property
    def is_open(self) -> bool:
        """Can a visitor do something now?"""
        return self.phase in OPEN_PHASES

    @property
    def has_gallery(self) -> bool:
        """Is there anything to look at?"""
        return self.facets.total > 0


def campaign_stops(campaign: Campaign, now: datetime) -> list[Stop]:
    """Return the phases as stops of a transit line; a gap-free change leaves out „Prüfen“."""
    moments = [(_("Einreichen"), campaign.submission_opens, campaign.submission_closes)]
    if campaign.submission_closes < campaign.voting_opens:
        moments.append((_("Prüfen"), campaign.submission_closes, campaign.voting_opens))
    moments.append((_("Abstimmen"), campaign.voting_opens, campaign.voting_closes))
    result_at = campaign.results_published_at or campaign.results_at
    stops = line([*moments, (_("Ergebnis"), campaign.voting_closes, None)], now=now)
    last = stops[-1]
    return [*stops[:-1], Stop(last.label, result_at, None, last.state)]


def _choices(campaign: Campaign) -> dict[Phase, tuple[str, str, datetime, str, str]]:
    """Return by phase: what a visitor can do, what happens when, the words and address of the button."""
    url = campaign.get_absolute_url()
    see, enter = _("So läuft es ab"), _("Foto einreichen")
    return {
        Phase.ANNOUNCED: (_("Bald einreichen"), _("Einreichung beginnt"), campaign.submission_opens, see, url),
        Phase.SUBMISSION: (enter, _("Einreichung endet"), campaign.submission_closes, enter, f"{url}mitmachen/"),
        Phase.CHECKING: (_("Bald abstimmen"), _("Abstimmung beginnt"), campaign.voting_opens, see, url),
        Phase.VOTING: (
            _("Abstimmen"),
            _("Abstimmung endet"),
            campaign.voting_closes,
            _("Fotos ansehen und wählen"),
            f"{url}galerie/",
        ),
        Phase.COUNTING: (
            _("Ergebnis folgt"),
            _("Ergebnis"),
            campaign.results_at,
            _("Fotos ansehen"),
            f"{url}galerie/",
        ),
    }


def campaign_offer(page: CampaignPage, campaign: Campaign, now: datetime) -> Offer | None:
    """Return what a visitor can do now or next; None once the result is out or overdue."""
    phase = phase_at(campaign, now)
    found = _choices(campaign).get(phase)
    if found is None or found[2] <= now:
        return None
    verb, milestone, until, action, action_url = found
    return Offer(
        kind="campaign",
        verb=verb,
        title=page.title,
        url=campaign.get_absolute_url(),
        until=until,
        days=days_left(until, now),
        is_open=phase in OPEN_PHASES,
        phase=str(phase.label),
        milestone=milestone,
        action=action,
        action_url=action_url,
        page=page,
    )


def campaign_facts(page: CampaignPage, now: datetime) -> CampaignFacts:
    """Read what the campaign's page shows; a handful of queries, whatever its size."""
    campaign = page.campaign
    phase = phase_at(campaign, now)
    facets = facets_of(campaign)
    stops = campaign_stops(campaign, now)
    sample = list(visible_entries(campaign).order_by("shuffle_a")[:3]) if facets.total else []
    for entry in sample:
        entry.campaign = campaign
    return CampaignFacts(
        campaign=campaign,
        phase=phase,
        stops=stops,
        number=1 + sum(stop.state == "past" for stop in stops),
        offer=campaign_offer(page, campaign, now),
        facets=facets,
        sample=sample,
        winners=_winners(campaign) if phase == Phase.RESULTS else [],
    )


def _winners(campaign: Campaign) -> list[dict[str, Any]]:
    """Return the first three of the published result, each with its public entry if it still stands there."""
    result = published_result(campaign)
    if result is None:
        return []
    lines = [row for row in result.snapshot.get("entries", []) if row["place"] <= WINNERS][:WINNERS]
    entries = {entry.code: entry for entry in visible_entries(campaign).filter(code__in=[row["code"] for row in lines])}
    for entry in entries.values():
        entry.campaign = campaign
    return [{**row, "entry": entries[row["code"]]} for row in lines if row["code"] in entries]


def campaign_map(facts: CampaignFacts) -> dict[str, Any]:
    """Return the region's map with the towns that have photos; every town leads to its page."""
    marks = {
        facet.municipality.pk: MapMark(
            url=facts.campaign.town_url(facet.municipality.pk, facet.municipality.name),
            label=ngettext("ein Foto", "%(n)s Fotos", facet.entries) % {"n": facet.entries},
            count=facet.entries,
        )
        for facet in facts.facets.towns
    }
    fields = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")
    return region_map(Municipality.objects.active().only(*fields), marked=marks)
