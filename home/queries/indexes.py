"""The index pages „Mitmachen“ and „Wettbewerbe“: what is open, what comes, what is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campaigns.domain.phases import phase_at
from home.domain import Offer
from home.models import CampaignPage, CompetitionPage
from home.queries.campaigns import campaign_offer
from home.queries.competitions import competition_offer, stage_of_the_moment
from home.queries.offers import campaign_pages, competition_pages
from home.queries.pages import pictures


@dataclass(frozen=True)
class IndexRow:
    """One line of an index: the page, what can be done, in which phase, a short word beside it."""

    page: CampaignPage | CompetitionPage
    offer: Offer | None
    phase: str
    meta: str
    sort: datetime


@dataclass(frozen=True)
class IndexGroup:
    heading: str
    rows: list[IndexRow]


def campaigns_by_time(now: datetime) -> list[IndexGroup]:
    """Return all published campaigns in groups; three queries."""
    pages = list(campaign_pages().annotate(photos=Sum("campaign__town_counts__entries")))
    _give_pictures(pages)
    rows = [
        IndexRow(
            page=page,
            offer=campaign_offer(page, page.campaign, now),
            phase=str(phase_at(page.campaign, now).label),
            meta=_photos(page.photos or 0),
            sort=page.campaign.voting_opens,
        )
        for page in pages
    ]
    return _grouped(rows)


def competitions_by_time(now: datetime) -> list[IndexGroup]:
    """Return all published competitions in groups; four queries."""
    pages = list(competition_pages())
    _give_pictures(pages)
    rows = []
    for page in pages:
        stage = stage_of_the_moment(page.competition.ordered_stages, now)
        rows.append(
            IndexRow(
                page=page,
                offer=competition_offer(page, stage, now),
                phase=str(stage.phase(now).label) if stage else "",
                meta=page.sum_text,
                sort=stage.closes_at if stage else now,
            )
        )
    return _grouped(rows)


def _give_pictures(pages: Iterable[CampaignPage | CompetitionPage]) -> None:
    found = pictures(page.image_id for page in pages)
    for page in pages:
        page.image = found.get(page.image_id)


def _photos(count: int) -> str:
    return ngettext("Ein Foto", "%(n)s Fotos", count) % {"n": count} if count else ""


def _grouped(rows: Iterable[IndexRow]) -> list[IndexGroup]:
    ordered = sorted(rows, key=lambda row: row.sort, reverse=True)
    groups = (
        (_("Jetzt offen"), [row for row in ordered if row.offer and row.offer.is_open]),
        (_("Bald"), [row for row in ordered if row.offer and not row.offer.is_open]),
        (_("Läuft oder ist entschieden"), [row for row in ordered if row.offer is None]),
    )
    return [IndexGroup(heading, found) for heading, found in groups if found]
