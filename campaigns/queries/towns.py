"""The towns of a campaign: which may take part, how many photos each has, and what the result says about one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404

from campaigns.domain.towns import ags_of
from campaigns.models import Campaign, CampaignTown, Result
from cms.places.models import Municipality, MunicipalityQuerySet


@dataclass(frozen=True, slots=True)
class Standing:
    """A town in the published result: its place among the towns of its size, its votes, its photos best first."""

    place: int
    is_shared: bool
    among: int
    votes: int
    size_class: int
    entries: list[dict[str, Any]]


def eligible_towns(campaign: Campaign) -> MunicipalityQuerySet:
    """The towns that may take part, by name."""
    towns = Municipality.objects.active()
    if campaign.max_population is not None:
        towns = towns.filter(population__lte=campaign.max_population)
    listed = campaign.towns.values("pk")
    return towns.filter(pk__in=listed) if campaign.towns.exists() else towns


def town_of(campaign: Campaign, slug: str) -> Municipality:
    """The town of an address; Http404 for one that neither may take part nor has taken part."""
    town = Municipality.objects.filter(pk=ags_of(slug)).first()
    if town is None or not (campaign.is_eligible(town) or _has_taken_part(campaign, town)):
        raise Http404
    return town


def _has_taken_part(campaign: Campaign, town: Municipality) -> bool:
    return CampaignTown.objects.filter(campaign=campaign, municipality=town).exists()


def photos_by_town(campaign: Campaign) -> dict[str, int]:
    """AGS → number of public photos, for towns that have any."""
    counts = CampaignTown.objects.filter(campaign=campaign, entries__gt=0)
    return dict(counts.values_list("municipality_id", "entries"))


def standing_of(result: Result, town: Municipality) -> Standing | None:
    """What the published result says about a town; None when it was not on the ballot paper."""
    towns = result.snapshot["towns"]
    own = next((row for row in towns if row["ags"] == town.pk), None)
    if own is None:
        return None
    rivals = [row for row in towns if row["size_class"] == own["size_class"]]
    return Standing(
        place=1 + sum(row["votes"] > own["votes"] for row in rivals),
        is_shared=sum(row["votes"] == own["votes"] for row in rivals) > 1,
        among=len(rivals),
        votes=own["votes"],
        size_class=own["size_class"],
        entries=[row for row in result.snapshot["entries"] if row["ags"] == town.pk],
    )
