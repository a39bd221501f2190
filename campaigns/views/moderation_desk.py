"""What all pages of the moderators' desk share: who may come in, filters in the address, keys and the pause."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from campaigns import actions, permissions, queries
from campaigns.domain.undo import PAUSES, release_at
from campaigns.enums import EntryFlag, EntryState
from campaigns.models import Campaign, Entry, HeldDecision
from campaigns.queries import DeskFilters
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.refusals import Refused

SHOWN = (
    EntryState.SUBMITTED,
    EntryState.CHANGES_REQUESTED,
    EntryState.APPROVED,
    EntryState.REJECTED,
    EntryState.TAKEN_DOWN,
    EntryState.WITHDRAWN,
)
FLAGS = {queries.UNFLAGGED, *EntryFlag.values}
SETTINGS = "campaigns_desk"
moderators = staff_role_required(Role.MODERATOR, Role.OFFICE)


def find_entry(request: HttpRequest, code: str) -> Entry:
    """The entry if this person may see it; what no moderator sees yet does not exist."""
    entry = get_object_or_404(Entry.objects.select_related("campaign", "municipality", "decided_by"), code=code)
    if not permissions.may_see_private_photo(request.user, entry):
        raise Http404
    return entry


def read_filters(request: HttpRequest) -> DeskFilters:
    """What the address asks for. An unknown state or campaign does not exist, other unknown values filter nothing."""
    asked = request.GET
    state = asked.get("stand", EntryState.SUBMITTED.value)
    if state not in {shown.value for shown in SHOWN}:
        raise Http404
    flag = asked.get("hinweis", "")
    town = asked.get("ort", "")
    return DeskFilters(
        state=EntryState(state),
        campaign=read_campaign(request),
        town=town if town.isdecimal() and len(town) == 8 else "",
        flag=flag if flag in FLAGS else "",
        moderator=read_moderator(request),
        text=asked.get("text", "").strip()[:80],
    )


def read_campaign(request: HttpRequest) -> Campaign | None:
    """The campaign that the address names."""
    slug = request.GET.get("kampagne", "")
    return get_object_or_404(Campaign, slug=slug) if slug else None


def read_moderator(request: HttpRequest) -> User | None:
    """The moderator that the address names; none for nonsense."""
    try:
        return User.objects.filter(key=UUID(request.GET.get("wer", ""))).first()
    except ValueError:
        return None


def query_of(filters: DeskFilters, **changes: Any) -> str:
    """„?stand=…&ort=…“ for links that keep the filters; `changes` replace single ones, an empty one goes."""
    values = {
        "stand": filters.state.value,
        "kampagne": filters.campaign.slug if filters.campaign else "",
        "ort": filters.town,
        "hinweis": filters.flag,
        "wer": str(filters.moderator.key) if filters.moderator else "",
        "text": filters.text,
        **changes,
    }
    return f"?{urlencode({name: value for name, value in values.items() if value})}"


def desk_settings(request: HttpRequest) -> dict[str, Any]:
    """How this moderator works: keys on or off, seconds for a second thought."""
    return {"keys": True, "pause": PAUSES[0], **request.session.get(SETTINGS, {})}


def pause_until(request: HttpRequest, now: datetime) -> datetime:
    """When a decision made now takes effect."""
    return release_at(now, desk_settings(request)["pause"])


def with_desk(request: HttpRequest, **context: Any) -> dict[str, Any]:
    """Add to a page's context what can be undone and how the moderator works; let take effect what is due."""
    now = timezone.now()
    actions.release_due_decisions(now=now)
    held = list(queries.held_decisions(request.user, now))
    for decision in held:
        decision.seconds = max(1, round((decision.release_at - now).total_seconds()))
    return {"held": held, "desk_settings": desk_settings(request), "pauses": PAUSES, "here": _here(request), **context}


def _here(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "GET" else request.path


def back(request: HttpRequest, otherwise: str) -> str:
    """The page of the desk that a form came from."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/verwaltung/")
    return wanted if is_ours else otherwise


@moderators
@require_POST
def undo(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a decision back and show the entry again."""
    held = HeldDecision.objects.select_related("entry").filter(key=key).first()
    if held is None:
        messages.error(request, _("Zum Rückgängigmachen ist es zu spät: Die Entscheidung ist schon wirksam."))
        return redirect(back(request, "campaigns_moderation"))
    try:
        entry = actions.undo_decision(held=held, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(back(request, "campaigns_moderation"))
    messages.success(request, _("Zurückgenommen: „%(title)s“ wartet wieder.") % {"title": entry.title})
    filters = urlsplit(back(request, "")).query
    return redirect(f"{reverse('campaigns_moderation_entry', args=[entry.code])}{'?' if filters else ''}{filters}")


@moderators
@require_POST
def release(request: HttpRequest) -> HttpResponse:
    """Let take effect what is due; the page asks for it when its countdown is over."""
    return JsonResponse({"released": actions.release_due_decisions(now=timezone.now())})


@moderators
@require_POST
def change_settings(request: HttpRequest) -> HttpResponse:
    """Turn the keys on or off, choose the pause."""
    pause = request.POST.get("pause", "")
    seconds = int(pause) if pause in {str(one) for one in PAUSES} else PAUSES[0]
    request.session[SETTINGS] = {"keys": request.POST.get("keys") == "1", "pause": seconds}
    messages.success(request, _("Gemerkt bis zur Abmeldung."))
    return redirect(back(request, "campaigns_moderation"))
