"""Public pages are kept whole for visitors without cookies; what staff change, or a phase that turns, empties all."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from cms.core.middleware import is_admin_path

if TYPE_CHECKING:
    from wagtail.models import Page

GENERATION = "page-cache:generation"
LONGEST_PATH = 300
LARGEST_BODY = 1024 * 1024
# Wagtail's own view; pages that belong to a log-in answer strangers with a redirect, which is never kept.
PUBLIC_VIEWS = frozenset({"wagtail_serve"})
PRIVATE_WORDS = ("private", "no-store", "no-cache", "max-age=0")

Answer = Callable[[HttpRequest], HttpResponseBase]
Boundary = Callable[[datetime], datetime | None]


class Kept(NamedTuple):
    """One answer: until when (seconds since the epoch), for which generation, and what it was."""

    until: float
    generation: int
    made: float
    headers: tuple[tuple[str, str], ...]
    body: bytes


_boundaries: list[Boundary] = []


def register_boundary(next_change: Boundary) -> None:
    """Add a function that says when the next phase turns after the given moment, None when none does.

    Call it from AppConfig.ready. No page is kept beyond that moment.
    """
    if next_change not in _boundaries:
        _boundaries.append(next_change)


def public_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Mark a view whose answer is the same for every visitor without cookies and whose address has no query."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request._is_public_page = True  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return marked


def forget_pages() -> None:
    """Let no visitor see an older page from now on, as soon as the transaction is committed."""
    transaction.on_commit(_next_generation)


def forget_pages_of(sender: type[Page], **kwargs: Any) -> None:
    """Receive Wagtail's signals: something was published, taken off, moved or deleted."""
    forget_pages()


def _next_generation() -> None:
    """Move on to a number that was never used, even if the cache has forgotten the last one."""
    cache.set(GENERATION, time.time_ns(), None)


class PageCacheMiddleware:
    """Stands before everything that costs time.

    The generation is read first and a page kept for that one: a page that was drawn while
    somebody published belongs to a generation that is over.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not may_be_kept(request):
            return self._pass_on(request)
        key = f"page-cache:{sha256(f'{request.scheme}://{request.get_host()}{request.path}'.encode()).hexdigest()}"
        found = cache.get_many([GENERATION, key])
        generation, kept = found.get(GENERATION, 0), found.get(key)
        now = time.time()
        if kept is not None and kept.generation == generation and now < kept.until:
            return _again(kept, now)
        response = self.get_response(request)
        if is_public(request, response):
            _keep(key, generation, response)
        return response

    def _pass_on(self, request: HttpRequest) -> HttpResponseBase:
        """Let through what is not kept; whatever staff posted may have changed a page."""
        response = self.get_response(request)
        if request.method == "POST" and is_admin_path(request.path) and not request.path.endswith("/preview/"):
            forget_pages()
        return response


def may_be_kept(request: HttpRequest) -> bool:
    """Tell whether a request could be anybody's: a plain GET without cookie, query or wish for a fragment."""
    return (
        settings.PAGE_CACHE_SECONDS > 0
        and request.method == "GET"
        and not request.META.get("HTTP_COOKIE")
        and not request.META.get("QUERY_STRING")
        and "HTTP_AUTHORIZATION" not in request.META
        and "HTTP_HX_REQUEST" not in request.META
        and len(request.path) <= LONGEST_PATH
    )


def is_public(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether an answer may be given to the next visitor: a whole page that sets no cookie and is not private."""
    match = request.resolver_match
    public_view = getattr(request, "_is_public_page", False) or (match and match.view_name in PUBLIC_VIEWS)
    control = response.get("Cache-Control", "")
    return bool(
        public_view
        and isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and response.get("Content-Type", "").startswith("text/html")
        and not any(word in control for word in PRIVATE_WORDS)
        and len(response.content) <= LARGEST_BODY
    )


def _keep(key: str, generation: int, response: HttpResponseBase) -> None:
    now = timezone.now()
    until = kept_until(now)
    if until <= now:
        return
    kept = Kept(until.timestamp(), generation, now.timestamp(), tuple(response.items()), response.content)  # type: ignore[attr-defined]
    cache.set(key, kept, timeout=max(1, int((until - now).total_seconds()) + 1))


def kept_until(now: datetime) -> datetime:
    """Return until when a page drawn at `now` may be shown: a minute, but not beyond a phase or a day."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0, fold=0) + timedelta(days=1)
    ends = [now + timedelta(seconds=settings.PAGE_CACHE_SECONDS), midnight]
    ends += [end for end in (next_change(now) for next_change in _boundaries) if end is not None and end > now]
    return min(ends)


def _again(kept: Kept, now: float) -> HttpResponse:
    return HttpResponse(kept.body, headers={**dict(kept.headers), "Age": str(int(now - kept.made))})
