"""The office prepares a campaign: consent texts in versions, last year's rules copied."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import actions
from campaigns.domain.wording import changed_words
from campaigns.enums import ConsentKind, Phase, Readiness
from campaigns.forms.consents import ConsentTextForm
from campaigns.models import Campaign
from campaigns.queries.consents import consent_history
from campaigns.queries.office import towns_by_class
from campaigns.queries.readiness import plan_warnings, readiness
from campaigns.views.visiting import posted
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.refusals import Refused

office = staff_role_required(Role.OFFICE)


@office
@require_safe
def consents(request: HttpRequest, slug: str) -> HttpResponse:
    """Every kind of consent with all its versions; nobody can change one that stands here."""
    campaign = get_object_or_404(Campaign, slug=slug)
    kinds = [
        (kind, [(one, changed_words(one.before, one.text.text) if one.before else []) for one in versions])
        for kind, versions in consent_history(campaign).items()
    ]
    return render(request, "campaigns/admin/consents.html", {"campaign": campaign, "kinds": kinds})


@office
@require_http_methods(["GET", "HEAD", "POST"])
def new_consent(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Write a new version: first it is shown with what changed, only then it is stored."""
    campaign = get_object_or_404(Campaign, slug=slug)
    if kind not in ConsentKind:
        raise Http404
    versions = consent_history(campaign)[ConsentKind(kind)]
    version = versions[0] if versions else None
    newest = version.text.text if version else ""
    form = ConsentTextForm(posted(request), newest=newest)
    context = {"campaign": campaign, "kind": ConsentKind(kind), "form": form, "newest": version}
    if form.is_valid():
        text = form.cleaned_data["text"]
        if request.POST.get("step") == "store":
            actions.add_consent_text(
                campaign=campaign, kind=ConsentKind(kind), text=text, by=request.user, now=timezone.now()
            )
            messages.success(request, _("Die neue Fassung gilt für alle, die ab jetzt zustimmen."))
            return redirect("campaigns_consents", slug=slug)
        context |= {"preview": text, "pieces": changed_words(newest, text)}
    return render(request, "campaigns/admin/consent_new.html", context, status=422 if form.errors else 200)


@office
@require_POST
def copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Take over rules and words into a campaign of next year and open its form to be checked."""
    campaign = get_object_or_404(Campaign, slug=slug)
    try:
        copied = actions.copy_campaign(campaign=campaign, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("campaigns_desk", slug=slug)
    messages.success(request, _("Die Kampagne ist kopiert. Bitte prüfen Sie Titel, Adresse und Termine."))
    return redirect("campaigns_setup:edit", copied.pk)


def preparation(campaign: Campaign, now: datetime, user: User) -> dict[str, Any]:
    """What the desk says about the plan; before the opening also what is still missing."""
    is_ahead = campaign.phase(now) == Phase.ANNOUNCED
    ready = [item.for_user(user) for item in readiness(campaign)]
    return {
        "is_ahead": is_ahead,
        "ready": ready,
        "missing": [item for item in ready if not item.is_done],
        "has_page": all(item.is_done for item in ready if item.check == Readiness.PAGE),
        "warnings": plan_warnings(campaign) if is_ahead else [],
        "classes": towns_by_class(campaign),
    }
