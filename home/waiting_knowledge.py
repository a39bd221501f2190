"""What waits for those who look after KOMPASS and funding guide: suggestions, programmes that nobody checked lately."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.accounts.enums import Role
from cms.core.dashboard import WaitingRow
from home.models import ExampleSuggestion
from home.queries.funding import stale_programmes

if TYPE_CHECKING:
    from cms.accounts.models import User


def knowledge_rows(user: User) -> Iterator[WaitingRow]:
    """Yield suggested examples and programmes whose last check is too long ago."""
    if not (user.has_role(Role.EDITOR) or user.has_role(Role.OFFICE)):
        return
    yield WaitingRow(
        label=_("vorgeschlagene Beispiele"),
        count=ExampleSuggestion.objects.waiting().count(),
        url=reverse("home_suggestions"),
    )
    yield WaitingRow(
        label=_("Förderprogramme zu prüfen"),
        count=stale_programmes(timezone.localdate()).count(),
        url=reverse("home_programmes"),
        hint=_("zuletzt vor mehr als sechs Monaten geprüft"),
    )
