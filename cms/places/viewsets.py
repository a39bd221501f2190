"""The municipalities in the admin: a list to look things up in; the register file is the only way to change them."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from cms.places.domain import fold_name
from cms.places.models import Municipality


class LookOnlyPolicy(ModelPermissionPolicy):
    """Nobody edits the register by hand, not even administrators."""

    def user_has_permission(self, user: object, action: str) -> bool:
        """Allow looking only."""
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: object, actions: list[str]) -> bool:
        """Allow looking only."""
        return "view" in actions and self.user_has_permission(user, "view")


class MunicipalityIndexView(generic.IndexView):
    """All municipalities, with the way to read in a new register."""

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer the import."""
        return [
            HeaderButton(label=_("Verzeichnis einlesen"), url=reverse("places_import"), icon_name="upload", priority=10)
        ]


class MunicipalityViewSet(ModelViewSet):
    """The list „Kommunen“."""

    model = Municipality
    name = "municipalities"
    url_prefix = "kommunen"
    icon = "globe"
    menu_label = _("Kommunen")
    menu_order = 700
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = MunicipalityIndexView
    list_per_page = 50
    list_filter = ("is_active", "kind", "district")
    search_fields = ("name", "name_official", "ags", "postal_code")
    search_backend_name = None
    ordering = "name_folded"
    list_display = (
        "label",
        "ags",
        "district",
        Column("population", label=_("Bevölkerung"), sort_key="population"),
        Column("as_of", label=_("Gebietsstand"), sort_key="as_of"),
    )
    inspect_view_fields = (
        "ags",
        "name_official",
        "kind",
        "district",
        "population",
        "area_km2",
        "postal_code",
        "latitude",
        "longitude",
        "as_of",
        "is_active",
    )
    exclude_form_fields = ()

    @property
    def permission_policy(self) -> LookOnlyPolicy:
        """Looking, no editing."""
        return LookOnlyPolicy(self.model)


class TownFilterForm(BaseFilterForm):
    """Finds a town by the beginning of its name, however it is written."""

    q = forms.CharField(label=_("Name"), required=False)

    def filter(self, objects: QuerySet[Municipality]) -> QuerySet[Municipality]:
        """Narrow the list to what was typed."""
        typed = self.cleaned_data.get("q", "").strip()
        if typed:
            self.is_searching, self.search_query = True, typed
            objects = objects.filter(name_folded__contains=fold_name(typed))
        return objects


class TownChooseView(ChooseView):
    """The choice with its search."""

    filter_form_class = TownFilterForm


class TownResultsView(ChooseResultsView):
    """The same, after typing."""

    filter_form_class = TownFilterForm


class MunicipalityChooserViewSet(ChooserViewSet):
    """How editors choose a town: by typing instead of scrolling through six hundred names."""

    model = Municipality
    icon = "globe"
    choose_one_text = _("Kommune auswählen")
    choose_another_text = _("Andere Kommune auswählen")
    per_page = 20
    choose_view_class = TownChooseView
    choose_results_view_class = TownResultsView
    permission_policy = LookOnlyPolicy(Municipality)

    def get_object_list(self) -> QuerySet[Municipality]:
        """Those that exist today."""
        return Municipality.objects.active()


municipality_chooser = MunicipalityChooserViewSet("municipality_chooser", url_prefix="kommunen/auswahl")
