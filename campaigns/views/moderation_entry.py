"""One entry at a time: look, compare, decide with words, see the mail before it goes, go on to the next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from campaigns import actions, answers, attention, queries
from campaigns.domain.entries import Step
from campaigns.domain.likeness import likeness
from campaigns.domain.position import sketch
from campaigns.enums import EntryState, ReasonKind
from campaigns.models import Entry
from campaigns.queries import Desk
from campaigns.queries.flags import FAR_KM
from campaigns.views.moderation_desk import find_entry, moderators, pause_until, query_of, read_filters, with_desk
from cms.core.audit_words import in_words
from cms.core.refusals import Refused

DONE = {
    "approve": gettext_lazy("Freigegeben: „%(title)s“ kommt in die Galerie."),
    "changes": gettext_lazy("Nachgefragt: „%(title)s“ wartet auf eine Änderung."),
    "reject": gettext_lazy("Abgelehnt: „%(title)s“."),
    "take_down": gettext_lazy("Entfernt: „%(title)s“ ist nicht mehr öffentlich."),
}
PREVIEWS = {
    "preview_changes": Step.REQUEST_CHANGES,
    "preview_reject": Step.REJECT,
    "preview_take_down": Step.TAKE_DOWN,
}
ALIKE = {
    "same": gettext_lazy("gleiches Bild"),
    "nearly": gettext_lazy("fast gleich"),
    "very": gettext_lazy("sehr ähnlich"),
    "similar": gettext_lazy("ähnlich"),
}


@moderators
@require_GET
def entry_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One entry with everything that is needed to decide."""
    entry = find_entry(request, code)
    return _show(request, entry)


def _show(request: HttpRequest, entry: Entry, **more: Any) -> HttpResponse:
    filters = read_filters(request)
    desk = queries.desk(filters)
    following = _following(request, entry, desk)
    item = queries.queue_item(entry)
    context = {
        "item": item,
        "entry": entry,
        "duplicates": [(other, bits, ALIKE[likeness(bits)], _is_same(entry, other)) for other, bits in item.duplicates],
        "checklist": queries.checklist_of(entry),
        "sketch": _sketch(entry),
        "history": [(event, in_words(event.action)) for event in queries.history_of(entry)],
        "reports": entry.reports.select_related("closed_by").order_by("created_at"),
        "blocks": _blocks(entry),
        "others": attention.look_at(entry.pk, request.user),
        "following": following,
        "place": desk.keys.index(entry.pk) + 1 if entry.pk in desk.keys else None,
        "waiting": len(desk.keys),
        "query": query_of(filters),
        "is_waiting": entry.state == EntryState.SUBMITTED,
        **more,
    }
    status = 409 if "refusal" in more else 200
    return render(request, "campaigns/admin/moderation_entry.html", with_desk(request, **context), status=status)


def _is_same(entry: Entry, other: Entry) -> bool:
    """The same author, told without showing who."""
    return bool(entry.author_key) and entry.author_key == other.author_key


def _sketch(entry: Entry) -> dict[str, Any] | None:
    town = entry.municipality
    if town is None or entry.latitude is None or entry.longitude is None:
        return None
    found = sketch((town.latitude, town.longitude), (entry.latitude, entry.longitude))
    return {"drawing": found, "is_far": found.distance_km > FAR_KM}


def _blocks(entry: Entry) -> list[Any]:
    is_public = entry.state == EntryState.APPROVED
    kinds = [ReasonKind.TAKE_DOWN] if is_public else [ReasonKind.CHANGE, ReasonKind.REJECT]
    return queries.reason_texts(entry.campaign, entry.language, *kinds)


def _following(request: HttpRequest, entry: Entry, desk: Desk) -> Entry | None:
    """The next entry behind this one, rather one that nobody else looks at."""
    keys = [key for key in desk.after(entry.pk) if key != entry.pk][:20]
    busy = attention.others_looking(keys, request.user)
    chosen = next((key for key in keys if key not in busy), keys[0] if keys else None)
    return queries.entries_in_order([chosen])[0] if chosen else None


@moderators
@require_POST
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """Approve, ask, reject or take down, then on to the next; or show the mail first."""
    entry = find_entry(request, code)
    decision, words = request.POST.get("decision", ""), _words(request, entry)
    if decision in PREVIEWS:
        return _show(request, entry, typed=words, mail=answers.preview(entry, PREVIEWS[decision], words))
    filters = read_filters(request)
    following = _following(request, entry, queries.desk(filters))
    try:
        _apply(entry, decision, words, request)
    except Refused as refusal:
        entry.refresh_from_db()
        return _show(request, entry, typed=words, refusal=refusal)
    attention.look_away(entry.pk, request.user)
    messages.success(request, DONE[decision] % {"title": entry.title})
    if decision == "take_down" or following is None:
        return redirect(f"{reverse('campaigns_moderation')}{query_of(filters)}")
    return redirect(f"{reverse('campaigns_moderation_entry', args=[following.code])}{query_of(filters)}")


def _words(request: HttpRequest, entry: Entry) -> str:
    """The chosen text block and what was typed, one below the other."""
    chosen = request.POST.get("block", "")
    texts = [block.text for block in _blocks(entry) if str(block.pk) == chosen]
    return "\n\n".join([*texts, request.POST.get("verdict", "").strip()]).strip()


def _apply(entry: Entry, decision: str, words: str, request: HttpRequest) -> None:
    by, now = request.user, timezone.now()
    typed = request.POST.get("revision", "")
    revision = int(typed) if typed.isdecimal() and len(typed) < 10 else -1
    seen: dict[str, Any] = {"revision": revision, "hold_until": pause_until(request, now)}
    if decision == "approve":
        actions.approve_entry(entry=entry, by=by, now=now, **seen)
    elif decision == "changes":
        actions.request_changes(entry=entry, by=by, reason=words, now=now, **seen)
    elif decision == "reject":
        actions.reject_entry(entry=entry, by=by, reason=words, now=now, **seen)
    elif decision == "take_down":
        actions.take_down_entry(entry=entry, by=by, reason=words, now=now)
    else:
        raise Http404


@moderators
@require_POST
def looking(request: HttpRequest, code: str) -> HttpResponse:
    """Say that one still looks, and hear who else does."""
    entry = find_entry(request, code)
    return JsonResponse({"others": attention.look_at(entry.pk, request.user)})
