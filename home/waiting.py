"""What waits for the people behind the pages: unanswered feedback, missing legal pages."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from cms.core.dashboard import WaitingRow
from home.enums import FeedbackKind, FeedbackState
from home.models import Feedback, SiteSettings
from home.waiting_alliance import alliance_rows
from home.waiting_editing import editing_rows
from home.waiting_knowledge import knowledge_rows
from home.waiting_newsletter import newsletter_rows

NEEDED = ("imprint_page", "privacy_page", "accessibility_page", "easy_page")


def waiting_rows(request: HttpRequest) -> Iterator[WaitingRow]:
    """Yield the queues that this person may work on."""
    user = request.user
    yield from knowledge_rows(user)
    yield from alliance_rows(request)
    yield from editing_rows(request)
    yield from newsletter_rows(request)
    if user.has_perm("home.change_feedback"):
        yield from _feedback_rows()
    if user.has_perm("home.change_sitesettings"):
        yield _missing_pages(request)


def _feedback_rows() -> Iterator[WaitingRow]:
    kinds = list(Feedback.objects.waiting().values_list("kind", flat=True))
    labels = {FeedbackKind.BARRIER: _("gemeldete Barrieren"), FeedbackKind.HINT: _("Hinweise von der Website")}
    for kind, label in labels.items():
        query = urlencode({"state": FeedbackState.OPEN.value, "kind": kind.value})
        url = f"{reverse('home_feedback:index')}?{query}"
        yield WaitingRow(label=label, count=kinds.count(kind), url=url, urgent=kind == FeedbackKind.BARRIER)


def _missing_pages(request: HttpRequest) -> WaitingRow:
    site = Site.find_for_request(request)
    found = SiteSettings.objects.filter(site=site).first() if site else None
    missing = [name for name in NEEDED if found is None or getattr(found, f"{name}_id") is None]
    names = ", ".join(str(SiteSettings._meta.get_field(name).verbose_name) for name in missing)
    url = reverse("wagtailsettings:edit", args=["home", "sitesettings", site.pk]) if site else ""
    return WaitingRow(label=_("Pflichtseiten fehlen"), count=len(missing), url=url, hint=names, urgent=True)
