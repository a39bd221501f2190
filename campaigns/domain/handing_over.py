"""What leaves the house about a photo: schema.org for machines, under the one licence that was agreed to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

OPEN_LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as told to others. Position and time of taking are None unless the author gave them."""

    identifier: str
    page: str
    content: str
    title: str
    description: str
    story: str
    credit: str
    year: int
    width: int
    height: int
    place: str
    town: str
    ags: str
    latitude: float | None = None
    longitude: float | None = None
    taken_at: datetime | None = None


def image_object(photo: Photo, *, licence: str, terms: str) -> dict[str, Any]:
    """One schema.org ImageObject. `licence` is an address, empty where only `terms` hold."""
    place: dict[str, Any] = {
        "@type": "Place",
        "name": f"{photo.place}, {photo.town}" if photo.place else photo.town,
        "address": {"@type": "PostalAddress", "addressLocality": photo.town, "addressCountry": "DE"},
        "identifier": {"@type": "PropertyValue", "propertyID": "AGS", "value": photo.ags},
    }
    if photo.latitude is not None and photo.longitude is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": photo.latitude, "longitude": photo.longitude}
    told: dict[str, Any] = {
        "@type": "ImageObject",
        "@id": photo.page,
        "identifier": photo.identifier,
        "name": photo.title,
        "description": photo.description,
        "text": photo.story,
        "contentUrl": photo.content,
        "encodingFormat": "image/jpeg",
        "width": photo.width,
        "height": photo.height,
        "creator": {"@type": "Person", "name": photo.credit},
        "creditText": photo.credit,
        "copyrightYear": photo.year,
        "copyrightNotice": f"© {photo.year} {photo.credit}",
        "usageInfo": terms,
        "contentLocation": place,
        "acquireLicensePage": photo.page,
    }
    if licence:
        told["license"] = licence
    if photo.taken_at is not None:
        told["dateCreated"] = photo.taken_at.isoformat()
    return told


def graph(objects: Iterable[dict[str, Any]], *, name: str, page: str) -> dict[str, Any]:
    """The JSON-LD document: a gallery with its photos."""
    return {
        "@context": "https://schema.org",
        "@type": "ImageGallery",
        "@id": page,
        "name": name,
        "associatedMedia": list(objects),
    }
