"""The start page in a handful of queries, however many sections an editor adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page

from home.blocks.choosers import chosen, preloaded
from home.domain import Offer
from home.models import HomePage, NewsPage, SiteDocument, SiteImage
from home.queries.languages import in_active_language
from home.queries.offers import open_offers
from home.queries.pages import latest_news, pictures

ARMS = 3


@dataclass(frozen=True)
class HomeContent:
    """What was read for one showing of the start page."""

    offers: list[Offer]
    news: list[NewsPage]

    @property
    def arms(self) -> list[Offer]:
        """Return what stands on the finger-post."""
        return self.offers[:ARMS]


def home_content(page: HomePage, now: datetime) -> HomeContent:
    """Read offers, news, and whatever the sections and the hero refer to."""
    offers = open_offers(now)
    shown = max((row["value"].get("count", 0) for row in page.sections.raw_data if row["type"] == "news"), default=0)
    news = latest_news(shown) if shown else []
    wanted = chosen(page.sections.stream_block, list(page.sections.raw_data))
    # only these show their picture here; a picture that is never shown has no sizes to be found by
    with_picture = [offer.page for offer in offers if offer.kind == "campaign" and offer.is_open]
    bearers = [page, *with_picture, *news[:1]]
    images = pictures([*wanted["images"], page.image_night_id, *(bearer.image_id for bearer in bearers)])
    for bearer in bearers:
        bearer.image = images.get(bearer.image_id)
    page.image_night = images.get(page.image_night_id)
    _fill_choosers(page, wanted, images)
    return HomeContent(offers=offers, news=news)


def _fill_choosers(page: HomePage, wanted: dict[str, set[int]], images: dict[int, SiteImage]) -> None:
    """Let the sections take their pages, pictures and documents from three queries."""
    pages = wanted["pages"] | ({page.more_page_id} if page.more_page_id else set())
    loaded: dict[str, dict[int, Any]] = {
        "pages": in_active_language(Page.objects.in_bulk(pages)) if pages else {},
        "images": images,
        "documents": SiteDocument.objects.in_bulk(wanted["documents"]) if wanted["documents"] else {},
    }
    with preloaded(loaded):
        for section in page.sections:
            _ = section.value
    page.more_page = loaded["pages"].get(page.more_page_id)
