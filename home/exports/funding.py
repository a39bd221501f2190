"""Funding programmes as the rows of a table, with the fields of the federal database."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from cms.core.spreadsheets import Row
from home.models import FundingPage

HEADER = (
    _("Programm"),
    _("Kurz gesagt"),
    _("Art der Förderung"),
    _("Förderbereiche"),
    _("Antragsberechtigte"),
    _("Fördergebiet"),
    _("nur für Orte bis"),
    _("Höhe der Förderung"),
    _("Antragsfrist"),
    _("Fördergeber"),
    _("Ansprechstelle"),
    _("zuletzt geprüft am"),
    _("Quelle"),
    _("Adresse der Seite"),
)


def funding_rows() -> Iterator[Row]:
    """Yield one row per published programme; an open deadline is „laufend“."""
    for page in FundingPage.objects.live().defer("body").order_by("title"):
        yield [
            page.title,
            page.teaser,
            page.get_kind_display(),
            ", ".join(page.area_labels),
            ", ".join(page.applicant_labels),
            page.get_region_display(),
            page.max_population,
            page.amount,
            page.deadline or str(_("laufend")),
            page.funder,
            page.contact,
            page.last_checked,
            page.source_url,
            page.full_url or "",
        ]
