"""Registering for an event: ask, confirm by the link, get a place or wait for one, give it back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q

from cms.core import audit
from cms.core.languages import active_language
from home import notices
from home.domain.registrations import KEEP_AFTER_EVENT, KEEP_UNCONFIRMED, TRANSITIONS, Reason, Step, cancel_refusal
from home.enums import RegistrationState
from home.models import EventPage, EventRecord, EventRegistration
from home.models.registrations import folded
from home.refusals.events import refuse

if TYPE_CHECKING:
    from cms.accounts.models import User

BATCH = 100  # how many move up from the queue at most in one go


@transaction.atomic
def register(
    *, event: EventPage, name: str, email: str, organisation: str = "", note: str = "", now: datetime
) -> EventRegistration:
    """Note who wants to come and mail the link to confirm.

    Whoever is known already gets the link once more; nobody else learns of that. What was given back may begin anew.
    """
    if reason := event.closed_because(now):
        raise refuse(reason)
    language = active_language()
    words = {"name": name, "email": email, "organisation": organisation, "note": note, "language": language}
    registration, is_new = EventRegistration.objects.get_or_create(
        record=record_of(event), email_folded=folded(email), defaults={**words, "created_at": now}
    )
    again = {RegistrationState.PENDING.value, RegistrationState.CANCELLED.value}
    if not is_new and registration.state in again:
        EventRegistration.objects.filter(pk=registration.pk, state=registration.state).update(
            **words, state=RegistrationState.PENDING, created_at=now, confirmed_at=None
        )
        registration.refresh_from_db()
    notices.registration(registration, event)
    return registration


def record_of(event: EventPage) -> EventRecord:
    """Return the event's record, begun if need be."""
    record, _is_new = EventRecord.objects.get_or_create(
        key=event.key,
        defaults={
            "start": event.start,
            "end": event.ends,
            "where": event.where,
            "is_cancelled": event.is_cancelled,
        },
    )
    return record


@transaction.atomic
def confirm_registration(*, registration: EventRegistration, event: EventPage, now: datetime) -> RegistrationState:
    """Give a place, or a place in the queue; say which. Two at once never share the last place."""
    if reason := event.closed_because(now):
        raise refuse(reason)
    _queue_up(registration)
    if not _move(registration, Step.CONFIRM, confirmed_at=now):
        raise refuse(Reason.ALREADY_IN if registration.state != RegistrationState.CANCELLED else Reason.ALREADY_OUT)
    if not _take_place(registration.record, event.places):
        EventRegistration.objects.filter(pk=registration.pk).update(state=RegistrationState.WAITING)
    registration.refresh_from_db()
    notices.registration(registration, event)
    audit.record(action="home.registration.confirm", target=registration, actor_label="visitor", now=now)
    return RegistrationState(registration.state)


@transaction.atomic
def cancel_registration(
    *,
    registration: EventRegistration,
    event: EventPage | None,
    by: User | None = None,
    reason: str = "",
    now: datetime,
) -> None:
    """Give the place back; whoever waits longest moves up. The office says why."""
    _queue_up(registration)
    held = EventRegistration.objects.get(pk=registration.pk)
    if why := cancel_refusal(RegistrationState(held.state)):
        raise refuse(why)
    _move(held, Step.CANCEL)
    if held.state == RegistrationState.CONFIRMED:
        EventRecord.objects.filter(pk=held.record_id, taken__gt=0).update(taken=F("taken") - 1)
    registration.refresh_from_db()
    if event is not None:
        if held.state != RegistrationState.PENDING:
            notices.registration_ended(registration, event, reason=reason, by_office=by is not None)
        fill_places(event=event, now=now)
    label = "" if by else "visitor"
    audit.record(action="home.registration.cancelled", target=held, actor=by, actor_label=label, reason=reason, now=now)


@transaction.atomic
def fill_places(*, event: EventPage, now: datetime) -> int:
    """Let those who wait longest move up while there are places; return how many did."""
    if event.start <= now or event.is_cancelled:
        return 0
    record = EventRecord.objects.select_for_update().get(pk=record_of(event).pk)
    waiting = record.registrations.filter(state=RegistrationState.WAITING).order_by("confirmed_at", "pk")
    moved = 0
    for registration in waiting[:BATCH]:
        if not _take_place(record, event.places):
            break
        if not _move(registration, Step.PROMOTE):
            EventRecord.objects.filter(pk=record.pk).update(taken=F("taken") - 1)
            continue
        registration.refresh_from_db()
        notices.registration(registration, event, moved_up=True)
        moved += 1
    if moved:
        audit.record(action="home.registration.moved_up", target=event, changes={"count": (0, moved)}, now=now)
    return moved


def _queue_up(registration: EventRegistration) -> None:
    """Wait until nobody else changes the places of this event; all lock the record first, so nobody waits in a ring."""
    EventRecord.objects.select_for_update().get(pk=registration.record_id)


def _take_place(record: EventRecord, limit: int | None) -> bool:
    """Take one place by one conditional UPDATE: the database decides who gets the last one."""
    room = EventRecord.objects.filter(pk=record.pk)
    if limit is not None:
        room = room.filter(taken__lt=limit)
    return bool(room.update(taken=F("taken") + 1))


def _move(registration: EventRegistration, step: Step, **changes: datetime) -> bool:
    """Take a step by one conditional UPDATE; False when somebody was faster."""
    way = TRANSITIONS[step]
    found = EventRegistration.objects.filter(pk=registration.pk, state__in=way.sources)
    return bool(found.update(state=way.target, **changes))


def purge_registrations(now: datetime) -> int:
    """Delete what is no longer needed: 90 days after the event, unconfirmed after a week; return how many."""
    over = Q(record__end__lte=now - KEEP_AFTER_EVENT)
    unconfirmed = Q(state=RegistrationState.PENDING, created_at__lte=now - KEEP_UNCONFIRMED)
    return EventRegistration.objects.filter(over | unconfirmed).delete()[1].get("home.EventRegistration", 0)
