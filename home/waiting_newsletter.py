"""What waits for those who send the newsletter: issues that did not reach everybody."""

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
from home.queries.newsletter import unfinished_issues

PATIENCE = timedelta(hours=1)
NAMED = 3


def newsletter_rows(request: HttpRequest) -> Iterator[WaitingRow]:
    """Yield the queue of issues with readers that got nothing, an hour after the sending began."""
    user: Any = request.user
    if not (user.has_role(Role.EDITOR) or user.has_role(Role.OFFICE)):
        return
    found = list(unfinished_issues(timezone.now() - PATIENCE))
    yield WaitingRow(
        label=_("Ausgaben des Newsletters, die nicht alle erreicht haben"),
        count=len(found),
        url=reverse("home_newsletter_issue", args=[found[0].pk]) if found else "",
        hint=", ".join(issue.subject for issue in found[:NAMED]),
        urgent=True,
    )
