"""Mails about events, to those who are registered; each carries the private link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.models import Site

from cms.core import mail
from home.enums import RegistrationState
from home.models import EventPage, EventRegistration, SiteSettings


def registration(registered: EventRegistration, event: EventPage, *, moved_up: bool = False) -> None:
    """Tell how a registration stands: to be confirmed, with a place, in the queue."""
    state = RegistrationState(registered.state)
    template = "registration_confirm" if state == RegistrationState.PENDING else "registration_stands"
    more = {
        "is_waiting": state == RegistrationState.WAITING,
        "moved_up": moved_up,
        "online_url": event.online_url if state == RegistrationState.CONFIRMED else "",
    }
    _send(template, registered, event, more)


def registration_ended(registered: EventRegistration, event: EventPage, *, reason: str, by_office: bool) -> None:
    """Confirm that a place was given back, or say that the office took it back."""
    _send("registration_ended", registered, event, {"reason": reason, "by_office": by_office})


def event_changed(
    registered: EventRegistration, event: EventPage, *, changed: Sequence[str], before: Mapping[str, Any]
) -> None:
    """Tell what is different: time, place, called off."""
    more = {
        "called_off": event.is_cancelled,
        "new_time": "start" in changed or "end" in changed,
        "new_place": "where" in changed,
        "old_start": before["start"],
        "old_where": before["where"],
        "online_url": event.online_url if registered.state == RegistrationState.CONFIRMED else "",
    }
    _send("event_changed", registered, event, more)


def event_note(registered: EventRegistration, event: EventPage, *, subject: str, text: str) -> None:
    """Pass on what the office writes."""
    _send("event_note", registered, event, {"subject": subject, "text": text})


def form_arrived(address: str, *, title: str, url: str, now: datetime) -> None:
    """Tell that somebody answered a form, not what."""
    context = {"title": title, "url": url, "arrived": now}
    mail.send(template="home/mail/form_arrived", to=address, context=context, language=settings.LANGUAGE_CODE)


def _send(template: str, registered: EventRegistration, event: EventPage, more: Mapping[str, Any]) -> None:
    link = reverse("home:registration", args=[registered.token])
    context = {
        "name": registered.name,
        "title": event.title,
        "start": event.start,
        "end": event.end,
        "where": event.where,
        "is_provisional": event.is_provisional,
        "event_url": event.full_url or settings.BASE_URL,
        "ics_url": f"{settings.BASE_URL}{event.ics_url}",
        "link": f"{settings.BASE_URL}{link}",
    }
    mail.send(
        template=f"home/mail/{template}",
        to=registered.email,
        context={**context, **more},
        reply_to=_office_address(),
        language=registered.language,
    )


def _office_address() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    return SiteSettings.for_site(site).email if site else ""
