"""The start page in a handful of queries, however many sections an editor adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page

from home.blocks.choosers import chosen, preloaded
from home.domain import Offer
from home.models import HomePage, NewsPage, SiteDocument, SiteImage
from home.queries.offers import open_offers
from home.queries.pages import latest_news, with_renditions

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
    blocks = page.sections.raw_data
    shown = max((row["value"].get("count", 0) for row in blocks if row["type"] == "news"), default=0)
    news = latest_news(shown) if shown else []
    images = _load_chosen(page)
    with_renditions([*images, *(offer.page.image for offer in offers), *(item.image for item in news)])
    return HomeContent(offers=offers, news=news)


def _load_chosen(page: HomePage) -> list[SiteImage]:
    """Fill the sections' choosers from three queries and return the pictures among them."""
    wanted = chosen(page.sections.stream_block, list(page.sections.raw_data))
    hero = {number for number in (page.image_id, page.image_night_id) if number}
    pages = wanted["pages"] | ({page.more_page_id} if page.more_page_id else set())
    images = SiteImage.objects.in_bulk(wanted["images"] | hero)
    loaded: dict[str, dict[int, Any]] = {
        "pages": Page.objects.in_bulk(pages) if pages else {},
        "images": images,
        "documents": SiteDocument.objects.in_bulk(wanted["documents"]) if wanted["documents"] else {},
    }
    with preloaded(loaded):
        for section in page.sections:
            _ = section.value
    page.image, page.image_night = images.get(page.image_id), images.get(page.image_night_id)
    page.more_page = loaded["pages"].get(page.more_page_id)
    return list(images.values())
