"""Registering for an event, the private page of a registration, calendar files and feeds."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.core import clock
from cms.core.altcha import spend_or_prove
from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from home.actions.registrations import cancel_registration, confirm_registration, register
from home.domain.registrations import cancel_refusal
from home.enums import RegistrationState
from home.exports.events import FEED_KINDS, calendar_file, event_json
from home.forms.events import RegistrationForm
from home.models import EventPage, EventRegistration
from home.models.registrations import folded
from home.queries.events import event_by_key, events_for_feed, places_of
from home.refusals.events import MESSAGES

ICS_TYPE = "text/calendar; charset=utf-8"
feed_headers = cache_control(public=True, max_age=900)


def _event(key: UUID) -> EventPage:
    """The published event of this key; an event that is not public is nobody's."""
    event = event_by_key(key)
    if event is None:
        raise Http404
    return event


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, key: UUID) -> HttpResponse:
    """„Anmelden“: the form; the answer is the same whether or not somebody is registered already."""
    event = _event(key)
    form = RegistrationForm(request.POST or None)
    closed = event.closed_because(clock.now())
    if request.method == "POST" and form.is_valid():
        try:
            if not form.cleaned_data.pop("website"):
                spend_or_prove("mail.code", request=request, key=folded(form.cleaned_data["email"]))
                register(event=event, now=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("home:registration_sent", key)
    context = {"event": event, "form": form, "closed": MESSAGES.get(closed) if closed else "", **places_of(event)}
    return render(request, "home/registration_form.html", context, status=422 if form.errors else 200)


@require_safe
def registration_sent(request: HttpRequest, key: UUID) -> HttpResponse:
    """„Bitte sehen Sie in Ihr Postfach“."""
    return render(request, "home/registration_sent.html", {"event": _event(key)})


def _registration(request: HttpRequest, token: str) -> EventRegistration:
    """Whoever holds the link; guessing is slowed down."""
    spend("private.link", request=request)
    key = EventRegistration.key_of(token)
    found = EventRegistration.objects.filter(key=key).select_related("record").first() if key else None
    if found is None or found.record.page is None:
        raise Http404
    return found


@never_cache
@require_safe
def registration(request: HttpRequest, token: str) -> HttpResponse:
    """How a registration stands; looking at it changes nothing."""
    found = _registration(request, token)
    event = found.record.page
    closed = event.closed_because(clock.now()) if found.state == RegistrationState.PENDING else None
    context = {
        "registration": found,
        "event": event,
        "token": token,
        "closed": MESSAGES[closed] if closed else "",
        "may_cancel": cancel_refusal(RegistrationState(found.state)) is None and event.ends > clock.now(),
        "may_confirm": found.state == RegistrationState.PENDING and not closed,
    }
    return render(request, "home/registration.html", context)


@never_cache
@require_POST
def registration_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """„Anmeldung bestätigen“; doing it twice changes nothing, the page says how it stands."""
    found = _registration(request, token)
    try:
        confirm_registration(registration=found, event=found.record.page, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("home:registration", token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registration_cancel(request: HttpRequest, token: str) -> HttpResponse:
    """„Absagen“: asked once more, then done."""
    found = _registration(request, token)
    if request.method == "POST":
        try:
            cancel_registration(registration=found, event=found.record.page, now=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("home:registration", token)
    if cancel_refusal(RegistrationState(found.state)):
        return redirect("home:registration", token)
    return render(
        request, "home/registration_cancel.html", {"registration": found, "event": found.record.page, "token": token}
    )


@feed_headers
@require_safe
def event_ics(request: HttpRequest, key: UUID) -> HttpResponse:
    """One event for a calendar."""
    event = _event(key)
    answer = HttpResponse(calendar_file([event], now=timezone.now()), content_type=ICS_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{event.slug[:60]}.ics"'
    return answer


@feed_headers
@require_safe
def feed_ics(request: HttpRequest, kind: str = "") -> HttpResponse:
    """All events, or those of one kind or working group (?gruppe=), to subscribe to."""
    events = events_for_feed(
        timezone.now(), kind=_kind(kind), group=request.GET.get("gruppe", ""), language=translation.get_language()
    )
    title = _("Termine: Innenstädte mit Zukunft")
    return HttpResponse(calendar_file(events, now=timezone.now(), title=title), content_type=ICS_TYPE)


@feed_headers
@require_safe
def feed_json(request: HttpRequest) -> HttpResponse:
    """All events as data."""
    events = events_for_feed(
        timezone.now(), kind=_kind(request.GET.get("art", "")), language=translation.get_language()
    )
    answer = JsonResponse(
        {"events": [event_json(event) for event in events]}, json_dumps_params={"ensure_ascii": False}
    )
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _kind(word: str) -> str:
    if word and word not in FEED_KINDS:
        raise Http404
    return FEED_KINDS[word].value if word else ""
