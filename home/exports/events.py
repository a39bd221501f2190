"""Events for other programs: iCalendar (RFC 5545), JSON, schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from home.enums import EventKind
from home.models import EventPage, EventRecord

BERLIN = ZoneInfo("Europe/Berlin")
PRODUCT = "-//Stadtblick//Termine//DE"
REFRESH = timedelta(hours=6)
# how a kind is called in the address of its calendar
FEED_KINDS = {
    "buendnis": EventKind.ALLIANCE,
    "arbeitsgruppen": EventKind.GROUP,
    "vor-ort": EventKind.ON_SITE,
    "weitere": EventKind.OTHER,
}


def calendar_file(events: Iterable[EventPage], *, now: datetime, title: str = "") -> bytes:
    """Return an iCalendar file with the time zone it uses; identifiers stay the same when an event changes."""
    found = list(events)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if title:
        calendar.add("x-wr-calname", title)
        calendar.add("name", title)
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", REFRESH)
    sequences = _sequences(found)
    for event in found:
        calendar.add_component(_entry(event, sequences.get(event.key, 0), now))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _sequences(events: Iterable[EventPage]) -> dict[Any, int]:
    keys = [event.key for event in events]
    return dict(EventRecord.objects.filter(key__in=keys).values_list("key", "sequence"))


def _entry(event: EventPage, sequence: int, now: datetime) -> Event:
    changed = event.last_published_at or event.first_published_at or now
    entry = Event()
    entry.add("uid", str(event.key))
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("sequence", sequence)
    entry.add("dtstart", event.start.astimezone(BERLIN))
    entry.add("dtend", event.ends.astimezone(BERLIN))
    entry.add("summary", _("{title} (voraussichtlich)").format(title=event.title) if _is_open(event) else event.title)
    entry.add("status", _status(event))
    entry.add("description", f"{event.teaser}\n\n{event.full_url or ''}".strip())
    entry.add("categories", [str(event.get_kind_display())])
    if event.where:
        entry.add("location", event.where)
    if town := event.municipality:
        entry.add("geo", (town.latitude, town.longitude))
    if event.full_url:
        entry.add("url", event.full_url)
    return entry


def _is_open(event: EventPage) -> bool:
    return event.is_provisional and not event.is_cancelled


def _status(event: EventPage) -> str:
    if event.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if event.is_provisional else "CONFIRMED"


def event_json(event: EventPage) -> dict[str, Any]:
    """Return one event of the public JSON feed."""
    return {
        "id": str(event.key),
        "title": event.title,
        "summary": event.teaser,
        "kind": event.kind,
        "start": _iso(event.start),
        "end": _iso(event.ends),
        "status": _status(event).lower(),
        "place": event.place,
        "municipality": {"ags": event.municipality_id, "name": event.municipality.name} if event.municipality else None,
        "online": event.is_online,
        "audience": event.audience,
        "registration": event.takes_registrations,
        "url": event.full_url,
        "ics": f"{settings.BASE_URL}{event.ics_url}",
        "changed": _iso(event.last_published_at) if event.last_published_at else None,
    }


def event_schema(event: EventPage, organiser: str) -> dict[str, Any]:
    """Return the event in the words of schema.org."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "description": event.teaser,
        "startDate": _iso(event.start),
        "endDate": _iso(event.ends),
        "eventStatus": f"https://schema.org/{'EventCancelled' if event.is_cancelled else 'EventScheduled'}",
        "eventAttendanceMode": f"https://schema.org/{_attendance(event)}",
        "url": event.full_url,
        "inLanguage": event.locale.language_code,
        "organizer": {"@type": "Organization", "name": organiser, "url": settings.BASE_URL},
        "location": _locations(event),
    }
    return found


def _attendance(event: EventPage) -> str:
    on_the_spot = bool(event.place or event.municipality_id)
    if event.is_online:
        return "MixedEventAttendanceMode" if on_the_spot else "OnlineEventAttendanceMode"
    return "OfflineEventAttendanceMode"


def _locations(event: EventPage) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if event.place or event.municipality:
        town = event.municipality
        spot: dict[str, Any] = {"@type": "Place", "name": event.place or (town.name if town else "")}
        if town:
            spot["address"] = {"@type": "PostalAddress", "addressLocality": town.name, "addressCountry": "DE"}
        found.append(spot)
    if event.is_online:
        found.append({"@type": "VirtualLocation", "url": event.full_url})
    return found


def _iso(moment: datetime) -> str:
    return moment.astimezone(BERLIN).isoformat()
