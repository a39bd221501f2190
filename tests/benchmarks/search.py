"""The search over 5,000 pages beside the same search over 500, uncached, in processor time."""

from __future__ import annotations

from statistics import median
from time import process_time
from typing import Any

DATABASE = "sqlite"
SMALL, LARGE = 500, 5_000
ROUNDS = 15


def run() -> dict[str, Any]:
    """One page in ten is a hit, so the large site has ten times as many hits as well."""
    _fill(SMALL, first=1)
    small = _seconds(SMALL)
    _fill(LARGE - SMALL, first=SMALL + 1)
    large = _seconds(LARGE)
    return {
        "work": f"search over {LARGE} pages beside {SMALL}",
        "measured": large / small,
        "budget": 1.5,
        "at": "most",
        "unit": "x",
        "note": f"{small * 1000:.0f} ms and {large * 1000:.0f} ms",
    }


def _fill(count: int, *, first: int) -> None:
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page
    from wagtail.search.backends import get_search_backend

    from home.models import HomePage, StandardPage

    home = HomePage.objects.get()
    kind = ContentType.objects.get_for_model(StandardPage)
    pages = [
        Page(
            title=f"Leerstand in Stadt {number}" if number % 10 == 0 else f"Seite {number} über den Markt",
            draft_title="",
            slug=f"seite-{number}",
            path=Page._get_path(home.path, home.depth + 1, number),
            depth=home.depth + 1,
            url_path=f"{home.url_path}seite-{number}/",
            content_type=kind,
            locale=home.locale,
            live=True,
        )
        for number in range(first, first + count)
    ]
    Page.objects.bulk_create(pages)
    HomePage.objects.update(numchild=first + count - 1)
    get_search_backend().get_index_for_model(Page).add_items(Page, pages)


def _seconds(pages: int) -> float:
    from django.test import Client

    client = Client()
    times = []
    for _round in range(ROUNDS):
        begun = process_time()
        answer = client.get("/suche/?q=leerst%C3%A4nde")
        times.append(process_time() - begun)
        assert f"{pages // 10} Treffer" in answer.text, answer.status_code
    return median(times)
