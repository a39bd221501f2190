"""The author's private page: how it stands, correct, withdraw, take one's data along. The guardian's page beside it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import actions
from campaigns.domain.entries import LIVING, TRANSITIONS, Step, edit_refusal
from campaigns.enums import EntryState, LinkPurpose, PhotoState
from campaigns.forms import GuardianForm
from campaigns.models import Campaign, Entry
from campaigns.queries import consents_of
from campaigns.views.visiting import accepted, linked_entry, of_campaign, posted, shown
from cms.core.files import serve_private
from cms.core.refusals import Refused

_TOLD = (
    "code", "state", "title", "place", "reason", "description", "people", "is_drone", "age", "owns_rights",
    "author_name", "author_email", "guardian_email", "guardian_name", "created_at", "confirmed_at", "submitted_at",
    "decided_at", "guardian_confirmed_at", "taken_at", "latitude", "longitude", "width", "height",
)  # fmt: skip


@never_cache
@require_safe
@of_campaign
def own(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """How the entry stands and what its author can do about it."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    context = {
        "campaign": campaign,
        "entry": entry,
        "token": token,
        "tasks": _tasks(entry),
        "is_open": entry.state in {EntryState.DRAFT, EntryState.UNCONFIRMED},
        "is_living": entry.state in LIVING,
        "may_edit": edit_refusal(state=EntryState(entry.state), phase=campaign.phase(timezone.now())) is None,
        "may_withdraw": entry.state in TRANSITIONS[Step.WITHDRAW].sources,
        "waits_for_guardian": entry.is_minor and entry.guardian_confirmed_at is None,
        "preview_size": entry.rendition_dimensions(960),
        "consents": consents_of(entry).values(),
    }
    return render(request, "campaigns/own.html", context)


def _tasks(entry: Entry) -> list[tuple[str, str, bool]]:
    """The steps that are left, as (address name, title, done)."""
    has_place = bool(entry.municipality_id and entry.title and entry.description)
    has_answers = bool(entry.people and entry.age and entry.owns_rights)
    tasks = [
        ("place", _("Ort und Titel"), has_place),
        ("declaration", _("Menschen und Rechte"), has_answers),
        ("author", _("Über Sie"), bool(entry.author_email)),
        ("check", _("Prüfen und einreichen"), False),
    ]
    return tasks if entry.state not in LIVING else tasks[:2]


@require_POST
@of_campaign
def resubmit(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """Hand the corrected entry back."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    try:
        actions.resubmit_entry(entry=entry, now=timezone.now())
        messages.success(request, _("Danke. Ihr Beitrag liegt wieder bei der Moderation."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("campaigns:own", campaign.slug, token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def withdraw(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """Ask once, then take the entry back."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    if request.method == "POST":
        try:
            actions.withdraw_entry(entry=entry, now=timezone.now())
            messages.success(request, _("Ihr Beitrag ist zurückgezogen."))
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("campaigns:own", campaign.slug, token)
    if entry.state not in TRANSITIONS[Step.WITHDRAW].sources:
        return redirect("campaigns:own", campaign.slug, token)
    return render(request, "campaigns/own_withdraw.html", {"campaign": campaign, "entry": entry, "token": token})


@never_cache
@require_safe
@of_campaign
def data(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """Everything stored about the entry that its author gave, as JSON to keep."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    told: dict[str, Any] = {"campaign": campaign.title, **{name: getattr(entry, name) for name in _TOLD}}
    told["municipality"] = entry.municipality.label if entry.municipality else ""
    consents = entry.consents.select_related("text").order_by("given_at")
    told["consents"] = [
        {
            "kind": consent.text.kind,
            "version": consent.text.version,
            "text": consent.text.text,
            "given_at": consent.given_at,
            "revoked_at": consent.revoked_at,
        }
        for consent in consents
    ]
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{entry.code}.json"'
    return answer


@require_safe
@of_campaign
def photo(request: HttpRequest, campaign: Campaign, token: str, purpose: LinkPurpose) -> HttpResponseBase:
    """The private preview, for whoever holds the link."""
    entry = linked_entry(request, campaign, token, purpose)
    if entry.photo_state != PhotoState.READY:
        raise Http404
    name = entry.private_rendition(960, "jpg")
    return serve_private(name, filename=f"{entry.code}.jpg", content_type="image/jpeg", inline=True)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def guardian(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """A guardian sees what it is about and agrees. Opening the link agrees to nothing."""
    entry = linked_entry(request, campaign, token, LinkPurpose.GUARDIAN)
    is_waiting = entry.state in LIVING and entry.is_minor and entry.guardian_confirmed_at is None
    form = GuardianForm(posted(request))
    if is_waiting and form.is_valid() and accepted(form, lambda: _agree(entry, form)):
        return redirect("campaigns:guardian", campaign.slug, token)
    context = {"campaign": campaign, "entry": entry, "token": token, "form": form if is_waiting else None}
    size = entry.rendition_dimensions(960)
    return shown(request, "campaigns/guardian.html", {**context, "is_waiting": is_waiting, "preview_size": size})


def _agree(entry: Entry, form: GuardianForm) -> None:
    actions.confirm_guardian(entry=entry, name=form.cleaned_data["name"], now=timezone.now())
