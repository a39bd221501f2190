"""„At most n“ as a constraint: every entry that counts holds a number from 1 to n that nobody else can hold."""

from __future__ import annotations

from django.db.models import QuerySet

from campaigns.domain.entries import free_slot, submission_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import Phase
from campaigns.models import Campaign, Entry
from campaigns.refusals import refused
from cms.places.models import Municipality


def free_slots(entry: Entry, phase: Phase) -> tuple[int | None, int | None]:
    """The author's and the town's free number for an entry that is about to count; refuses when there is none."""
    campaign, town = entry.campaign, entry.municipality
    if town is None:
        raise refused(Reason.PLACE_MISSING)
    of_person = _taken(Entry.objects.filter(campaign=campaign, author_key=entry.author_key), "author_slot")
    of_town = _taken(Entry.objects.filter(campaign=campaign, municipality=town), "town_slot")
    if reason := submission_refusal(
        phase=phase,
        is_town_eligible=campaign.is_eligible(town),
        of_person=len(of_person),
        per_person=campaign.entries_per_person,
        of_town=len(of_town),
        per_town=campaign.entries_per_town,
    ):
        is_limit = reason == Reason.TOO_MANY_OF_PERSON
        raise refused(reason, limit=campaign.entries_per_person) if is_limit else refused(reason)
    per_town = campaign.entries_per_town
    return free_slot(of_person, campaign.entries_per_person), free_slot(of_town, per_town) if per_town else None


def town_slot(campaign: Campaign, municipality: Municipality) -> int | None:
    """The free number in another town for an entry that moves there; None when towns have no limit."""
    if campaign.entries_per_town is None:
        return None
    slot = free_slot(
        _taken(Entry.objects.filter(campaign=campaign, municipality=municipality), "town_slot"),
        campaign.entries_per_town,
    )
    if slot is None:
        raise refused(Reason.TOO_MANY_OF_TOWN)
    return slot


def _taken(entries: QuerySet[Entry], column: str) -> set[int]:
    return set(entries.exclude(**{column: None}).values_list(column, flat=True))
