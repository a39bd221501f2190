"""German for labels that an extension of Wagtail makes from names in its code, out of gettext's reach."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _


def name_filters() -> None:
    """Name the two languages in the report of translations."""
    from wagtail_localize.views.report import TranslationsReportFilterSet

    TranslationsReportFilterSet.base_filters["source_locale"].label = _("Sprache des Originals")
    TranslationsReportFilterSet.base_filters["target_locale"].label = _("Sprache der Übersetzung")
