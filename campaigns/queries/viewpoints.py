"""Photos that may stand for good beyond their campaign: public, and under the open licence as long as it is given."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from campaigns.enums import ConsentKind
from campaigns.models import Campaign, Consent, Entry, Result

WINNING_PLACES = 3


@dataclass(frozen=True, slots=True)
class Winner:
    """One of the first places of a published result, and whether its photo may be shown elsewhere."""

    entry: Entry
    place: int
    size_class: str
    votes: int


def open_entries() -> QuerySet[Entry]:
    """Public entries whose author has given the open licence and not taken it back."""
    given = Consent.objects.filter(entry=OuterRef("pk"), revoked_at=None, text__kind=ConsentKind.OPEN_LICENCE)
    return (
        Entry.objects.filter(Exists(given), is_public=True)
        .select_related("campaign", "municipality")
        .order_by("-campaign__voting_opens", "title")
    )


def open_winners(campaign: Campaign) -> list[Winner]:
    """The first places of each size class, best first, as far as their photos may be shown elsewhere; two queries."""
    result = Result.objects.filter(campaign=campaign).first()
    if result is None:
        return []
    rows = {row["code"]: row for row in result.snapshot["entries"] if row["class_place"] <= WINNING_PLACES}
    found = open_entries().filter(campaign=campaign, code__in=rows)
    winners = [
        Winner(
            entry=entry,
            place=rows[entry.code]["class_place"],
            size_class=campaign.size_class_label(rows[entry.code]["size_class"]),
            votes=rows[entry.code]["votes"],
        )
        for entry in found
    ]
    return sorted(winners, key=lambda winner: (winner.place, -winner.votes, winner.entry.code))
