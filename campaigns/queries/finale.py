"""The jury final: who is on the shortlist, what the jury awarded, and who left since."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from campaigns.domain.honours import shortlist
from campaigns.domain.tally import EntryTotal, tally
from campaigns.enums import EntryState
from campaigns.models import Campaign, Finale, Finalist
from campaigns.queries.results import contenders, counted_votes


def finale_of(campaign: Campaign) -> Finale | None:
    """The campaign's jury final, None before the shortlist is frozen."""
    return Finale.objects.filter(campaign=campaign).first()


def finalists(finale: Finale) -> QuerySet[Finalist]:
    """The shortlist in the order of the lot, with what the jury sees."""
    return (
        Finalist.objects.filter(finale=finale)
        .select_related("entry__campaign", "entry__municipality")
        .order_by("number")
    )


def shortlisted_now(campaign: Campaign) -> tuple[EntryTotal, ...]:
    """Who would be on the shortlist if it were frozen now."""
    totals = tally(contenders(campaign), counted_votes(campaign))
    return shortlist(totals.entries, campaign.shortlist_length)


def jury_prizes(campaign: Campaign) -> list[dict[str, Any]]:
    """What the jury awarded to entries that still take part: lines for the frozen result, best first."""
    won = (
        Finalist.objects.filter(finale__campaign=campaign, finale__decided_at__isnull=False)
        .exclude(award="", place=None)
        .filter(entry__state=EntryState.APPROVED)
        .select_related("entry__municipality")
        .order_by("place", "number")
    )
    return [
        {
            "place": one.place,
            "award": one.award,
            "reason": one.reason,
            "code": one.entry.code,
            "title": one.entry.title,
            "ags": one.entry.municipality_id or "",
            "town": one.entry.municipality.label if one.entry.municipality else "",
            "size_class": one.entry.size_class or 0,
        }
        for one in won
    ]
