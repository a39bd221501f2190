"""The table of a data page as CSV and as JSON."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from cms.core.spreadsheets import csv_response
from home.models import DataEdition, DataPage
from home.queries.data import edition_of, editions_of, rows_of


def _asked(request: HttpRequest, slug: str) -> tuple[DataPage, DataEdition]:
    pages = DataPage.objects.live().public().defer("body").order_by("pk")
    page = pages.filter(slug=slug).first() or get_object_or_404(pages, slug=slug)
    editions = list(editions_of(page))
    if not editions:
        raise Http404
    return page, edition_of(editions, request.GET.get("stand", ""))


@require_safe
def table_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One line per municipality, as German spreadsheets read it."""
    page, edition = _asked(request, slug)
    value = f"{page.value_label} ({page.unit})" if page.unit else page.value_label
    header = [_("AGS"), _("Gemeinde"), _("Landkreis"), _("Menschen"), value, pgettext("data", "Stand"), _("Quelle")]
    rows = (
        [
            row.municipality_id,
            row.municipality.name,
            row.municipality.district,
            row.municipality.population,
            round(row.value, page.decimals),
            edition.as_of,
            edition.source,
        ]
        for row in rows_of(edition)
    )
    return csv_response(f"{slug}-{edition.as_of.isoformat()}.csv", header, rows)


@require_safe
def table_json(request: HttpRequest, slug: str) -> JsonResponse:
    """The same for programs: title, unit, date, source and one object per municipality."""
    page, edition = _asked(request, slug)
    told = {
        "title": page.title,
        "value": page.value_label,
        "unit": page.unit,
        "as_of": edition.as_of.isoformat(),
        "source": edition.source,
        "source_url": edition.source_url,
        "url": page.full_url,
        "rows": [
            {"ags": row.municipality_id, "name": row.municipality.label, "value": float(row.value)}
            for row in rows_of(edition)
        ],
    }
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = "public, max-age=300"
    return response
