"""Dates on pages: {% load events %}."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cms.core import clock
from home.domain.registrations import Reason
from home.exports.events import FEED_KINDS, event_schema
from home.models import EventIndexPage, EventPage, FormPage
from home.queries import events as queries
from home.refusals.events import MESSAGES

register = template.Library()
# what ends a script element or begins a comment within it
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def look_at(context: dict[str, Any], page: EventIndexPage) -> queries.Look:
    """{% look_at page as look %}: what the calendar shows for the query of this request."""
    return queries.look_at(page, context["request"].GET, clock.now())


@register.simple_tag
def way_in(event: EventPage) -> dict[str, Any]:
    """{% way_in event as way %}: {"is_open", "why" it is closed, "left" places, "waiting", "is_over"}."""
    now = clock.now()
    closed = event.closed_because(now)
    places = queries.places_of(event) if event.takes_registrations else {"left": None, "waiting": 0}
    why = MESSAGES[closed] if closed == Reason.CLOSED else ""
    return {"is_open": closed is None, "why": why, "is_over": event.ends <= now, **places}


@register.simple_tag
def survey_of(event: EventPage) -> FormPage | None:
    """{% survey_of event as survey %}: the form for feedback, once the event is over and while it is open."""
    now = clock.now()
    survey = event.survey if event.survey_id and event.ends <= now else None
    return survey if survey is not None and survey.live and survey.is_open(now) else None


@register.simple_tag
def event_data(event: EventPage) -> SafeString:
    """The event for search engines, as a block of data that no browser runs."""
    text = json.dumps(event_schema(event, settings.SITE_NAME), ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag
def calendar_feeds() -> list[dict[str, str]]:
    """{% calendar_feeds as feeds %}: what can be subscribed to, everything first: {"label", "url", "subscribe"}."""
    ways = [("", reverse("home:events_ics"))]
    ways += [(str(kind.label), reverse("home:events_kind_ics", args=[word])) for word, kind in FEED_KINDS.items()]
    host = settings.BASE_URL.partition("://")[2]
    return [
        {"label": label, "url": f"{settings.BASE_URL}{path}", "subscribe": f"webcal://{host}{path}"}
        for label, path in ways
    ]
