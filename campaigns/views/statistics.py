"""The office's figures for the final report: charts with tables, a workbook, a PDF."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from campaigns.exports.report import report_pdf, report_workbook
from campaigns.models import Campaign
from campaigns.queries.statistics import Series, statistics_of
from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.spreadsheets import XLSX_TYPE

office = staff_role_required(Role.OFFICE)
# The chart's drawing units.
WIDTH, ROW, LABEL, NUMBER = 600, 26, 200, 50


@office
@require_GET
def statistics(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything on one page; what tells about votes only after the result."""
    campaign = get_object_or_404(Campaign, slug=slug)
    found = statistics_of(campaign, timezone.now())
    context = {"campaign": campaign, "found": found, "charts": [chart(one) for one in found.series]}
    return render(request, "campaigns/admin/statistics.html", context)


def chart(series: Series) -> dict[str, Any]:
    """A bar per point, drawn from the left, with its words before and its number behind it."""
    most = max((number for _label, number in series.points), default=0) or 1
    bars = [
        {
            "label": label,
            "number": number,
            "y": ROW * position,
            "middle": ROW * position + ROW // 2 + 4,
            "length": round((WIDTH - LABEL - NUMBER) * number / most),
            "behind": LABEL + round((WIDTH - LABEL - NUMBER) * number / most) + 6,
        }
        for position, (label, number) in enumerate(series.points)
    ]
    return {
        "series": series,
        "bars": bars,
        "width": WIDTH,
        "height": ROW * len(bars),
        "start": LABEL,
        "ends": LABEL - 8,
    }


@office
@require_GET
def workbook(request: HttpRequest, slug: str) -> HttpResponse:
    """The figures as a workbook."""
    campaign = get_object_or_404(Campaign, slug=slug)
    made = report_workbook(campaign, statistics_of(campaign, timezone.now()))
    return _download(made, XLSX_TYPE, f"statistik-{slug}.xlsx")


@office
@require_GET
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The final report as PDF."""
    campaign, now = get_object_or_404(Campaign, slug=slug), timezone.now()
    made = report_pdf(campaign, statistics_of(campaign, now), now)
    return _download(made, "application/pdf", f"abschlussbericht-{slug}.pdf")


def _download(content: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
