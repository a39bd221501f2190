"""Which events lie ahead, which are over, and the calendar of a month or a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import get_language

from home.domain.calendar import Month, asked_month, asked_year, is_year, month_of, shifted, spread, year_of
from home.domain.dates import DateRow
from home.domain.registrations import places_left
from home.enums import EventKind, RegistrationState
from home.models import EventIndexPage, EventPage, EventRecord, EventRegistration
from home.models.events import EventQuerySet
from home.queries.languages import foreign

if TYPE_CHECKING:
    from home.models import GroupPage

PER_PAGE = 20
VIEWS = ("liste", "monat", "jahr", "vergangen")
FEED_BACK = timedelta(days=365)  # a subscribed calendar keeps what happened within a year


def published() -> EventQuerySet:
    """Return the events that everybody may see, in all languages."""
    return EventPage.objects.live().public().select_related("municipality", "locale").light()


def spoken(found: EventQuerySet, language: str) -> EventQuerySet:
    """Return each event once: in this language, or in German where nobody has translated it."""
    if language == settings.LANGUAGE_CODE:
        return found.filter(locale__language_code=language)
    own = EventPage.objects.live().filter(translation_key=OuterRef("translation_key"), locale__language_code=language)
    german = Q(locale__language_code=settings.LANGUAGE_CODE) & ~Exists(own)
    return found.filter(Q(locale__language_code=language) | german)


def next_events(
    limit: int, *, now: datetime, kind: str = "", group: GroupPage | None = None, language: str = ""
) -> list[EventPage]:
    """Return what comes next in the active language, soonest first; what is called off is left out."""
    found = spoken(published().ahead(now).filter(is_cancelled=False), language or get_language() or "")
    if kind:
        found = found.filter(kind=kind)
    if group is not None:
        found = found.filter(group__translation_key=group.translation_key)
    return list(found[:limit])


def next_dates(limit: int, *, now: datetime, kind: str = "") -> list[DateRow]:
    """Return the next events as rows of the departure board."""
    return [
        DateRow(
            start=event.start,
            title=event.title,
            kind=event.kind,
            place=event.where,
            note=event.audience,
            url=event.url or "",
            is_provisional=event.is_provisional,
            foreign=foreign(event),
        )
        for event in next_events(limit, now=now, kind=kind)
    ]


def events_of_group(group: GroupPage, *, now: datetime, past: int = 5) -> dict[str, list[EventPage]]:
    """Return the sessions of a working group: {"ahead": soonest first, "past": latest first}; two queries.

    A group is the same in every language: what is written in German only stands on its English page too.
    """
    found = published().filter(group__translation_key=group.translation_key)
    return {"ahead": list(found.ahead(now)), "past": list(found.past(now)[:past])}


def event_by_key(key: UUID) -> EventPage | None:
    """Return the published event of this key, in the active language if there is one."""
    found = list(published().filter(translation_key=key).select_related("locale"))
    wanted = get_language()
    return min(found, key=lambda page: (page.locale.language_code != wanted, page.pk), default=None)


def places_of(event: EventPage) -> dict[str, int | None]:
    """Return {"left": free places, None without a limit; "waiting": how many wait}; two queries with a limit."""
    if event.places is None:
        return {"left": None, "waiting": 0}
    taken = EventRecord.objects.filter(key=event.key).values_list("taken", flat=True).first() or 0
    waiting = EventRegistration.objects.filter(record__key=event.key, state=RegistrationState.WAITING).count()
    return {"left": places_left(limit=event.places, taken=taken), "waiting": waiting}


def events_for_feed(now: datetime, *, kind: str = "", group: str = "", language: str) -> list[EventPage]:
    """Return what a subscribed calendar shows: the past year and everything ahead, oldest first."""
    found = spoken(published(), language).filter(start__gte=now - FEED_BACK).order_by("start", "pk")
    if kind:
        found = found.filter(kind=kind)
    if group:
        found = found.filter(group__slug=group)
    return list(found)


@dataclass(frozen=True)
class Kind:
    """One filter of the calendar: where it leads and whether it is in force."""

    value: str
    label: str
    query: str
    is_current: bool


@dataclass(frozen=True)
class Look:
    """One showing of the calendar page."""

    view: str
    kind: str
    kinds: list[Kind]
    query: str = ""
    rows: ListPage[EventPage] | None = None
    months: list[Month[EventPage]] = field(default_factory=list)
    events: list[EventPage] = field(default_factory=list)
    first: date | None = None
    before: date | None = None
    after: date | None = None
    today: date | None = None

    @property
    def numbers(self) -> list[int | str]:
        """Return the page numbers to show below a list."""
        return list(self.rows.paginator.get_elided_page_range(self.rows.number)) if self.rows else []


def look_at(page: EventIndexPage, asked: Mapping[str, str], now: datetime) -> Look:
    """Return what the calendar page shows for this query: list, past, month or year; at most four queries."""
    view = asked.get("ansicht", "")
    view = view if view in VIEWS else "liste"
    kind = asked.get("art", "")
    kind = kind if kind in EventKind.values else ""
    found = spoken(published().select_related("survey"), page.locale.language_code)
    if kind:
        found = found.filter(kind=kind)
    today = timezone.localdate(now)
    if view == "jahr":
        return _year(found, view, kind, asked_year(asked.get("jahr", ""), today), today)
    if view == "monat":
        return _month(found, view, kind, asked_month(asked.get("monat", ""), today), today)
    rows = found.past(now) if view == "vergangen" else found.ahead(now)
    query = _query(view, kind)
    return Look(
        view, kind, _kinds(view, kind), query, Paginator(rows, PER_PAGE).get_page(asked.get("seite")), today=today
    )


def _month(found: EventQuerySet, view: str, kind: str, first: date, today: date) -> Look:
    after = shifted(first, 1)
    events = list(found.between(_midnight(first), _midnight(after)))
    months = [month_of(first.year, first.month, _by_day(events))]
    query = _query(view, kind, monat=f"{first:%Y-%m}")
    kinds = _kinds(view, kind, monat=f"{first:%Y-%m}")
    before = shifted(first, -1)
    return Look(
        view, kind, kinds, query, months=months, events=events, first=first,
        before=before if is_year(before.year) else None, after=after if is_year(after.year) else None, today=today,
    )  # fmt: skip


def _year(found: EventQuerySet, view: str, kind: str, year: int, today: date) -> Look:
    first, after, before = date(year, 1, 1), date(year + 1, 1, 1), date(year - 1, 1, 1)
    events = list(found.between(_midnight(first), _midnight(after)))
    return Look(
        view, kind, _kinds(view, kind, jahr=str(year)), _query(view, kind, jahr=str(year)),
        months=year_of(year, _by_day(events)), events=events, first=first,
        before=before if is_year(before.year) else None, after=after if is_year(after.year) else None, today=today,
    )  # fmt: skip


def _by_day(events: list[EventPage]) -> dict[date, list[EventPage]]:
    return spread((event, event.first_day, event.last_day) for event in events)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _kinds(view: str, current: str, **more: str) -> list[Kind]:
    return [
        Kind(value, str(label), _query(view, value, **more), value == current)
        for value, label in [("", ""), *EventKind.choices]
    ]


def _query(view: str, kind: str, **more: str) -> str:
    """Return the query of an address, without what is usual anyway."""
    parts = {"ansicht": view if view != "liste" else "", "art": kind, **more}
    return urlencode({name: value for name, value in parts.items() if value})
