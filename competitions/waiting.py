"""What waits for the office: applications to check, stages to close, decisions to make."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.accounts.models import User
from cms.core.dashboard import WaitingRow
from competitions import queries
from competitions.enums import StagePhase
from competitions.permissions import is_office


def waiting_rows(user: User | AnonymousUser) -> Iterator[WaitingRow]:
    """Yield the queues of all competitions together."""
    if not isinstance(user, User) or not is_office(user):
        return
    now = timezone.now()
    url = reverse("competitions_office")
    ready = queries.applications_ready(user, now).count()
    yield WaitingRow(label=_("Bewerbungen zu prüfen"), count=ready, url=url)
    over = [row for row in queries.office_stages(user, now) if row.phase is StagePhase.DELIBERATION and row.candidates]
    to_close = [row for row in over if row.stage.closed_at is None]
    yield WaitingRow(label=_("Jurybewertungen abzuschließen"), count=len(to_close), url=url)
    yield WaitingRow(label=_("Stufen ohne endgültige Entscheidung"), count=len(over) - len(to_close), url=url)
