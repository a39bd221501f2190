"""Start page, index and detail page, uncached, beside Wagtail's own rendering of a bare page of the same size."""

from __future__ import annotations

from statistics import median
from time import process_time
from typing import Any

DATABASE = "sqlite"
ROUNDS = 25


def run() -> dict[str, Any]:
    """Both kinds are served in turn, so that a busy machine meets both alike."""
    from django.utils import timezone

    from cms.demo.pages import PICTURES, load_pages
    from home.models import NewsIndexPage, NewsPage
    from tests.home.factories import make_standard, phone_jpeg

    load_pages(timezone.now(), dict.fromkeys(PICTURES, phone_jpeg(1200, 900)))
    bare = make_standard(slug="bare")
    news = NewsPage.objects.live().first()
    index = NewsIndexPage.objects.get()
    assert news is not None
    ratios = {name: _ratio(url, bare) for name, url in (("start", "/"), ("index", index.url), ("detail", news.url))}
    return {
        "work": "a page beside Wagtail's bare page of its size, the slowest of three",
        "measured": max(ratios.values()),
        "budget": 8,
        "at": "most",
        "unit": "x",
        "note": ", ".join(f"{name} {ratio:.1f}" for name, ratio in ratios.items()),
    }


def _ratio(url: str, bare: Any) -> float:
    from unittest.mock import patch

    from django.template import engines
    from django.test import Client, override_settings

    client = Client()
    with override_settings(PAGE_CACHE_SECONDS=0):
        size = len(client.get(url).content)
        template = engines["django"].from_string("{{ page.title }}" + "x" * size)
        ours, stock = [], []
        for _round in range(ROUNDS):
            ours.append(_seconds(client, url))
            with patch.object(type(bare), "get_template", lambda self, request, *args, **kwargs: template):
                stock.append(_seconds(client, bare.url))
    return median(ours) / median(stock)


def _seconds(client: Any, url: str) -> float:
    begun = process_time()
    answer = client.get(url)
    assert answer.status_code == 200, answer.status_code
    return process_time() - begun
