"""News, translations of a page, and pictures together with their sizes in one query."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from home.models import NewsPage, SiteImage, SiteRendition
from home.queries.languages import in_reach


def latest_news(count: int) -> list[NewsPage]:
    """Return the newest published news, in the active language where they are written in it.

    Their pictures come from `pictures`.
    """
    found = in_reach(NewsPage.objects.live()).select_related("locale").defer("body")
    return list(found.order_by("-date", "-pk")[:count])


def pictures(numbers: Iterable[int | None]) -> dict[int, SiteImage]:
    """Return pictures by id, all their sizes loaded; one query once each has been shown before."""
    wanted = {number for number in numbers if number}
    found: dict[int, SiteImage] = {}
    for rendition in SiteRendition.objects.filter(image_id__in=wanted).select_related("image"):
        image = found.setdefault(rendition.image_id, rendition.image)
        image.__dict__.setdefault("prefetched_renditions", []).append(rendition)
        rendition.image = image
    if new := wanted - found.keys():
        for number, image in SiteImage.objects.in_bulk(new).items():
            image.prefetched_renditions = []
            found[number] = image
    return found


def with_renditions(images: Iterable[SiteImage | None]) -> None:
    """Load all sizes of these pictures at once, so that showing them asks nothing more."""
    present = [image for image in images if image is not None]
    if present:
        prefetch_related_objects(present, "renditions")
