"""In the admin: who comes to an event, as a list, as a workbook, by mail."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from cms.core.spreadsheets import xlsx_response
from home.actions.events import write_to_registered
from home.actions.registrations import cancel_registration
from home.enums import RegistrationState
from home.forms.events import RegisteredMailForm, TakeBackForm, states_of
from home.models import EventPage, EventRegistration
from home.queries.registrations import HEADER, events_with_registrations, sheet_rows, states_counted

office = staff_role_required(Role.OFFICE)
PER_PAGE = 50


def _event(key: UUID) -> EventPage:
    page = EventPage.objects.filter(translation_key=key, alias_of=None).order_by("-live", "pk").first()
    if page is None:
        raise Http404
    return page


@office
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """All events that take registrations, the next one first."""
    page = Paginator(events_with_registrations(timezone.now()), PER_PAGE).get_page(request.GET.get("seite"))
    return render(request, "home/admin/registered_events.html", {"page": page})


@office
@require_safe
def registrations(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everybody who registered for one event, by state."""
    event = _event(key)
    found = EventRegistration.objects.filter(record__key=key)
    state = request.GET.get("stand", "")
    shown = found.filter(state=state) if state in RegistrationState.values else found
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("seite"))
    context = {"event": event, "page": page, "state": state, "states": states_counted(key), "now": timezone.now()}
    return render(request, "home/admin/registrations.html", context)


@office
@require_safe
def sheet(request: HttpRequest, key: UUID) -> HttpResponseBase:
    """The list as a workbook, to print or to tick."""
    event = _event(key)
    header = [str(word) for word in HEADER]
    return xlsx_response(f"anmeldungen-{event.slug[:60]}.xlsx", header, sheet_rows(key), title=_("Anmeldungen"))


@office
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, key: UUID) -> HttpResponse:
    """A mail to everybody who is registered."""
    event = _event(key)
    form = RegisteredMailForm(request.POST or None, initial=_suggested(request, event))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            count = write_to_registered(
                event=event, states=states_of(form), subject=data["subject"], text=data["text"],
                by=request.user, now=timezone.now(),
            )  # fmt: skip
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            told = ngettext("Eine Mail ist unterwegs.", "%(n)d Mails sind unterwegs.", count)
            messages.success(request, told % {"n": count})
            return redirect("home_event_registrations", key)
    counts = states_counted(key)
    return render(request, "home/admin/registered_mail.html", {"event": event, "form": form, "states": counts})


def _suggested(request: HttpRequest, event: EventPage) -> dict[str, object]:
    """What the form begins with: everybody with a place; after the meeting the way to the survey."""
    begun: dict[str, object] = {"states": [RegistrationState.CONFIRMED.value]}
    if "umfrage" in request.GET and event.survey is not None and event.survey.live:
        begun["subject"] = _("Wie war es? Ihre Rückmeldung")
        words = _("Danke, dass Sie dabei waren. Zwei Minuten Ihrer Zeit helfen uns für das nächste Mal: {url}")
        begun["text"] = words.format(url=event.survey.full_url)
    return begun


@office
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, key: UUID, who: UUID) -> HttpResponse:
    """The office takes one registration back; the person gets a mail with the reason."""
    found = get_object_or_404(EventRegistration, record__key=key, key=who)
    event = _event(key)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            cancel_registration(registration=found, event=event, by=request.user, reason=reason, now=timezone.now())
            messages.success(request, _("Die Anmeldung ist zurückgenommen."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("home_event_registrations", key)
    context = {"event": event, "registration": found, "form": form}
    return render(request, "home/admin/registration_take_back.html", context)
