"""Events, registrations and forms for tests."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any

from django.db.models import F
from django.utils import timezone

from home.actions.registrations import record_of
from home.models import (
    EventIndexPage,
    EventPage,
    EventRecord,
    EventRegistration,
    FormField,
    FormPage,
)
from tests.home.factories import TEASER, child, home_page

_numbers = count(1)


def make_event_index() -> EventIndexPage:
    return child(home_page(), EventIndexPage, title="Termine", slug="termine")


def make_event(
    index: EventIndexPage,
    *,
    days: int = 3,
    hours: int = 0,
    minutes: int = 0,
    is_published: bool = True,
    **fields: Any,
) -> EventPage:
    """A published event so far from now, two hours long."""
    moment = timezone.now().replace(microsecond=0) + timedelta(days=days, hours=hours, minutes=minutes)
    start = fields.pop("start", moment)
    values = {"start": start, "end": start + timedelta(hours=2), "place": "IHK, Erfurt", "teaser": TEASER, **fields}
    number = next(_numbers)
    event = EventPage(**{"title": f"Termin {number}", "slug": f"termin-{number}", **values})
    index.add_child(instance=event)
    if is_published:
        event.save_revision().publish()
    return event


def make_registration(
    event: EventPage, email: str, state: str = "confirmed", *, places: bool = True, **fields: Any
) -> EventRegistration:
    """Somebody in this state; a confirmed one holds a place."""
    record = record_of(event)
    if state == "confirmed" and places:
        EventRecord.objects.filter(pk=record.pk).update(taken=F("taken") + 1)
    now = timezone.now()
    values = {"name": f"Person {next(_numbers)}", "created_at": now, "confirmed_at": now, **fields}
    return EventRegistration.objects.create(record=record, email=email, email_folded=email, state=state, **values)


def make_form(questions: list[dict[str, Any]] | None = None, **fields: Any) -> FormPage:
    """A published form; without `questions` it asks for a rating and a word."""
    page = child(
        home_page(), FormPage, **{"title": "Rückmeldung", "purpose": "Damit das nächste Treffen besser wird.", **fields}
    )
    asked = questions or [
        {"label": "Wie war es", "field_type": "rating"},
        {"label": "Ein Wort", "field_type": "singleline", "required": False},
    ]
    for number, question in enumerate(asked):
        FormField.objects.create(page=page, sort_order=number, **question)
    return page
