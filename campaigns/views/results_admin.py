"""The office looks at the result, once and on record, and publishes exactly what it saw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from campaigns import actions, queries
from campaigns.models import Campaign
from campaigns.views.result_page import result_context
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused

office = staff_role_required(Role.OFFICE)


@office
@require_GET
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """What is still to do before the result can be published; no number yet."""
    campaign = get_object_or_404(Campaign, slug=slug)
    context = {
        "campaign": campaign,
        "result": queries.published_result(campaign),
        "steps": queries.steps_to_publication(campaign, timezone.now()),
        "looks": queries.looks_at_result(campaign),
    }
    return render(request, "campaigns/admin/results.html", context)


@office
@require_POST
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The result page as it would be published. The look is on record, the answer is kept nowhere."""
    campaign, now = get_object_or_404(Campaign, slug=slug), timezone.now()
    try:
        seen = actions.preview_results(campaign=campaign, by=request.user, now=now)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("campaigns_results", slug=slug)
    steps = queries.steps_to_publication(campaign, now)
    context = {
        **result_context(campaign, seen.snapshot),
        "preview": seen,
        "ties": ties(campaign, seen.snapshot),
        "open_steps": [step for step in steps if not step.is_done],
        "other_shortlist": queries.shortlist_differs(campaign),
    }
    return render(request, "campaigns/result_preview.html", context)


def ties(campaign: Campaign, snapshot: Mapping[str, Any]) -> list[str]:
    """Shared first to third places, in words, so that nobody overlooks them."""
    sharing = Counter((row["size_class"], row["class_place"]) for row in snapshot["entries"] if row["votes"])
    shared = [(index, place, n) for (index, place), n in sorted(sharing.items()) if n > 1 and place <= 3]
    return [
        _("Orte %(label)s Einwohner: Platz %(place)d teilen sich %(number)d Fotos.")
        % {"label": campaign.size_class_label(index), "place": place, "number": number}
        for index, place, number in shared
    ]


@office
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish what the preview showed: its fingerprint has to come along, and the box has to be ticked."""
    campaign = get_object_or_404(Campaign, slug=slug)
    fingerprint = request.POST.get("fingerprint", "")
    if not request.POST.get("sure") or not fingerprint:
        messages.error(request, _("Bitte sehen Sie sich das Ergebnis an und bestätigen Sie dort die Veröffentlichung."))
        return redirect("campaigns_results", slug=slug)
    try:
        actions.publish_results(campaign=campaign, by=request.user, now=timezone.now(), fingerprint=fingerprint)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Das Ergebnis ist veröffentlicht."))
    return redirect("campaigns_results", slug=slug)
