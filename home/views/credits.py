"""„Bildnachweise“: every picture with author, licence and alternative text, what is missing, and where it is used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.images.views.images import ImagePreviewColumn

from cms.core.spreadsheets import safe_cell
from home.enums import CreditGap
from home.models import SiteImage
from home.queries.credits import credited, gaps_of, lacking, uses_of

EXPORTED = {
    "title": _("Titel"),
    "gaps": _("Es fehlt"),
    "description": _("Alternativtext"),
    "author": _("Urheberin oder Urheber"),
    "licence": _("Lizenz"),
    "year": _("Jahr"),
    "used_in": _("Verwendet in"),
}


class CreditsFilterSet(WagtailFilterSet):
    """What the list can be narrowed down by."""

    gap = django_filters.MultipleChoiceFilter(
        label=_("Es fehlt"), choices=CreditGap.choices, method="lacks", widget=forms.CheckboxSelectMultiple
    )
    used = django_filters.ChoiceFilter(
        label=_("Verwendung"),
        choices=[("yes", _("wird verwendet")), ("no", _("wird nirgends verwendet"))],
        method="in_use",
    )
    author = django_filters.CharFilter(label=_("Urheberin oder Urheber"), lookup_expr="icontains")

    class Meta:
        model = SiteImage
        fields = ["gap", "used", "author", "licence"]

    def lacks(self, images: QuerySet[SiteImage], _name: str, gaps: list[str]) -> QuerySet[SiteImage]:
        return lacking(images, gaps) if gaps else images

    def in_use(self, images: QuerySet[SiteImage], _name: str, answer: str) -> QuerySet[SiteImage]:
        return images.filter(uses__gt=0) if answer == "yes" else images.filter(uses=0)


def _gaps(image: SiteImage) -> str:
    return ", ".join(str(gap.label) for gap in gaps_of(image))


def _licence(image: SiteImage) -> str:
    return str(image.get_licence_display())


class UsesColumn(Column):
    cell_template_name = "home/admin/partials/uses_cell.html"


class CreditsView(ReportView):
    """Pictures that lack something come first; the export holds all that were found."""

    model = SiteImage
    page_title = _("Bildnachweise")
    header_icon = "image"
    verbose_name_plural = _("Bilder")
    filterset_class = CreditsFilterSet
    index_url_name = "home_credits"
    index_results_url_name = "home_credits_results"
    export_filename = "bildnachweise"
    columns = [
        ImagePreviewColumn("preview", label=_("Bild"), accessor="image", classname="image-preview"),
        TitleColumn("title", label=_("Titel"), get_url=lambda image: reverse("wagtailimages:edit", args=[image.pk])),
        Column("gaps", label=_("Es fehlt"), accessor=_gaps),
        Column("description", label=_("Alternativtext")),
        Column("author", label=_("Urheberin oder Urheber"), sort_key="author"),
        Column("licence", label=_("Lizenz"), accessor=_licence, sort_key="licence"),
        Column("year", label=_("Jahr"), sort_key="year"),
        UsesColumn("shown_by", label=_("Verwendet in")),
    ]
    list_export = list(EXPORTED)
    export_headings = EXPORTED
    custom_field_preprocess = {field: {"csv": lambda value: safe_cell(str(value))} for field in EXPORTED}

    def get_base_queryset(self) -> QuerySet[SiteImage]:
        return credited()

    def get_table(self, object_list: Iterable[SiteImage]) -> Any:
        return super().get_table(_with_uses(object_list))

    def decorate_paginated_queryset(self, object_list: Iterable[SiteImage]) -> Iterable[SiteImage]:
        return _with_uses(object_list) if self.is_export else object_list

    def to_row_dict(self, item: SiteImage) -> dict[str, Any]:
        said = {"gaps": _gaps(item), "licence": _licence(item), "year": item.year or ""}
        said["used_in"] = "; ".join(use.title for use in item.shown_by)  # type: ignore[attr-defined]
        return {field: said.get(field, getattr(item, field, "")) for field in EXPORTED}


def _with_uses(images: Iterable[SiteImage]) -> list[SiteImage]:
    found = list(images)
    uses = uses_of(found)
    for image in found:
        image.shown_by = uses.get(image.pk, [])  # type: ignore[attr-defined]
    return found
