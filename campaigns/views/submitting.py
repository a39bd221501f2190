"""Handing in a photo, step by step. Every step is stored under the draft's private link; reloading repeats nothing."""

from __future__ import annotations

from datetime import datetime
from functools import partial, wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from campaigns import actions
from campaigns.domain.entries import LIVING, edit_refusal, submission_phase_refusal
from campaigns.enums import EntryState, LinkPurpose
from campaigns.forms import AuthorForm, DeclarationForm, PhotoForm, PlaceForm
from campaigns.models import Campaign, Entry
from campaigns.queries import (
    Suggestion,
    consents_of,
    drawing_of,
    entries_left,
    entry_by_link,
    far_from_town,
    nearest_town,
    suggestion_for,
)
from campaigns.refusals import MESSAGES
from campaigns.views import remembering
from campaigns.views.visiting import View, accepted, address, linked_entry, not_now, of_campaign, posted, shown
from cms.accounts.forms import CodeForm
from cms.core import clock
from cms.core.altcha import spend_or_prove
from cms.core.images import PhotoReason, PhotoRefused
from cms.core.ratelimit import spend
from cms.places.models import Municipality

STEPS = (
    gettext_lazy("Foto"),
    gettext_lazy("Ort und Titel"),
    gettext_lazy("Menschen und Rechte"),
    gettext_lazy("Über Sie"),
    gettext_lazy("Prüfen"),
)
NUMBERS = range(1, len(STEPS) + 1)
_UPLOAD_SECONDS = 300


def step(view: View) -> View:
    """A page of the form behind a private link. Once nothing may be changed any more, it leads to the entry's page."""

    @wraps(view)
    def found(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponseBase:
        entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
        refusal = edit_refusal(state=EntryState(entry.state), phase=campaign.phase(clock.now()))
        if refusal and request.method != "POST":
            messages.error(request, MESSAGES[refusal])
            return redirect("campaigns:own", campaign.slug, token)
        return view(request, entry, token)

    return never_cache(require_http_methods(["GET", "HEAD", "POST"])(of_campaign(found)))


def frame(entry: Entry, token: str, number: int, form: Any, **more: Any) -> dict[str, Any]:
    """What every step's page shows: where we are, the photo, the way back."""
    return {
        "campaign": entry.campaign,
        "entry": entry,
        "token": token,
        "form": form,
        "step": number,
        "numbers": NUMBERS,
        "stops": _stops(number),
        "is_correction": entry.state in LIVING,
        "preview_size": entry.rendition_dimensions(960),
        "photo_problem": _photo_problem(entry),
        **more,
    }


def _stops(number: int) -> list[dict[str, Any]]:
    states = ["past" if n < number else "now" if n == number else "next" for n in NUMBERS]
    return [{"title": title, "state": state} for title, state in zip(STEPS, states, strict=True)]


def _photo_problem(entry: Entry) -> str:
    return str(PhotoRefused(PhotoReason(entry.photo_problem))) if entry.photo_problem else ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def submit(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Step 1: the photo."""
    if refusal := submission_phase_refusal(campaign.phase(clock.now())):
        return not_now(request, campaign, heading=_("Foto einreichen"), reason=str(MESSAGES[refusal]))
    if request.method == "POST":
        form = PhotoForm(request.POST, request.FILES)
        if form.is_valid() and (token := _handed_in(request, campaign, form)):
            response = redirect("campaigns:place", campaign.slug, token)
            remembering.keep(response, campaign, remembering.DRAFT, token)
            return response
    else:
        form = PhotoForm()
    context = {"campaign": campaign, "form": form, "step": 1, "numbers": NUMBERS, "stops": _stops(1)}
    known = {"draft": _draft(request, campaign), "left": _left(request, campaign)}
    return shown(request, "campaigns/submit_photo.html", context | known)


def _left(request: HttpRequest, campaign: Campaign) -> int | None:
    """How many photos whoever used this browser last may still hand in; None while nobody is known."""
    code = remembering.recall(request, campaign, remembering.OWN)
    entry = Entry.objects.filter(campaign=campaign, code=code, erased_at=None).first() if code else None
    if entry is None:
        return None
    entry.campaign = campaign
    return entries_left(entry)


def _draft(request: HttpRequest, campaign: Campaign) -> dict[str, Any] | None:
    """The draft this browser began, for „weiter mit diesem Foto“."""
    token = remembering.recall(request, campaign, remembering.DRAFT)
    try:
        entry = entry_by_link(campaign, token or "", LinkPurpose.AUTHOR)
    except Http404:
        return None
    is_open = entry.state in {EntryState.DRAFT, EntryState.UNCONFIRMED}
    return {"entry": entry, "token": token, "size": entry.rendition_dimensions(480)} if is_open else None


def _handed_in(request: HttpRequest, campaign: Campaign, form: PhotoForm) -> str | None:
    """Start a draft and return its token; the same form sent twice gives the same draft."""
    once = f"campaigns:upload:{form.cleaned_data['once']}" if form.cleaned_data["once"] else ""
    if once and (token := cache.get(once)):
        return str(token)
    begun: list[str] = []
    if not accepted(form, lambda: begun.append(_start(request, campaign, form, timezone.now()))):
        return None
    if once:
        cache.set(once, begun[0], _UPLOAD_SECONDS)
    return begun[0]


def _start(request: HttpRequest, campaign: Campaign, form: PhotoForm, now: datetime) -> str:
    spend("photo.upload", request=request)
    return actions.start_entry(campaign=campaign, photo=form.cleaned_data["photo"], now=now).token


@step
def place(request: HttpRequest, entry: Entry, token: str) -> HttpResponse:
    """Step 2: where it is, what it shows, why it matters."""
    suggestion = suggestion_for(entry)
    form = PlaceForm(posted(request), entry=entry, suggestion=suggestion, town=_offered_town(entry, suggestion))
    if form.is_valid():
        described = partial(actions.describe_entry, entry=entry, now=timezone.now(), **form.words())
        if accepted(form, described):
            return redirect(_after(entry, token, "declaration"))
    response = shown(request, "campaigns/submit_place.html", frame(entry, token, 2, form, drawing=drawing_of(entry)))
    response["Permissions-Policy"] = settings.PERMISSIONS_POLICY.replace("geolocation=()", "geolocation=(self)")
    return response


def _offered_town(entry: Entry, suggestion: Suggestion | None) -> Municipality | None:
    """The town that the camera's position points to, unless the author has already named it."""
    if suggestion is None or suggestion.latitude is None or suggestion.longitude is None:
        return None
    town = nearest_town(entry.campaign, suggestion.latitude, suggestion.longitude)
    return None if town == entry.municipality else town


def _after(entry: Entry, token: str, name: str) -> str:
    """The next step, or, for somebody who corrects, the entry's own page."""
    return address("own" if entry.state in LIVING else name, entry.campaign, token)


@step
def declaration(request: HttpRequest, entry: Entry, token: str) -> HttpResponse:
    """Step 3: people, age, rights, consents."""
    form = DeclarationForm(posted(request), entry=entry)
    if form.is_valid() and accepted(form, lambda: actions.declare(entry=entry, now=timezone.now(), **form.answers())):
        return redirect(_after(entry, token, "author"))
    return shown(request, "campaigns/submit_declaration.html", frame(entry, token, 3, form))


@step
def author(request: HttpRequest, entry: Entry, token: str) -> HttpResponse:
    """Step 4: name and address. They stay in the browser until the code is asked for."""
    if entry.state in LIVING:
        return redirect("campaigns:own", entry.campaign.slug, token)
    form = AuthorForm(posted(request), initial=_author_of(request, entry))
    if form.is_valid():
        response = redirect("campaigns:check", entry.campaign.slug, token)
        remembering.keep(response, entry.campaign, remembering.AUTHOR, form.cleaned_data)
        return response
    return shown(request, "campaigns/submit_author.html", frame(entry, token, 4, form))


def _author_of(request: HttpRequest, entry: Entry) -> dict[str, str]:
    """What was typed in step 4, or what the draft already knows."""
    kept = remembering.recall(request, entry.campaign, remembering.AUTHOR)
    return kept or {"email": entry.author_email, "name": entry.author_name}


@step
def check(request: HttpRequest, entry: Entry, token: str) -> HttpResponse:
    """Step 5: everything at one glance; the button sends the code."""
    if entry.state in LIVING:
        return redirect("campaigns:own", entry.campaign.slug, token)
    given = _author_of(request, entry)
    if not given["email"]:
        return redirect("campaigns:author", entry.campaign.slug, token)
    form = AuthorForm(given)
    if request.method == "POST" and form.is_valid() and accepted(form, lambda: _send_code(request, entry, form)):
        return redirect("campaigns:confirm", entry.campaign.slug, token)
    known = {"author": given, "consents": consents_of(entry).values(), "far_km": far_from_town(entry)}
    return shown(request, "campaigns/submit_check.html", frame(entry, token, 5, form, **known))


def _send_code(request: HttpRequest, entry: Entry, form: AuthorForm) -> None:
    email = form.cleaned_data["email"]
    spend_or_prove("mail.code", request=request, key=email.lower())
    actions.send_confirmation_code(entry=entry, name=form.cleaned_data["name"], email=email, now=timezone.now())


@step
def confirm(request: HttpRequest, entry: Entry, token: str) -> HttpResponse:
    """The code from the mail hands the entry in. Sent twice, the second answer is the same as the first."""
    if entry.state == EntryState.DRAFT:
        return redirect("campaigns:check", entry.campaign.slug, token)
    form = CodeForm(posted(request))
    if entry.state == EntryState.UNCONFIRMED and form.is_valid():
        accepted(form, lambda: _confirm(request, entry, form))
        entry.refresh_from_db()
    if entry.state != EntryState.UNCONFIRMED:
        response = redirect("campaigns:thanks", entry.campaign.slug, token)
        remembering.forget(response, entry.campaign, remembering.DRAFT, remembering.AUTHOR)
        remembering.keep(response, entry.campaign, remembering.OWN, entry.code)
        return response
    return shown(request, "campaigns/submit_code.html", frame(entry, token, 5, form))


def _confirm(request: HttpRequest, entry: Entry, form: CodeForm) -> None:
    spend("code.try", request=request, key=entry.code)
    actions.confirm_entry(entry=entry, code=form.cleaned_data["code"], now=timezone.now())


@never_cache
@of_campaign
def thanks(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """Handed in: what happens next, and the private link to keep."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    if entry.state in {EntryState.DRAFT, EntryState.UNCONFIRMED}:
        return redirect("campaigns:own", campaign.slug, token)
    link = request.build_absolute_uri(address("own", campaign, token))
    context = {"campaign": campaign, "entry": entry, "link": link, "left": entries_left(entry)}
    return render(request, "campaigns/submit_thanks.html", context)
