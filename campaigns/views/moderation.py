"""The moderators' queue: what waits, with filters that combine, and many unflagged ones approved together."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from campaigns import actions, attention, instagram, queries
from campaigns.enums import EntryFlag, EntryState
from campaigns.models import Campaign
from campaigns.queries import Desk, DeskFilters
from campaigns.views.moderation_desk import (
    SHOWN,
    find_entry,
    moderators,
    pause_until,
    query_of,
    read_filters,
    with_desk,
)
from cms.core.files import serve_private
from cms.core.images import RENDITION_WIDTHS

PER_PAGE = 24
OUTCOMES = "campaigns_bulk"


@moderators
@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """All entries of one state that the filters leave; what waits stands with the oldest first."""
    filters = read_filters(request)
    desk = queries.desk(filters)
    page: Page[Any] = Paginator(desk.keys, PER_PAGE).get_page(request.GET.get("seite"))
    counts = queries.queue_counts(filters.campaign)
    context = {
        "page": page,
        "rows": _rows(request, page, desk),
        "filters": filters,
        "query": query_of(filters),
        "states": [(shown, counts[shown], query_of(filters, stand=shown.value, hinweis="")) for shown in SHOWN],
        "flags": _flags(filters, desk),
        "campaigns": Campaign.objects.order_by("-voting_opens"),
        "towns": queries.towns_with_entries(filters),
        "moderators": queries.moderators(),
        "reports": queries.open_reports(filters.campaign).count(),
        "has_instagram": instagram.is_enabled(),
        "can_bulk": filters.state == EntryState.SUBMITTED,
        "is_filtered": query_of(filters) != query_of(DeskFilters(state=filters.state)),
    }
    return render(request, "campaigns/admin/moderation_queue.html", with_desk(request, **context))


def _rows(request: HttpRequest, page: Page[Any], desk: Desk) -> list[tuple[Any, list[EntryFlag], list[str]]]:
    """Every entry of the page with its flags and with who else looks at it."""
    entries = queries.entries_in_order(list(page))
    others = attention.others_looking([entry.pk for entry in entries], request.user)
    return [(entry, desk.flags.get(entry.pk, []), others.get(entry.pk, [])) for entry in entries]


def _flags(filters: DeskFilters, desk: Desk) -> list[tuple[str, str, int, str]]:
    """Value, words, number and link of every flag that something carries, „ohne Hinweis“ first."""
    named = [(queries.UNFLAGGED, _("ohne Hinweis")), *((flag.value, str(flag.label)) for flag in EntryFlag)]
    return [
        (value, label, desk.flag_counts[value], query_of(filters, hinweis=value))
        for value, label in named
        if desk.flag_counts.get(value) or value == filters.flag
    ]


def _approve_many(request: HttpRequest) -> HttpResponse:
    """Approve the chosen ones that carry no flag, and say of each what became of it."""
    filters = read_filters(request)
    seen = dict(pair.rsplit(":", 1) for pair in request.POST.getlist("seen") if ":" in pair)
    chosen = set(seen) if request.POST.get("all") else set(request.POST.getlist("pick"))
    revisions = {code: int(seen[code]) for code in chosen & seen.keys() if seen[code].isdecimal()}
    now = timezone.now()
    outcomes = actions.approve_unflagged(
        seen=dict(list(revisions.items())[:PER_PAGE]), by=request.user, now=now, hold_until=pause_until(request, now)
    )
    request.session[OUTCOMES] = [
        {"code": one.entry.code, "title": one.entry.title, "refusal": str(one.refusal or "")} for one in outcomes
    ]
    return redirect(f"{request.path}{query_of(filters)}")


@moderators
@require_http_methods(["GET", "HEAD", "POST"])
def many(request: HttpRequest) -> HttpResponseBase:
    """Approve many together; afterwards, what became of each."""
    if request.method == "POST":
        return _approve_many(request)
    outcomes = request.session.get(OUTCOMES, [])
    context = {
        "approved": [one for one in outcomes if not one["refusal"]],
        "left": [one for one in outcomes if one["refusal"]],
        "query": query_of(read_filters(request)),
    }
    return render(request, "campaigns/admin/moderation_many.html", with_desk(request, **context))


@moderators
@require_GET
def photo(request: HttpRequest, code: str, width: int) -> HttpResponseBase:
    """A private size of the photo, for moderators' eyes."""
    if width not in RENDITION_WIDTHS:
        raise Http404
    entry = find_entry(request, code)
    name = entry.private_rendition(width, "jpg")
    return serve_private(name, filename=f"{entry.code}-{width}.jpg", content_type="image/jpeg", inline=True)
