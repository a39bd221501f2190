"""„Link vergessen?“, and the town that a device stands in. Both answer without storing what was asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import actions
from campaigns.enums import LinkPurpose
from campaigns.forms import FindLinksForm, PositionForm
from campaigns.models import Campaign
from campaigns.queries import nearest_town
from campaigns.views.visiting import accepted, linked_entry, of_campaign, posted, shown
from cms.core.altcha import spend_or_prove
from cms.core.ratelimit import spend


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def find_links(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Ask for fresh private links by mail. The answer is the same for every address."""
    form = FindLinksForm(posted(request))
    if form.is_valid() and accepted(form, lambda: _send(request, campaign, form)):
        return redirect("campaigns:links_sent", campaign.slug)
    return shown(request, "campaigns/own_find.html", {"campaign": campaign, "form": form})


def _send(request: HttpRequest, campaign: Campaign, form: FindLinksForm) -> None:
    email = form.cleaned_data["email"]
    spend_or_prove("mail.code", request=request, key=email.lower())
    actions.send_own_links(campaign=campaign, email=email, now=timezone.now())


@require_safe
@of_campaign
def links_sent(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """What happens next, whoever asked."""
    return render(request, "campaigns/own_find_sent.html", {"campaign": campaign})


@never_cache
@require_POST
@of_campaign
def nearby(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """The town nearest to a device, as JSON; only for somebody who is handing in. Nothing of it is stored."""
    linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    spend("places.towns", request=request)
    form = PositionForm(request.POST)
    town = nearest_town(campaign, **form.cleaned_data) if form.is_valid() else None
    if town is None:
        told = _("In der Nähe Ihres Standorts nimmt kein Ort teil. Bitte schreiben Sie den Namen des Ortes.")
        return JsonResponse({"problem": told}, status=404)
    return JsonResponse({"ags": town.ags, "label": town.label})
