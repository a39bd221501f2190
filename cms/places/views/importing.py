"""The office reads in a new register of municipalities and sees what changed."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cms.core.refusals import Refused
from cms.places.actions import ImportReport, import_register
from cms.places.forms import RegisterFileForm
from cms.places.permissions import may_import_register
from cms.places.reports import report_lines


@require_http_methods(["GET", "HEAD", "POST"])
def import_municipalities(request: HttpRequest) -> HttpResponse:
    """Take the workbook, answer with the report."""
    if not may_import_register(request.user):
        raise Http404
    form = RegisterFileForm(request.POST or None, request.FILES or None)
    report: ImportReport | None = None
    if request.method == "POST" and form.is_valid():
        try:
            report = import_register(
                file=form.cleaned_data["file"].file, land=settings.HOME_LAND, by=request.user, now=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
    lines = list(report_lines(report)) if report else []
    return render(request, "places/municipality_import.html", {"form": form, "lines": lines})
