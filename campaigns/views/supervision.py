"""Watching over a vote without peeking: when ballots arrive, cases with their evidence, two people decide."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import actions
from campaigns.models import BallotCase, Campaign
from campaigns.permissions import may_run_campaigns
from campaigns.queries.supervision import ballots_of_case, cases_of, peeks, volume_by_day, volume_by_hour
from campaigns.views.drawing import bars, dots
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused

office = staff_role_required(Role.OFFICE)
ballot_people = staff_role_required(Role.MODERATOR, Role.OFFICE)


@ballot_people
@require_safe
def supervision(request: HttpRequest, slug: str) -> HttpResponse:
    """How many ballots arrived on each day and in each hour of one, and what looks doubtful."""
    campaign, now = get_object_or_404(Campaign, slug=slug), timezone.now()
    days = volume_by_day(campaign, now) if campaign.voting_opens <= now else []
    chosen = _day(request, [timezone.localdate(day.begins) for day in days])
    context = {
        "campaign": campaign,
        "days": bars(days),
        "total": sum(day.ballots for day in days),
        "chosen": chosen,
        "hours": bars(volume_by_hour(campaign, chosen)) if chosen else None,
        "cases": cases_of(campaign),
        "peeks": peeks(campaign),
        "runs_campaigns": may_run_campaigns(request.user),
        "may_gather": campaign.results_published_at is None,
    }
    return render(request, "campaigns/admin/supervision.html", context)


def _day(request: HttpRequest, days: list[date]) -> date | None:
    """The day that was asked for, else the last one."""
    try:
        asked = parse_date(request.GET.get("tag", ""))
    except ValueError:
        asked = None
    return asked if asked in days else (days[-1] if days else None)


@ballot_people
@require_POST
def gather(request: HttpRequest, slug: str) -> HttpResponse:
    """Look for patterns now, over the whole vote; the clock does the same every few minutes."""
    campaign = get_object_or_404(Campaign, slug=slug)
    found = actions.gather_cases(campaign=campaign, now=timezone.now(), since=campaign.voting_opens)
    messages.success(request, _("Gesucht. Neu in Fällen: %(number)d Stimmzettel.") % {"number": found})
    return redirect("campaigns_supervision", slug=slug)


@ballot_people
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One case: what was seen, how many ballots, who said what. Never what they chose."""
    found = get_object_or_404(cases_of(get_object_or_404(Campaign, slug=slug)), key=key)
    if request.method == "POST" and _said(request, found):
        return redirect("campaigns_case", slug=slug, key=key)
    ballots = list(ballots_of_case(found))
    context = {
        "campaign": found.campaign,
        "case": found,
        "ballots": ballots,
        "dots": dots([one.ballot.cast_at for one in ballots]),
        "me": request.user.pk,
        "is_published": found.campaign.results_published_at is not None,
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "campaigns/admin/case.html", context, status=422 if request.method == "POST" else 200)


def _said(request: HttpRequest, found: BallotCase) -> bool:
    """Propose or decide; a refusal is shown and nothing typed is lost."""
    verdict, seen = request.POST.get("verdict", ""), request.POST.get("ballots", "")
    if verdict not in {"count", "exclude"} or not (seen.isascii() and seen.isdigit()):
        raise Http404
    words = {"exclude": verdict == "exclude", "reason": request.POST.get("reason", ""), "by": request.user}
    try:
        if found.proposed_by_id is None:
            actions.propose_on_case(case=found, now=timezone.now(), ballots=int(seen), **words)
        else:
            actions.decide_on_case(case=found, now=timezone.now(), **words)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, _("Gespeichert."))
    return True


@office
@require_http_methods(["GET", "HEAD", "POST"])
def peek(request: HttpRequest, slug: str) -> HttpResponse:
    """The counts as they stand, after a reason has been written down; never cached: the next look needs a new one."""
    campaign = get_object_or_404(Campaign, slug=slug)
    reason, tally, refusal = request.POST.get("reason", ""), None, None
    if request.method == "POST":
        try:
            tally = actions.peek_at_counts(campaign=campaign, reason=reason, by=request.user, now=timezone.now())
        except Refused as refused:
            refusal = refused
    context = {"campaign": campaign, "tally": tally, "refusal": refusal, "reason": reason, "peeks": peeks(campaign)}
    return render(request, "campaigns/admin/peek.html", context, status=422 if refusal else 200)
