"""Answers when something went wrong: always a page in the family, never a bare line of text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from cms.core.context import house


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token; `reason` is for developers and stays out of the page."""
    back = request.META.get("HTTP_REFERER", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        back = "/"
    return render(request, "csrf_failure.html", {"back": back}, status=403)


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A spent rate limit; the refusal's own sentence says which one."""
    response = render(request, "429.html", {"detail": str(exception) if exception else ""}, status=429)
    response["Retry-After"] = str(getattr(exception, "retry_after", 300))
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """The last resort: needs no database, no session and no context processor."""
    return HttpResponse(render_to_string("500.html", house()), status=500)
