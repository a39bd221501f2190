"""What the jury scores, and what there is to win."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn

from competitions.forms.setting_up import CriterionForm
from competitions.models import Award, Criterion

from .base import SetupViewSet


class CriterionViewSet(SetupViewSet):
    model = Criterion
    name = "competition_criteria"
    url_prefix = "wettbewerb-einrichten/kriterien"
    icon = "list-ol"
    menu_label = _("Kriterien")
    list_filter = ("stage",)
    base_form_class = CriterionForm
    list_display = ("name", "stage", "weight", BooleanColumn("counting", label=_("zählt")), "position")
    panels: ClassVar[list[Any]] = [
        FieldPanel("stage"),
        FieldPanel("name"),
        FieldPanel("key"),
        FieldPanel("guidance"),
        FieldRowPanel([FieldPanel("weight"), FieldPanel("lowest"), FieldPanel("highest")]),
        FieldPanel("labels"),
        FieldPanel("themes"),
        FieldRowPanel([FieldPanel("counting"), FieldPanel("required"), FieldPanel("position")]),
    ]


class AwardViewSet(SetupViewSet):
    model = Award
    name = "competition_awards"
    url_prefix = "wettbewerb-einrichten/preise"
    icon = "pick"
    menu_label = _("Preise")
    list_filter = ("stage",)
    list_display = ("title", "stage", "rank", "quantity", "amount")
    panels: ClassVar[list[Any]] = [
        FieldPanel("stage"),
        FieldRowPanel([FieldPanel("rank"), FieldPanel("quantity")]),
        FieldPanel("title"),
        FieldPanel("amount", help_text=_("Kann zunächst offen bleiben.")),
        FieldPanel("in_kind"),
        FieldPanel("sponsor"),
        FieldPanel("is_optional"),
    ]
