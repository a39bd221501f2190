"""The office hands photos over and sees what went to whom; everybody finds the openly licensed ones as data."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from campaigns.actions.handing_over import hand_over_photos
from campaigns.enums import ConsentKind, HandoverKind, HandoverState
from campaigns.exports.packages import SUFFIX, json_ld, terms
from campaigns.forms.handing_over import HandoverForm
from campaigns.models import Campaign, Handover
from campaigns.permissions import may_see_counts
from campaigns.queries import entries_with_consent
from campaigns.queries.register import register_of
from campaigns.views.visiting import of_campaign
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core import clock
from cms.core.caching import public_page
from cms.core.files import serve_private
from cms.core.refusals import Refused
from cms.core.spreadsheets import xlsx_response

office = staff_role_required(Role.OFFICE)
_TYPES = {
    HandoverKind.PACKAGE: "application/zip",
    HandoverKind.TABLE: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    HandoverKind.DATA: "application/ld+json",
}


@office
@require_http_methods(["GET", "HEAD", "POST"])
def handovers(request: HttpRequest, slug: str) -> HttpResponse:
    """The register, and the form for a new line on it."""
    campaign = get_object_or_404(Campaign, slug=slug)
    form = HandoverForm(request.POST if request.method == "POST" else None, campaign=campaign)
    if form.is_valid():
        try:
            hand_over_photos(campaign=campaign, by=request.user, now=timezone.now(), **form.order)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Die Übergabe steht im Verzeichnis. Die Datei wird zusammengestellt."))
            return redirect("campaigns_handovers", slug=slug)
    context = {"campaign": campaign, "form": form, "lines": register_of(campaign)}
    return render(request, "campaigns/admin/handovers.html", context, status=422 if form.errors else 200)


@office
@require_GET
def package(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponseBase:
    """The file of a handover, while it is kept."""
    found = get_object_or_404(Handover, campaign__slug=slug, key=key)
    if found.state != HandoverState.READY:
        raise Http404
    kind = HandoverKind(found.kind)
    name = f"fotos-{slug}-{found.made_at:%Y-%m-%d}.{SUFFIX[kind]}"
    return serve_private(found.file, filename=name, content_type=_TYPES[kind])


@office
@require_GET
def register(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The register as a workbook, one line per photo and recipient."""
    campaign = get_object_or_404(Campaign, slug=slug)
    head = [_("Übergeben am"), _("An"), _("Zweck"), _("Einwilligung"), _("Dateien"), _("Von"), _("Prüfsumme (SHA-256)")]
    head += [_("Beitrag"), _("Datei"), _("Prüfsumme des Fotos"), _("Darf noch verwendet werden")]
    rows = []
    for line in register_of(campaign):
        one = line.handover
        about = [one.made_at, one.recipient, one.purpose, terms(ConsentKind(one.scope)), one.get_kind_display()]
        about += [one.made_by.name if one.made_by else "", one.sha256]
        rows += [[*about, item.code, item.name, item.sha256, not item.is_revoked] for item in line.items]
    return xlsx_response(f"uebergaben-{slug}.xlsx", head, rows, title=_("Übergaben"))


@require_safe
@public_page
@of_campaign
def open_data(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Every photo under the open licence as JSON-LD, from the result on. No vote is in it."""
    if not may_see_counts(campaign, clock.now()):
        raise Http404
    entries = entries_with_consent(campaign, ConsentKind.OPEN_LICENCE)
    answer = HttpResponse(json_ld(campaign, entries, ConsentKind.OPEN_LICENCE), content_type="application/ld+json")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
