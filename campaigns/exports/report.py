"""The final report of a campaign: figures, charts as tables, results, as PDF/UA and as a workbook."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font

from campaigns.domain.honours import Field, honours
from campaigns.exports.certificates import Certificate
from campaigns.models import Campaign
from campaigns.queries import published_result
from campaigns.queries.statistics import Statistics
from cms.core.documents import render_pdf
from cms.core.languages import document_language
from cms.core.spreadsheets import safe_cell
from cms.core.templatetags.stadtblick import moment

LAYOUT = "campaigns/documents/report.typ"


def report_pdf(campaign: Campaign, found: Statistics, now: datetime) -> bytes:
    """The report as PDF/UA-1. Winners and votes only once they are published."""
    data = {
        "lang": document_language(),
        "title": _("Abschlussbericht: %(title)s") % {"title": campaign.title},
        "author": settings.SITE_NAME,
        "sender": settings.SITE_NAME,
        "reference": moment(now),
        "footer": campaign.title,
        "dates_heading": _("Ablauf"),
        "dates": [
            [_("Einreichung"), f"{moment(campaign.submission_opens)} – {moment(campaign.submission_closes)}"],
            [_("Abstimmung"), f"{moment(campaign.voting_opens)} – {moment(campaign.voting_closes)}"],
            [_("Ergebnis"), moment(campaign.results_published_at or campaign.results_at)],
        ],
        "facts_heading": _("In Zahlen"),
        "facts": [list(pair) for pair in found.facts],
        "series": [
            {
                "title": one.title,
                "label": one.label,
                "unit": one.unit,
                "points": [list(point) for point in one.points],
                "most": max((number for _label, number in one.points), default=0),
            }
            for one in found.series
        ],
        "winners_heading": _("Ausgezeichnet"),
        "winners_head": [_("Platz"), _("Wer"), _("Ort"), _("Wertung")],
        "winners": _winners(campaign) if found.has_votes else [],
        "none": _("Keine Angaben."),
    }
    return render_pdf(LAYOUT, data, made_at=now)


def _winners(campaign: Campaign) -> list[list[str]]:
    result = published_result(campaign)
    found = honours(result.snapshot) if result else []
    chosen = [one for one in found if one.field in {Field.SIZE_CLASS, Field.TOWNS_CLASS, Field.JURY}]
    made = [Certificate(campaign, one) for one in chosen]
    return [[one.place, one.name, one.honour.town if one.honour.title else "", one.field] for one in made]


def report_workbook(campaign: Campaign, found: Statistics) -> bytes:
    """One sheet with the single figures, one per chart."""
    workbook = Workbook()
    sheet: Any = workbook.active
    sheet.title = _("In Zahlen")
    _write(sheet, [campaign.title, ""], found.facts)
    for one in found.series:
        _write(workbook.create_sheet(one.key.capitalize()), [one.label, one.unit], one.points)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _write(sheet: Any, head: list[str], rows: Any) -> None:
    sheet.append(head)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for label, value in rows:
        sheet.append([safe_cell(label), int(value) if str(value).isdigit() else value])
    sheet.column_dimensions["A"].width = 48
    sheet.column_dimensions["B"].width = 22
    sheet.freeze_panes = "A2"
