"""What the alliance's pages ask of the office: signatures to decide, legal pages to read again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.accounts.enums import Role
from cms.core.dashboard import WaitingRow
from home.models import PartnerApplication, SiteSettings, StandardPage
from home.navigation import LEGAL_PAGES

REVIEW_AFTER = timedelta(days=365)


def alliance_rows(request: HttpRequest) -> Iterator[WaitingRow]:
    """Yield the queues that this person may work on."""
    user: Any = request.user
    if user.has_role(Role.OFFICE):
        waiting = PartnerApplication.objects.waiting().count()
        yield WaitingRow(label=_("Unterzeichnungen der Bündniserklärung"), count=waiting, url=reverse("home_signings"))
    if user.has_role(Role.OFFICE) or user.has_role(Role.EDITOR):
        yield _legal_pages_due(request)


def _legal_pages_due(request: HttpRequest) -> WaitingRow:
    """Imprint, privacy, accessibility: whatever nobody has read for a year."""
    settings = SiteSettings.for_request(request)
    named = [getattr(settings, f"{field}_id") for field in LEGAL_PAGES]
    read_since = timezone.localdate() - REVIEW_AFTER
    pages = StandardPage.objects.live().filter(pk__in=[pk for pk in named if pk])
    due = list(pages.exclude(reviewed_on__gt=read_since).order_by("reviewed_on").only("title", "url_path", "locale_id"))
    may_edit = request.user.has_role(Role.EDITOR)  # the office reads the page and tells the editors
    url = "" if not due else reverse("wagtailadmin_pages:edit", args=[due[0].pk]) if may_edit else due[0].url
    return WaitingRow(
        label=_("Pflichtseiten, die seit einem Jahr niemand geprüft hat"),
        count=len(due),
        url=url,
        hint=", ".join(page.title for page in due),
    )
