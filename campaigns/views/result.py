"""The result as published: places, towns, the count file and how to recount it, one's own receipt."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.enums import ExclusionReason
from campaigns.forms import ReceiptForm
from campaigns.models import Campaign, Entry, Result
from campaigns.permissions import may_see_counts
from campaigns.queries import published_lines, published_result, visible_entries
from campaigns.views.visiting import accepted, not_now, of_campaign, posted, shown
from cms.core.caching import public_page
from cms.core.ratelimit import spend
from cms.core.storages import public_storage

PODIUM = 3
ROWS = 10
BAR = 200  # drawing units of the longest bar


@require_safe
@public_page
@of_campaign
def result(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Places and numbers from the frozen snapshot; before it is published, when that will be."""
    found = published_result(campaign)
    if found is None or not may_see_counts(campaign, timezone.now()):
        reason = _("Solange abgestimmt und ausgezählt wird, kennt niemand einen Zwischenstand. Auch wir nicht.")
        return not_now(request, campaign, heading=_("Das Ergebnis"), reason=reason)
    snapshot = found.snapshot
    public = _public_entries(campaign)
    context = {
        "campaign": campaign,
        "result": found,
        "count_url": public_storage.url(found.count_file),
        "numbers": snapshot,
        "excluded": [(ExclusionReason(reason).label, n) for reason, n in snapshot["excluded"].items() if n],
        "podium": [{**row, "entry": public.get(row["code"])} for row in snapshot["entries"][:PODIUM]],
        "classes": _classes(campaign, found, public),
        "towns": snapshot["towns"][:ROWS],
        "more_towns": snapshot["towns"][ROWS:],
    }
    return render(request, "campaigns/result.html", context)


def _public_entries(campaign: Campaign) -> dict[str, Entry]:
    """Those that still stand in the gallery: only they get a picture and a link."""
    found = {entry.code: entry for entry in visible_entries(campaign)}
    for entry in found.values():
        entry.campaign = campaign
    return found


def _classes(campaign: Campaign, found: Result, public: dict[str, Entry]) -> list[dict[str, Any]]:
    """One table per size class, best first, each row with the length of its bar."""
    most = max((row["votes"] for row in found.snapshot["entries"]), default=0) or 1
    by_class = sorted(found.snapshot["entries"], key=lambda row: (row["size_class"], row["class_place"]))
    tables = []
    for index, rows in groupby(by_class, key=lambda row: row["size_class"]):
        lines = [{**row, "bar": round(BAR * row["votes"] / most), "entry": public.get(row["code"])} for row in rows]
        tables.append(
            {
                "id": f"klasse-{index}",
                "label": campaign.size_class_label(index),
                "towns": len({row["ags"] for row in lines}),
                "entries": len(lines),
                "rows": lines[:ROWS],
                "more": lines[ROWS:],
            }
        )
    return tables


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def my_receipt(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """„Meine Quittung prüfen“: what the published count file says under a receipt."""
    found = published_result(campaign)
    if found is None or not may_see_counts(campaign, timezone.now()):
        reason = _("Quittungen lassen sich prüfen, sobald das Ergebnis veröffentlicht ist.")
        return not_now(request, campaign, heading=_("Meine Quittung prüfen"), reason=reason)
    form = ReceiptForm(posted(request))
    lines: list[dict[str, Any]] = []
    if form.is_valid() and accepted(form, lambda: spend("code.try", request=request)):
        lines = _lines(campaign, found, form.cleaned_data["receipt"])
        if not lines:
            form.add_error("receipt", _("Diese Quittung steht nicht in der Zähldatei. Bitte vergleichen Sie sie."))
    return shown(request, "campaigns/my_receipt.html", {"campaign": campaign, "form": form, "lines": lines})


def _lines(campaign: Campaign, found: Result, typed: str) -> list[dict[str, Any]]:
    """The votes under a receipt: the entry as it stood in the count, and whether its vote counted."""
    titles = {row["code"]: row for row in found.snapshot["entries"]}
    public = _public_entries(campaign)
    return [
        {
            "code": line.entry,
            "title": titles.get(line.entry, {}).get("title", line.entry),
            "town": titles.get(line.entry, {}).get("town", ""),
            "entry": public.get(line.entry),
            "is_counted": line.is_counted,
            "reason": ExclusionReason(line.reason).label if line.reason else "",
        }
        for line in published_lines(found, typed)
    ]
