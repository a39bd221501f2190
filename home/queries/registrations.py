"""Who comes to which event, for the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from home.enums import RegistrationState
from home.models import EventPage, EventRecord, EventRegistration

HEADER = (_("Name"), _("Einrichtung"), _("E-Mail-Adresse"), _("Stand"), _("bestätigt am"), _("Anmerkung"))


def events_with_registrations(now: datetime) -> QuerySet[EventPage]:
    """Return the events that take or took registrations with their counts: the next one first, then what is over."""
    counts = {
        "confirmed": _counted(RegistrationState.CONFIRMED),
        "waiting": _counted(RegistrationState.WAITING),
    }
    is_over = Case(When(start__lt=now, then=Value(1)), default=Value(0), output_field=IntegerField())
    ahead = Case(When(start__gte=now, then=F("start")))  # nothing for all that is over: its latest comes first
    has_some = Q(takes_registrations=True) | Q(confirmed__gt=0) | Q(waiting__gt=0)
    found = EventPage.objects.filter(alias_of=None).light().annotate(**counts, is_over=is_over)
    return found.filter(has_some).order_by("is_over", ahead, "-start", "pk")


def _counted(state: RegistrationState) -> Coalesce:
    """Return how many registrations of an event are in a state, as part of the one query."""
    own = EventRecord.objects.filter(key=OuterRef("translation_key"))
    number = own.annotate(n=Count("registrations", filter=Q(registrations__state=state))).values("n")[:1]
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def states_counted(key: UUID) -> list[tuple[RegistrationState, int]]:
    """Return every state with the number of registrations in it; one query."""
    found = dict(
        EventRegistration.objects.filter(record__key=key).values_list("state").annotate(n=Count("pk")).order_by("state")
    )
    return [(state, found.get(state.value, 0)) for state in RegistrationState]


def sheet_rows(key: UUID) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the workbook: those with a place first."""
    for one in EventRegistration.objects.filter(record__key=key).order_by("state", "name", "pk"):
        yield (one.name, one.organisation, one.email, str(one.get_state_display()), one.confirmed_at, one.note)
