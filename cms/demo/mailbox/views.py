"""The letter box in the browser; outside the demo these addresses do not exist."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms.demo.mailbox import store
from cms.demo.mailbox.links import linked

# A mail may style itself and open its links in a new tab; it runs no script and loads nothing from elsewhere.
MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; "
    "base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox"
)

View = Callable[..., HttpResponse]


def demo_only(view: View) -> View:
    """Answer 404 unless this is the demo."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@demo_only
@never_cache
def inbox(request: HttpRequest) -> HttpResponse:
    """All mails of the demo, newest first, or those to one address."""
    recipient = request.GET.get("an", "").strip()
    return render(request, "demo/post_inbox.html", {"mails": store.mails(recipient=recipient), "recipient": recipient})


@require_safe
@demo_only
@never_cache
@csp_update({"frame-src": ["'self'"]})
def letter(request: HttpRequest, key: str) -> HttpResponse:
    """One mail: its text with links to follow, and its HTML in a sealed frame."""
    mail = _mail_or_404(key)
    return render(request, "demo/post_letter.html", {"mail": mail, "text": linked(mail.text)})


@require_safe
@demo_only
@never_cache
def letter_html(request: HttpRequest, key: str) -> HttpResponse:
    """The HTML of one mail as a page of its own; links open in a new tab."""
    mail = _mail_or_404(key)
    html = mail.html.replace("<head>", '<head><base target="_blank">', 1)
    response = HttpResponse(html)
    response["Content-Security-Policy"] = MAIL_POLICY
    return response


def _mail_or_404(key: str) -> store.DemoMail:
    mail = store.read(key)
    if mail is None:
        raise Http404
    return mail
