"""Single entries: by public code, by private link, with their consents and the camera's suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.http import Http404

from campaigns.domain.codes import read_code
from campaigns.enums import ConsentKind, LinkPurpose
from campaigns.models import Campaign, Consent, ConsentText, Entry, EntryLink
from campaigns.queries.gallery import visible_entries
from cms.core.tokens import digest
from cms.places.domain import distance_km
from cms.places.models import Municipality

SUGGESTION_SECONDS = 24 * 60 * 60
_NEAR_DEGREES = 0.4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the camera noted; only offered, stored with the entry when the author agrees."""

    taken_at: datetime | None
    latitude: float | None
    longitude: float | None

    @property
    def has_position(self) -> bool:
        """The camera knew where it was."""
        return self.latitude is not None and self.longitude is not None


def public_entry(campaign: Campaign, code: str) -> Entry:
    """The public entry with this code; Http404 for any other, whatever its state."""
    entry = visible_entries(campaign).filter(code=read_code(code)).first() if code.isprintable() else None
    if entry is None:
        raise Http404
    entry.campaign = campaign
    return entry


def public_entry_anywhere(code: str) -> Entry:
    """The public entry with this code in whatever campaign; Http404 for any other."""
    known = Entry.objects.filter(is_public=True).select_related("campaign", "municipality")
    entry = known.filter(code=read_code(code)).first() if code.isprintable() else None
    if entry is None:
        raise Http404
    return entry


def entry_by_link(campaign: Campaign, token: str, purpose: LinkPurpose) -> Entry:
    """The entry that a private link opens; Http404 for a wrong token, another purpose or another campaign."""
    link = (
        EntryLink.objects.filter(digest=digest(token), purpose=purpose, entry__campaign=campaign)
        .select_related("entry__municipality")
        .first()
    )
    if link is None:
        raise Http404
    link.entry.campaign = campaign
    return link.entry


def current_consent_texts(campaign: Campaign) -> dict[ConsentKind, ConsentText]:
    """The newest version of each consent, in the order of the kinds."""
    newest: dict[ConsentKind, ConsentText] = {}
    for text in campaign.consent_texts.order_by("version"):
        newest[ConsentKind(text.kind)] = text
    return {kind: newest[kind] for kind in ConsentKind if kind in newest}


def consents_of(entry: Entry) -> dict[ConsentKind, Consent]:
    """The consents in force for an entry."""
    given = entry.consents.filter(revoked_at=None).select_related("text").order_by("given_at")
    return {ConsentKind(consent.text.kind): consent for consent in given}


def suggestion_key(entry_id: int) -> str:
    """Where the camera's notes wait for a day, outside the database."""
    return f"campaigns:suggestion:{entry_id}"


def suggestion_for(entry: Entry) -> Suggestion | None:
    """What the camera noted for this photo, as long as it is remembered."""
    found: Suggestion | None = cache.get(suggestion_key(entry.pk))
    return found


def nearest_town(campaign: Campaign, latitude: float, longitude: float) -> Municipality | None:
    """The eligible town whose centre lies nearest to a position, none beyond some 30 km."""
    near = Municipality.objects.active().filter(
        latitude__range=(latitude - _NEAR_DEGREES, latitude + _NEAR_DEGREES),
        longitude__range=(longitude - _NEAR_DEGREES, longitude + _NEAR_DEGREES),
    )
    if campaign.max_population is not None:
        near = near.filter(population__lte=campaign.max_population)
    if listed := set(campaign.towns.values_list("pk", flat=True)):
        near = near.filter(pk__in=listed)
    return min(near, key=lambda town: distance_km(latitude, longitude, town.latitude, town.longitude), default=None)
