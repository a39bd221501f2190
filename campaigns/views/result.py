"""The result as published: places, towns, the count file and how to recount it, one's own receipt."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campaigns.enums import ExclusionReason
from campaigns.forms import ReceiptForm
from campaigns.models import Campaign, Result
from campaigns.permissions import may_see_counts
from campaigns.queries import published_lines, published_result
from campaigns.queries.supervision import peeks
from campaigns.views.result_page import public_entries, result_context
from campaigns.views.result_table import table_context
from campaigns.views.visiting import accepted, not_now, of_campaign, posted, shown
from cms.core import clock
from cms.core.caching import public_page
from cms.core.ratelimit import spend
from cms.core.storages import public_storage


def _published(campaign: Campaign) -> Result | None:
    return published_result(campaign) if may_see_counts(campaign, clock.now()) else None


def _not_yet(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    reason = _("Solange abgestimmt und ausgezählt wird, kennt niemand einen Zwischenstand. Auch wir nicht.")
    if campaign.has_jury_final:
        reason += " " + _("Nach der Abstimmung berät eine Jury; beide Ergebnisse erscheinen zusammen.")
    if clock.preview() is not None and campaign.results_at <= clock.now():
        reason = _(
            "Hier werden stehen: das Podium, alle Plätze nach Größenklassen, die Orte, die Zähldatei mit Prüfsumme."
        )
    return not_now(request, campaign, heading=_("Das Ergebnis"), reason=reason)


@require_safe
@public_page
@of_campaign
def result(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Places and numbers from the frozen snapshot; before it is published, when that will be."""
    found = _published(campaign)
    if found is None:
        return _not_yet(request, campaign)
    count_url = public_storage.url(found.count_file)
    context = {**result_context(campaign, found.snapshot), "result": found, "count_url": count_url}
    context["peeks"] = peeks(campaign).count()
    return render(request, "campaigns/result.html", context)


@require_safe
@public_page
@of_campaign
def table(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Every place, sorted and filtered by links."""
    found = _published(campaign)
    if found is None:
        return _not_yet(request, campaign)
    return render(request, "campaigns/result_table.html", table_context(campaign, found.snapshot, request.GET))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def my_receipt(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """„Meine Quittung prüfen“: what the published count file says under a receipt."""
    found = _published(campaign)
    if found is None:
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
    public = public_entries(campaign)
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
