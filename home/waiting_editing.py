"""What waits for those who write: pages to approve, pages that nobody has read for a year, translations left behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState, WorkflowState

from cms.accounts.enums import Role
from cms.core.dashboard import WaitingRow
from home.queries.translations import outdated_sources

AGED = timedelta(days=365)
NAMED = 3


def editing_rows(request: HttpRequest) -> Iterator[WaitingRow]:
    """Yield the queues that this person may work on."""
    user: Any = request.user
    yield _to_approve(user)
    if user.has_role(Role.EDITOR):
        yield _aged()
        yield _left_behind()


def _to_approve(user: Any) -> WaitingRow:
    states = [
        state
        for state in TaskState.objects.reviewable_by(user).select_related("workflow_state")
        if state.workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    ]
    pages = [page for state in states if (page := state.workflow_state.content_object) is not None]
    url = reverse("wagtailadmin_pages:edit", args=[pages[0].pk]) if pages else ""
    return WaitingRow(
        label=_("Seiten zur Freigabe"), count=len(pages), url=url, hint=", ".join(page.title for page in pages[:NAMED])
    )


def _aged() -> WaitingRow:
    old = Page.objects.live().filter(depth__gt=1, last_published_at__lt=timezone.now() - AGED)
    return WaitingRow(
        label=_("Seiten, die seit einem Jahr niemand geändert hat"),
        count=old.count(),
        url=reverse("wagtailadmin_reports:aging_pages"),
    )


def _left_behind() -> WaitingRow:
    sources = outdated_sources()
    url = reverse("wagtail_localize:update_translations", args=[sources[0].pk]) if sources else ""
    return WaitingRow(
        label=_("Übersetzungen, die hinter der deutschen Seite zurückliegen"),
        count=len(sources),
        url=url,
        hint=", ".join(source.object_repr for source in sources[:NAMED]),
    )
