"""An author's rights on the private page: take everything along, decide on voluntary consents, delete everything."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns import actions
from campaigns.enums import ConsentKind, LinkPurpose
from campaigns.exports.own_data import as_json, own_archive, own_data
from campaigns.forms import EraseForm
from campaigns.models import Campaign
from campaigns.views.visiting import accepted, linked_entry, of_campaign, posted, shown
from cms.core.refusals import Refused


@never_cache
@require_safe
@of_campaign
def data(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """Everything stored about the entry that its author gave, as JSON to keep."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    answer = HttpResponse(as_json(own_data(entry)), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{entry.code}.json"'
    return answer


@never_cache
@require_safe
@of_campaign
def archive(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponseBase:
    """The same with the photo, its sizes and the consents, as a ZIP."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    return FileResponse(own_archive(entry), as_attachment=True, filename=f"{entry.code}.zip")


@require_POST
@of_campaign
def consent(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """Give a voluntary consent or take it back."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    if request.POST.get("art") not in ConsentKind.values:
        raise Http404
    kind, is_given = ConsentKind(request.POST["art"]), request.POST.get("gilt") == "ja"
    work = actions.give_consent if is_given else actions.revoke_consent
    try:
        work(entry=entry, kind=kind, now=timezone.now())
        told = _("Danke, Ihre Einwilligung ist gespeichert.") if is_given else _("Ihre Einwilligung ist widerrufen.")
        messages.success(request, told)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("campaigns:own", campaign.slug, token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def erase(request: HttpRequest, campaign: Campaign, token: str) -> HttpResponse:
    """Say what goes and what stays, then delete everything for good."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    form = EraseForm(posted(request))
    if form.is_valid() and accepted(form, lambda: actions.erase_entry(entry=entry, now=timezone.now())):
        return redirect("campaigns:erased", campaign.slug)
    context = {"campaign": campaign, "entry": entry, "token": token, "form": form}
    return shown(request, "campaigns/own_erase.html", context)


@require_safe
@of_campaign
def erased(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Where one lands after deleting everything; says nothing about anybody."""
    return render(request, "campaigns/own_erased.html", {"campaign": campaign})
