"""Printed matter of a result: certificates for the office and for authors who won, the kit for newspapers."""

from __future__ import annotations

import tempfile
import zipfile

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_safe

from campaigns.enums import LinkPurpose
from campaigns.exports.certificates import certificate_pdf, certificates_of, every_certificate
from campaigns.exports.press import press_kit
from campaigns.models import Campaign, Result
from campaigns.permissions import may_see_counts
from campaigns.queries import published_result
from campaigns.views.visiting import linked_entry, of_campaign
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core import clock

office = staff_role_required(Role.OFFICE)


def _result(slug: str) -> Result:
    return get_object_or_404(Result.objects.select_related("campaign"), campaign__slug=slug)


@office
@require_GET
def certificates(request: HttpRequest, slug: str) -> HttpResponse:
    """Every certificate of the result, to look at and to print; none before it is published."""
    campaign = get_object_or_404(Campaign, slug=slug)
    result = published_result(campaign)
    found = certificates_of(result) if result else []
    context = {"campaign": campaign, "result": result, "certificates": found}
    return render(request, "campaigns/admin/certificates.html", context)


@office
@require_GET
def certificate(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One certificate as PDF."""
    return _pdf(_result(slug), key)


def _pdf(result: Result, key: str, *, code: str = "") -> HttpResponse:
    """The certificate with this key, 404 if there is none; with `code` only one of that entry."""
    for found in certificates_of(result):
        if found.key == key and code in {"", found.honour.code}:
            response = HttpResponse(certificate_pdf(found, result), content_type="application/pdf")
            response["Content-Disposition"] = (
                content_disposition_header(as_attachment=False, filename=found.filename) or ""
            )
            response["Cache-Control"] = "private, no-store"
            return response
    raise Http404


@office
@require_GET
def all_certificates(request: HttpRequest, slug: str) -> HttpResponseBase:
    """All certificates in one ZIP."""
    result = _result(slug)
    handle = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    with zipfile.ZipFile(handle, "w", zipfile.ZIP_STORED) as archive:
        for name, content in every_certificate(result):
            archive.writestr(name, content)
    handle.seek(0)
    return _download(handle, f"urkunden-{slug}.zip")


@office
@require_GET
def press(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The kit for newspapers."""
    return _download(press_kit(_result(slug)), f"presse-{slug}.zip")


def _download(handle: object, name: str) -> FileResponse:
    response = FileResponse(handle, as_attachment=True, filename=name, content_type="application/zip")
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@never_cache
@require_safe
@of_campaign
def own_certificate(request: HttpRequest, campaign: Campaign, token: str, key: str) -> HttpResponse:
    """A certificate for the author, by the private link."""
    entry = linked_entry(request, campaign, token, LinkPurpose.AUTHOR)
    result = published_result(campaign)
    if result is None or not may_see_counts(campaign, clock.now()):
        raise Http404(_("Das Ergebnis ist noch nicht veröffentlicht."))
    return _pdf(result, key, code=entry.code)
