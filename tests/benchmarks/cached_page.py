"""A public page for a visitor, kept in Redis, against an empty view with an answer of the same size."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

DATABASE = "sqlite"
ROUNDS = 12
REQUESTS = 150


def run() -> dict[str, Any]:
    from django.core.handlers.wsgi import WSGIHandler
    from django.http import HttpRequest, HttpResponse
    from django.test import RequestFactory, override_settings
    from django.urls import path
    from wagtail.models import Site

    from cms import urls as site_urls
    from home.models import StandardPage
    from tests import servers

    root = Site.objects.get(is_default_site=True).root_page
    words = "Die Innenstadt lebt von denen, die sie nutzen. " * 40
    page = root.add_child(instance=StandardPage(title="Innenstadt", slug="innenstadt-bench", teaser=words[:250]))

    with servers.redis() as redis_url:
        caches = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}}
        with override_settings(CACHES=caches, PAGE_CACHE_SECONDS=3600):
            handler, factory = WSGIHandler(), RequestFactory()

            def ask(address: str) -> bytes:
                environ = factory.get(address).environ
                response = handler(environ, lambda _status, _headers, _info=None: lambda _data: None)
                body = b"".join(response)
                response.close()
                return body

            content = ask(page.url)

            def empty(request: HttpRequest) -> HttpResponse:
                return HttpResponse(content)

            site_urls.urlpatterns.insert(0, path("bench-empty/", empty))
            ask(page.url)
            ratios = [_seconds(ask, "/bench-empty/") / _seconds(ask, page.url) for _round in range(ROUNDS)]
    return {
        "work": "public page, cached: its throughput over an empty view's",
        "measured": sorted(ratios)[ROUNDS // 2],
        "budget": 0.8,
        "at": "least",
        "unit": "",
        "note": f"{len(content) // 1024} kB, one process, cache in Redis",
    }


def _seconds(ask: Callable[[str], bytes], address: str) -> float:
    started = time.perf_counter()
    for _request in range(REQUESTS):
        ask(address)
    return time.perf_counter() - started
