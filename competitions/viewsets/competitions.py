"""A competition's words, classes and money, and the dates of its stages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.ui.tables import DateColumn, TitleColumn

from competitions.forms.setting_up import CompetitionForm, StageForm
from competitions.models import Competition, Stage

from .base import SetupViewSet


class CompetitionViewSet(SetupViewSet):
    model = Competition
    name = "competition_setup"
    url_prefix = "wettbewerb-einrichten/wettbewerbe"
    icon = "list-ul"
    menu_label = _("Wettbewerbe")
    ordering = "-created_at"
    base_form_class = CompetitionForm
    list_display = (
        TitleColumn("title", label=_("Titel"), url_name="competitions_setup", id_accessor="slug"),
        "code_prefix",
        DateColumn("created_at", label=_("angelegt")),
    )
    panels: ClassVar[list[Any]] = [
        HelpPanel(
            content=_(
                "Häufige Fragen, Unterlagen zum Herunterladen und Bilder stehen auf der Seite des Wettbewerbs, "
                "unter „Seiten“."
            )
        ),
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("motto"),
        FieldPanel("summary"),
        FieldPanel("code_prefix"),
        MultiFieldPanel([FieldPanel("size_bounds"), FieldPanel("themes")], heading=_("Klassen und Themen")),
        FieldPanel("budget"),
        MultiFieldPanel([FieldPanel("contact_name"), FieldPanel("contact_email")], heading=_("Ansprechstelle")),
    ]


class StageViewSet(SetupViewSet):
    model = Stage
    name = "competition_stages"
    url_prefix = "wettbewerb-einrichten/stufen"
    icon = "calendar"
    menu_label = _("Stufen und Fristen")
    list_filter = ("competition",)
    base_form_class = StageForm
    list_display = ("__str__", "opens_at", "closes_at", "jury_opens_at", "jury_closes_at")
    panels: ClassVar[list[Any]] = [
        FieldPanel("competition"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("title")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldRowPanel([FieldPanel("jury_opens_at"), FieldPanel("jury_closes_at")]),
            ],
            heading=_("Fristen"),
        ),
        MultiFieldPanel(
            [FieldPanel("blind"), FieldPanel("reviews_per_candidate"), FieldPanel("tie_break")], heading=_("Jury")
        ),
    ]
