"""How the office sets up a competition in the admin: dates, criteria, prizes, and the form built from blocks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup

from .competitions import CompetitionViewSet, StageViewSet
from .forms import FormViewSet
from .scoring import AwardViewSet, CriterionViewSet

__all__ = ["CompetitionSetupGroup"]


class CompetitionSetupGroup(ModelViewSetGroup):
    """One entry of the menu."""

    menu_label = _("Wettbewerbe einrichten")
    menu_name = "competition-setup"
    menu_icon = "list-ul"
    menu_order = 220
    items = (CompetitionViewSet, StageViewSet, FormViewSet, CriterionViewSet, AwardViewSet)
