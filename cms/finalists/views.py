"""The office's page of a jury final: freeze the shortlist, hand it over, bring the decision back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campaigns import queries
from campaigns.actions import freeze_shortlist
from campaigns.models import Campaign
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from cms.finalists import bridge
from cms.finalists.forms import ExistingJuryForm, NewJuryForm

office = staff_role_required(Role.OFFICE)


def _campaign(slug: str) -> Campaign:
    campaign = get_object_or_404(Campaign, slug=slug)
    if not campaign.has_jury_final:
        raise Http404
    return campaign


@office
@require_safe
def finale(request: HttpRequest, slug: str) -> HttpResponse:
    """Where the jury final stands and what comes next."""
    return _show(request, _campaign(slug), timezone.now())


def _show(request: HttpRequest, campaign: Campaign, now: datetime, *, status: int = 200, **shown: Any) -> HttpResponse:
    found = queries.finale_of(campaign)
    stage = bridge.stage_of(found) if found else None
    context = {
        "campaign": campaign,
        "finale": found,
        "finalists": list(queries.finalists(found)) if found else [],
        "stage": stage,
        "steps": queries.steps_to_publication(campaign, now)[:2],
        "new_form": _new_form(campaign, now),
        "existing_form": ExistingJuryForm(now=now, campaign=campaign),
        "is_decided_anew": bool(stage and found and stage.committed_at and stage.committed_at != found.decided_at),
        **shown,
    }
    return render(request, "finalists/finale.html", context, status=status)


def _new_form(campaign: Campaign, now: datetime, data: Any = None) -> NewJuryForm:
    return NewJuryForm(data, initial={"jury_closes_at": bridge.suggested_dates(campaign, now).jury_closes_at})


@office
@require_POST
def freeze(request: HttpRequest, slug: str) -> HttpResponse:
    """Freeze the shortlist, once."""
    campaign, now = _campaign(slug), timezone.now()
    return _done(
        request,
        slug,
        lambda: freeze_shortlist(campaign=campaign, by=request.user, now=now),
        _("Die Auswahlliste ist festgehalten."),
    )


@office
@require_POST
def hand_over_to_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a jury's stage and give it the shortlist, in one step."""
    campaign, now = _campaign(slug), timezone.now()
    form = _new_form(campaign, now, request.POST)

    def act() -> None:
        bridge.hand_over_to_new(campaign=campaign, by=request.user, now=now, **form.cleaned_data)

    return _with_form(request, campaign, now, form, act, "new_form")


@office
@require_POST
def hand_over(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the shortlist to a stage that exists."""
    campaign, now = _campaign(slug), timezone.now()
    form = ExistingJuryForm(request.POST, now=now, campaign=campaign)

    def act() -> None:
        bridge.hand_over(campaign=campaign, stage=form.cleaned_data["stage"], by=request.user, now=now)

    return _with_form(request, campaign, now, form, act, "existing_form")


@office
@require_POST
def take_over(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring the jury's decision back."""
    campaign, now = _campaign(slug), timezone.now()
    return _done(
        request,
        slug,
        lambda: bridge.take_over(campaign=campaign, by=request.user, now=now),
        _("Die Entscheidung der Jury ist übernommen. Öffentlich wird sie mit dem Ergebnis."),
    )


def _with_form(
    request: HttpRequest, campaign: Campaign, now: datetime, form: forms.Form, act: Callable[[], object], name: str
) -> HttpResponse:
    if form.is_valid():
        try:
            act()
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            messages.success(request, _("Die Auswahlliste liegt bei der Jury. Laden Sie jetzt die Mitglieder ein."))
            return redirect("campaign_finale", slug=campaign.slug)
    return _show(request, campaign, now, status=422, **{name: form})


def _done(request: HttpRequest, slug: str, act: Callable[[], object], words: str) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words)
    return redirect("campaign_finale", slug=slug)
