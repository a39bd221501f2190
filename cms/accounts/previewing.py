"""Looking ahead: the office sees public pages as of another moment, and nothing can be sent meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.dateparse import parse_datetime

from cms.accounts.enums import Role
from cms.accounts.permissions import holds_any
from cms.core import clock
from cms.core.languages import without_prefix

SESSION_KEY = "preview"
ROLES = (Role.OFFICE,)
# Places of work and files stay in the present.
PRESENT = ("/verwaltung/", "/konto/", "/jury/", "/medien/", "/static/", "/demo/", "/gesund/")
READING = frozenset({"GET", "HEAD", "OPTIONS"})


def begin(request: HttpRequest, moment: datetime, back: str) -> None:
    """Let this log-in look ahead to `moment`; `back` is where the end of it leads."""
    request.session[SESSION_KEY] = {"moment": moment.isoformat(), "back": back}


def end(request: HttpRequest) -> str:
    """Back to the present; return where the preview was begun."""
    return str(request.session.pop(SESSION_KEY, {}).get("back", ""))


class PreviewMiddleware:
    """Sets the clock for a request of the office that looks ahead; every request that writes is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        moment = _moment(request)
        if moment is None:
            return self.get_response(request)
        with clock.showing(moment):
            if request.method in READING:
                response = self.get_response(request)
            else:
                response = render(request, "accounts/preview_refused.html", status=409)
        add_never_cache_headers(response)
        response["Cache-Control"] = "private, no-store"
        return response


def _moment(request: HttpRequest) -> datetime | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or without_prefix(request.path).startswith(PRESENT):
        return None
    kept = request.session.get(SESSION_KEY)
    if not kept or not request.user.is_authenticated or not holds_any(request.user, ROLES):
        return None
    return parse_datetime(kept["moment"])
