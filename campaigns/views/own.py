"""The author's private page: how it stands, correct, withdraw. The guardian's page beside it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import actions
from campaigns.domain.entries import LIVING, TRANSITIONS, Step, edit_refusal
from campaigns.domain.guardians import ends_at
from campaigns.enums import EntryState, LinkPurpose, Phase, PhotoState
from campaigns.forms import GuardianForm
from campaigns.models import Campaign, Entry
from campaigns.queries import consents_of, current_consent_texts, entries_left, put_back_held, timeline_of
from campaigns.views.visiting import accepted, linked_entry, of_campaign, posted, shown
from cms.core import clock
from cms.core.files import serve_private
from cms.core.refusals import Refused


@never_cache
@require_safe
@of_campaign
def own(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """How the entry stands and what its author can do about it."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    may_edit = edit_refusal(state=EntryState(entry.state), phase=campaign.phase(clock.now())) is None
    put_back_held(entry)
    context = {
        "campaign": campaign,
        "entry": entry,
        "token": token,
        "tasks": _tasks(entry),
        "is_open": entry.state in {EntryState.DRAFT, EntryState.UNCONFIRMED},
        "is_living": entry.state in LIVING,
        "may_edit": may_edit,
        "may_withdraw": entry.state in TRANSITIONS[Step.WITHDRAW].sources,
        "waits_for_guardian": entry.is_minor and entry.guardian_confirmed_at is None,
        "preview_size": entry.rendition_dimensions(960),
        "left": entries_left(entry) if campaign.phase(clock.now()) == Phase.SUBMISSION else None,
    }
    return render(request, "campaigns/own.html", context | _told(entry))


def _told(entry: Entry) -> dict[str, object]:
    """What is on record: the way so far, and every consent with its words."""
    given, texts = consents_of(entry), current_consent_texts(entry.campaign)
    voluntary = [(text, given.get(kind)) for kind, text in texts.items() if not text.is_required]
    may_add = not (entry.is_minor and entry.state == EntryState.APPROVED)  # nobody waits for the guardian any more
    return {"stops": timeline_of(entry), "consents": given.values(), "voluntary": voluntary, "may_add": may_add}


def _tasks(entry: Entry) -> list[tuple[str, str, bool]]:
    """The steps that are left, as (address name, title, done)."""
    has_place = bool(entry.municipality_id and entry.title and entry.description)
    has_answers = bool(entry.people and entry.age and entry.owns_rights)
    tasks = [
        ("replace", _("Foto ersetzen"), entry.photo_state != PhotoState.REFUSED),
        ("place", _("Ort und Titel"), has_place),
        ("declaration", _("Menschen und Rechte"), has_answers),
        ("author", _("Über Sie"), bool(entry.author_email)),
        ("check", _("Prüfen und einreichen"), False),
    ]
    return tasks if entry.state not in LIVING else tasks[:3]


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
    form, seen = GuardianForm(posted(request)), _what_a_guardian_sees(entry)
    if is_waiting and form.is_valid() and request.POST.get("seen", seen) != seen:
        form.add_error(None, _("Der Beitrag wurde inzwischen geändert. Bitte sehen Sie ihn sich noch einmal an."))
    if is_waiting and form.is_valid() and accepted(form, lambda: _agree(entry, form)):
        return redirect("campaigns:guardian", campaign.slug, token)
    context = {"campaign": campaign, "entry": entry, "token": token, "form": form if is_waiting else None}
    context |= {"consents": consents_of(entry).values(), "seen": seen}
    context["until"] = ends_at(entry.guardian_asked_at) if entry.guardian_asked_at else None
    size = entry.rendition_dimensions(960)
    return shown(request, "campaigns/guardian.html", {**context, "is_waiting": is_waiting, "preview_size": size})


def _what_a_guardian_sees(entry: Entry) -> str:
    """The photo and the words that are agreed to; nobody agrees to what came after the page was opened."""
    texts = sorted(consent.text_id for consent in consents_of(entry).values())
    return ".".join([entry.sha256[:12], *map(str, texts)])


def _agree(entry: Entry, form: GuardianForm) -> None:
    actions.confirm_guardian(entry=entry, name=form.cleaned_data["name"], now=timezone.now())
