"""The moderators' desk: a queue, one entry at a time with its nearest doubles, a decision with words."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from campaigns import actions, permissions, queries
from campaigns.enums import EntryState
from campaigns.models import Campaign, Entry, EntryReport
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.files import serve_private
from cms.core.images import RENDITION_WIDTHS
from cms.core.refusals import Refused

PER_PAGE = 24
SHOWN = (
    EntryState.SUBMITTED,
    EntryState.CHANGES_REQUESTED,
    EntryState.APPROVED,
    EntryState.REJECTED,
    EntryState.TAKEN_DOWN,
    EntryState.WITHDRAWN,
)
DONE = {
    "approve": gettext_lazy("Freigegeben: „%(title)s“ steht jetzt in der Galerie."),
    "changes": gettext_lazy("Nachgefragt: „%(title)s“ wartet auf eine Änderung."),
    "reject": gettext_lazy("Abgelehnt: „%(title)s“. Die Begründung ist unterwegs."),
    "take_down": gettext_lazy("Entfernt: „%(title)s“ ist nicht mehr öffentlich."),
}
moderators = staff_role_required(Role.MODERATOR, Role.OFFICE)


@moderators
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """All entries of one state, the waiting ones first of all."""
    campaign = _campaign(request)
    state = _state(request)
    page = Paginator(_entries(state, campaign), PER_PAGE).get_page(request.GET.get("seite"))
    counts = queries.queue_counts(campaign)
    context = {
        "page": page,
        "rows": [(entry, queries.flags_of(entry)) for entry in page],
        "state": state,
        "states": [(shown, counts[shown]) for shown in SHOWN],
        "campaign": campaign,
        "campaigns": Campaign.objects.order_by("-voting_opens"),
        "reports": queries.open_reports(campaign).count(),
    }
    return render(request, "campaigns/admin/moderation_queue.html", context)


def _campaign(request: HttpRequest) -> Campaign | None:
    slug = request.GET.get("kampagne", "")
    return get_object_or_404(Campaign, slug=slug) if slug else None


def _state(request: HttpRequest) -> EntryState:
    wanted = request.GET.get("stand", EntryState.SUBMITTED.value)
    if wanted not in {shown.value for shown in SHOWN}:
        raise Http404
    return EntryState(wanted)


def _entries(state: EntryState, campaign: Campaign | None) -> QuerySet[Entry]:
    if state == EntryState.SUBMITTED:
        return queries.queue(campaign)
    entries = Entry.objects.filter(state=state).select_related("campaign", "municipality")
    entries = entries.filter(campaign=campaign) if campaign else entries
    return entries.order_by("-decided_at", "-pk")


def _entry(request: HttpRequest, code: str) -> Entry:
    """The entry if this person may see it; what no moderator sees yet does not exist."""
    entry = get_object_or_404(Entry.objects.select_related("campaign", "municipality", "decided_by"), code=code)
    if not permissions.may_see_private_photo(request.user, entry):
        raise Http404
    return entry


@moderators
@require_GET
def entry_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One entry with everything that is needed to decide."""
    return _show(request, _entry(request, code))


def _show(request: HttpRequest, entry: Entry, *, typed: str = "", refusal: Refused | None = None) -> HttpResponse:
    waiting = queries.queue().exclude(pk=entry.pk)
    context = {
        "item": queries.queue_item(entry),
        "entry": entry,
        "consents": queries.consents_of(entry).values(),
        "history": queries.history_of(entry),
        "reports": entry.reports.filter(closed_at=None).order_by("created_at"),
        "next": waiting.first(),
        "waiting": waiting.count(),
        "typed": typed,
        "refusal": refusal,
        "is_waiting": entry.state == EntryState.SUBMITTED,
    }
    status = 409 if refusal else 200
    return render(request, "campaigns/admin/moderation_entry.html", context, status=status)


@moderators
@require_POST
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """Approve, ask, reject or take down; then on to the next one that waits."""
    entry = _entry(request, code)
    decision, words = request.POST.get("decision", ""), request.POST.get("verdict", "")
    try:
        _apply(entry, decision, words, request)
    except Refused as refusal:
        entry.refresh_from_db()
        return _show(request, entry, typed=words, refusal=refusal)
    messages.success(request, DONE[decision] % {"title": entry.title})
    following = queries.queue().first()
    if decision == "take_down" or following is None:
        return redirect("campaigns_moderation")
    return redirect("campaigns_moderation_entry", code=following.code)


def _apply(entry: Entry, decision: str, words: str, request: HttpRequest) -> None:
    by, now = request.user, timezone.now()
    typed = request.POST.get("revision", "")
    revision = int(typed) if typed.isdecimal() and len(typed) < 10 else -1
    if decision == "approve":
        actions.approve_entry(entry=entry, by=by, now=now, revision=revision)
    elif decision == "changes":
        actions.request_changes(entry=entry, by=by, reason=words, now=now, revision=revision)
    elif decision == "reject":
        actions.reject_entry(entry=entry, by=by, reason=words, now=now, revision=revision)
    elif decision == "take_down":
        actions.take_down_entry(entry=entry, by=by, reason=words, now=now)
    else:
        raise Http404


@moderators
@require_GET
def photo(request: HttpRequest, code: str, width: int) -> HttpResponseBase:
    """A private size of the photo, for moderators' eyes."""
    if width not in RENDITION_WIDTHS:
        raise Http404
    entry = _entry(request, code)
    name = entry.private_rendition(width, "jpg")
    return serve_private(name, filename=f"{entry.code}-{width}.jpg", content_type="image/jpeg", inline=True)


@moderators
@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """What visitors reported and nobody has dealt with."""
    return render(request, "campaigns/admin/moderation_reports.html", {"reports": queries.open_reports()[:200]})


@moderators
@require_POST
def close_report(request: HttpRequest, key: str) -> HttpResponse:
    """Say that a report is dealt with."""
    report = get_object_or_404(EntryReport.objects.select_related("entry"), key=key)
    try:
        actions.close_report(report=report, by=request.user, note=request.POST.get("note", ""), now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Die Meldung ist erledigt."))
    return redirect("campaigns_reports")
