"""The office's page of a campaign: where it stands, doubtful ballots, publishing the result. No count before that."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from campaigns import actions, queries
from campaigns.enums import Phase
from campaigns.models import Campaign, SetAside
from campaigns.queries.supervision import peeks
from campaigns.views.looking_ahead import preview_choices
from campaigns.views.setting_up import preparation
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused

office = staff_role_required(Role.OFFICE)
ballot_people = staff_role_required(Role.MODERATOR, Role.OFFICE)


@office
@require_GET
def campaign_desk(request: HttpRequest, slug: str) -> HttpResponse:
    """Phase, entries, doubtful ballots, and what can be done now."""
    campaign, now = get_object_or_404(Campaign, slug=slug), timezone.now()
    phase = campaign.phase(now)
    context = {
        "campaign": campaign,
        "phase": phase,
        "counts": [(state, number) for state, number in queries.queue_counts(campaign).items() if number],
        "undecided": queries.set_aside_ballots(campaign, only_open=True).count(),
        "set_aside": queries.set_aside_ballots(campaign).count(),
        "result": queries.published_result(campaign),
        "can_publish": phase == Phase.COUNTING and campaign.results_at <= now,
        "is_counting": phase == Phase.COUNTING,
        "has_key": queries.has_vote_key(campaign),
        "can_destroy": campaign.objections_until is not None and campaign.objections_until < now,
        "notices": campaign.notices.order_by("-changed_at"),
        "peeks": peeks(campaign).count(),
        "may_peek": phase in {Phase.VOTING, Phase.COUNTING},
        **preparation(campaign, now, request.user),
        **preview_choices(campaign),
    }
    return render(request, "campaigns/admin/campaign_desk.html", context)


@office
@require_POST
def destroy_key(request: HttpRequest, slug: str) -> HttpResponse:
    """Destroy the key that links votes to addresses, after the time for objections."""
    campaign = get_object_or_404(Campaign, slug=slug)
    if "sicher" not in request.POST:
        messages.error(request, _("Bitte bestätigen Sie zuerst, dass der Schlüssel für immer vernichtet werden soll."))
        return redirect("campaigns_desk", slug=slug)
    try:
        actions.destroy_vote_key(campaign=campaign, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Der Schlüssel ist vernichtet. Niemand kann Stimmen mehr mit Adressen verbinden."))
    return redirect("campaigns_desk", slug=slug)


@ballot_people
@require_GET
def ballots(request: HttpRequest, slug: str) -> HttpResponse:
    """Doubtful ballots: why they are doubted and who said what. What they chose is not shown."""
    campaign = get_object_or_404(Campaign, slug=slug)
    found = queries.set_aside_ballots(campaign)
    context = {"campaign": campaign, "ballots": found, "me": request.user.pk}
    return render(request, "campaigns/admin/ballots.html", context)


@ballot_people
@require_POST
def decide_on_ballot(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The first person proposes, a second one decides; both say why."""
    set_aside = get_object_or_404(SetAside.objects.select_related("ballot"), pk=number, ballot__campaign__slug=slug)
    verdict = request.POST.get("verdict", "")
    if verdict not in {"count", "exclude"}:
        raise Http404
    act = actions.propose_on_ballot if set_aside.proposed_by_id is None else actions.decide_on_ballot
    try:
        act(
            set_aside=set_aside,
            exclude=verdict == "exclude",
            reason=request.POST.get("reason", ""),
            by=request.user,
            now=timezone.now(),
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Gespeichert."))
    return redirect("campaigns_ballots", slug=slug)
