"""In the admin: signatures that wait for the office, and what became of the others."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from home.actions import admit_partner, refuse_partner
from home.enums import SigningState
from home.exports.partner_certificate import certificate_response
from home.forms import RefusalForm
from home.models import PartnerApplication
from home.queries.signing import signings as all_signings

office_only = staff_role_required(Role.OFFICE)
PER_PAGE = 50


@office_only
@require_safe
def signings(request: HttpRequest) -> HttpResponse:
    """All of them, what waits first unless a state is asked for."""
    state = request.GET.get("stand", "")
    rows = sorted(all_signings(state), key=lambda row: row.state != SigningState.WAITING)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("seite"))
    context = {"page": page, "state": state, "states": SigningState, "numbers": page.paginator.get_elided_page_range()}
    return render(request, "home/admin/signings.html", context)


@office_only
@require_safe
def signing(request: HttpRequest, key: UUID) -> HttpResponse:
    """One signature with the two buttons."""
    return _page(request, _signing(key), RefusalForm())


@office_only
@require_POST
def admit(request: HttpRequest, key: UUID) -> HttpResponse:
    """„Aufnehmen“."""
    found = _signing(key)
    try:
        admit_partner(signing=found, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Aufgenommen. Die Urkunde ist unterwegs."))
    return redirect("home_signing", key)


@office_only
@require_POST
def refuse(request: HttpRequest, key: UUID) -> HttpResponse:
    """„Ablehnen“, with a reason."""
    found, form = _signing(key), RefusalForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        refuse_partner(signing=found, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Abgelehnt. Die Begründung ist unterwegs."))
    return redirect("home_signing", key)


@office_only
@require_safe
def office_certificate(request: HttpRequest, key: UUID) -> HttpResponse:
    """The certificate once more."""
    return certificate_response(get_object_or_404(PartnerApplication, key=key, state=SigningState.ADMITTED))


def _signing(key: UUID) -> PartnerApplication:
    found = PartnerApplication.objects.select_related("municipality", "partner", "decided_by")
    return get_object_or_404(found.exclude(state=SigningState.UNCONFIRMED), key=key)


def _page(request: HttpRequest, found: PartnerApplication, form: RefusalForm, status: int = 200) -> HttpResponse:
    context = {"signing": found, "form": form, "states": SigningState}
    return render(request, "home/admin/signing.html", context, status=status)
