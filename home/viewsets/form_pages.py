"""The admin's list of answers to a form; what leaves it as a file is no formula."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.contrib.forms.views import SubmissionsListView

from cms.core.spreadsheets import csv_response, xlsx_response
from home.models import FormSubmission
from home.queries.form_pages import tallies


class AnswersView(SubmissionsListView):
    """Wagtail's list with what was chosen counted above, and files that a spreadsheet opens as they are meant."""

    template_name = "home/admin/answers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "tallies": tallies(self.form_page)}

    def as_spreadsheet(self, queryset: Iterable[FormSubmission], spreadsheet_format: str) -> HttpResponseBase:
        header = [str(self.export_headings[name]) for name in self.list_export]
        rows = ([_cell(item.get_data().get(name)) for name in self.list_export] for item in queryset)
        name = f"{self.form_page.slug}-{timezone.localdate():%Y-%m-%d}"
        if spreadsheet_format == self.FORMAT_XLSX:
            return xlsx_response(f"{name}.xlsx", header, rows, title=_("Antworten"))
        return csv_response(f"{name}.csv", header, rows)


def _cell(value: Any) -> Any:
    """Several choices stand in one cell."""
    return ", ".join(str(part) for part in value) if isinstance(value, list) else value
