"""Where a photo was taken, beside the town that it is said to show."""

from __future__ import annotations

from typing import Any

from campaigns.models import Entry
from campaigns.queries.entries import suggestion_for
from campaigns.queries.flags import FAR_KM
from cms.places.domain import distance_km
from cms.places.models import Municipality
from cms.places.position import position_map

_AROUND = 0.22  # degrees: some 25 km to the north and south


def drawing_of(entry: Entry) -> dict[str, Any] | None:
    """A small drawing of the stored position and the towns around it; None without a position that may be stored."""
    if entry.latitude is None or entry.longitude is None:
        return None
    around = Municipality.objects.active().filter(
        latitude__range=(entry.latitude - _AROUND, entry.latitude + _AROUND),
        longitude__range=(entry.longitude - 1.5 * _AROUND, entry.longitude + 1.5 * _AROUND),
    )
    return position_map(latitude=entry.latitude, longitude=entry.longitude, town=entry.municipality, around=around)


def far_from_town(entry: Entry) -> int | None:
    """How many kilometres the camera was from the named town, if so far that the town may be a mistake."""
    noted, town = suggestion_for(entry), entry.municipality
    latitude, longitude = entry.latitude, entry.longitude
    if latitude is None and noted is not None:
        latitude, longitude = noted.latitude, noted.longitude
    if town is None or latitude is None or longitude is None:
        return None
    distance = distance_km(latitude, longitude, town.latitude, town.longitude)
    return round(distance) if distance > FAR_KM else None
