"""What follows when an event changes: calendars hear of it, and everybody who is registered."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core import audit
from cms.core.refusals import Refused
from home import notices
from home.actions.registrations import fill_places, record_of
from home.domain.registrations import LIVING
from home.enums import RegistrationState
from home.models import EventPage, EventRecord, EventRegistration

if TYPE_CHECKING:
    from cms.accounts.models import User

TELLING = ("start", "end", "where", "is_cancelled")


def follow_publication(sender: type[EventPage], instance: EventPage, **kwargs: Any) -> None:
    """Receive Wagtail's signal: an event was published."""
    if instance.alias_of_id is None:
        note_publication(event=instance, now=timezone.now())


@transaction.atomic
def note_publication(*, event: EventPage, now: datetime) -> list[str]:
    """Compare with what was last told; count the version, mail those who are registered, let people move up.

    Returns the names of what changed. An event in a further language changes nothing: the first page leads.
    """
    is_new = not EventRecord.objects.filter(key=event.key).exists()
    record = EventRecord.objects.select_for_update().get(pk=record_of(event).pk)
    leading = record.page
    if leading is None or leading.pk != event.pk:
        return []
    told = {"start": event.start, "end": event.ends, "where": event.where, "is_cancelled": event.is_cancelled}
    changed = [name for name in TELLING if getattr(record, name) != told[name]]
    before = {"start": record.start, "where": record.where}
    EventRecord.objects.filter(pk=record.pk).update(sequence=0 if is_new else F("sequence") + 1, **told)
    if changed and event.ends > now:
        for registration in record.registrations.filter(state__in=LIVING):
            notices.event_changed(registration, event, changed=changed, before=before)
    if event.takes_registrations:
        fill_places(event=event, now=now)
    return changed


@transaction.atomic
def write_to_registered(
    *, event: EventPage, states: list[RegistrationState], subject: str, text: str, by: User, now: datetime
) -> int:
    """Mail everybody whose registration is in one of the states; return how many."""
    found = EventRegistration.objects.filter(record__key=event.key, state__in=states)
    if not subject.strip() or not text.strip():
        raise Refused("empty", _("Bitte schreiben Sie Betreff und Text."))
    count = 0
    for registration in found:
        notices.event_note(registration, event, subject=subject.strip(), text=text.strip())
        count += 1
    if not count:
        raise Refused("nobody", _("Es gibt niemanden, an den diese Mail gehen könnte."))
    audit.record(action="home.registration.written", target=event, actor=by, changes={"count": (0, count)}, now=now)
    return count
