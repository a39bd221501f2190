"""In the admin: all programmes with the day of their last check, and as a workbook."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from cms.core.spreadsheets import xlsx_response
from home.actions.funding import confirm_programme
from home.exports.funding import HEADER, funding_rows
from home.models import FundingPage

people = staff_role_required(Role.EDITOR, Role.OFFICE)
PER_PAGE = 50


@people
@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """All published programmes, the longest unchecked first."""
    rows = FundingPage.objects.live().defer("body").order_by("last_checked", "title")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("seite"))
    return render(request, "home/admin/programmes.html", {"page": page})


@people
@require_safe
def programmes_xlsx(request: HttpRequest) -> HttpResponseBase:
    """All programmes with all their fields as a workbook."""
    return xlsx_response("foerderprogramme.xlsx", [str(name) for name in HEADER], funding_rows(), title=_("Programme"))


@people
@require_POST
def programme_checked(request: HttpRequest, pk: int) -> HttpResponse:
    """„Heute geprüft, alles stimmt“."""
    programme = get_object_or_404(FundingPage.objects.live(), pk=pk)
    try:
        confirm_programme(programme=programme, by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("„%(title)s“ ist als heute geprüft vermerkt.") % {"title": programme.title})
    return redirect("home_programmes")
