"""What visitors reported, gathered by entry: take down with reasons, or dismiss with a note."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from campaigns import actions, queries
from campaigns.enums import ReasonKind
from campaigns.models import Campaign, Entry, EntryReport
from campaigns.views.moderation_desk import find_entry, moderators, read_campaign, with_desk
from cms.core.refusals import Refused

PER_PAGE = 24


@moderators
@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """Entries with open reports, those of depicted people first."""
    return _show(request)


def _show(request: HttpRequest, **more: object) -> HttpResponse:
    now, campaign = timezone.now(), read_campaign(request)
    page = Paginator(queries.reported_entries(campaign), PER_PAGE).get_page(request.GET.get("seite"))
    rows = [
        (row, row.is_late(now), queries.reason_texts(row.entry.campaign, row.entry.language, ReasonKind.TAKE_DOWN))
        for row in page
    ]
    context = {
        "page": page,
        "rows": rows,
        "campaign": campaign,
        "campaigns": Campaign.objects.order_by("-voting_opens"),
        "answer_hours": round(queries.ANSWER_WITHIN.total_seconds() / 3600),
        **more,
    }
    status = 409 if "refusal" in more else 200
    return render(request, "campaigns/admin/moderation_reports.html", with_desk(request, **context), status=status)


@moderators
@require_POST
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Deal with all open reports of an entry at once."""
    entry = find_entry(request, code)
    decision, words = request.POST.get("decision", ""), request.POST.get("words", "")
    by, now = request.user, timezone.now()
    try:
        if decision == "take_down":
            reason = _reason(request, entry)
            actions.take_down_reported(entry=entry, by=by, reason=reason, words=words, now=now)
            messages.success(request, _("Entfernt: „%(title)s“ ist nicht mehr öffentlich.") % {"title": entry.title})
        elif decision == "dismiss":
            note = request.POST.get("note", "")
            actions.dismiss_reports(entry=entry, by=by, note=note, words=words, now=now)
            messages.success(request, _("„%(title)s“ bleibt. Die Meldungen sind erledigt.") % {"title": entry.title})
        else:
            raise Http404
    except Refused as refusal:
        return _show(request, refusal=refusal, refused=entry.code, typed=request.POST)
    return redirect(reverse("campaigns_reports"))


def _reason(request: HttpRequest, entry: Entry) -> str:
    """The chosen text block and what was typed."""
    texts = queries.reason_texts(entry.campaign, entry.language, ReasonKind.TAKE_DOWN)
    chosen = [text.text for text in texts if str(text.pk) == request.POST.get("block", "")]
    return "\n\n".join([*chosen, request.POST.get("reason", "").strip()]).strip()


@moderators
@require_POST
def close_report(request: HttpRequest, key: str) -> HttpResponse:
    """Say that a single report is dealt with."""
    report = get_object_or_404(EntryReport.objects.select_related("entry"), key=key)
    try:
        actions.close_report(report=report, by=request.user, note=request.POST.get("note", ""), now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Die Meldung ist erledigt."))
    return redirect("campaigns_reports")
