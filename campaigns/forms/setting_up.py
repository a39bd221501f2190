"""The form in which the office sets a campaign up: dates are proposed, bounds typed as people write them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from campaigns.domain.planning import proposed_dates
from campaigns.queries.office import towns_by_class
from cms.places.domain import SIZE_BOUNDS, size_class
from cms.places.models import Municipality

_BOUND = re.compile(r"\d{1,3}(?:[.\s]\d{3})*|\d+")
_WRONG_BOUNDS = _(
    "Bitte steigende Einwohnerzahlen angeben, durch Komma getrennt, zum Beispiel „5.000, 15.000, 30.000“."
)


def bounds_in_words(bounds: Any) -> str:
    """„5.000, 15.000, 30.000“ for [5000, 15000, 30000]."""
    return ", ".join(f"{bound:,}".replace(",", ".") for bound in bounds or ())


class BoundsField(forms.CharField):
    """Upper bounds of size classes, written „5.000, 15.000, 30.000“."""

    def prepare_value(self, value: Any) -> Any:
        return bounds_in_words(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[int]:
        """Read the list. Refuses what does not rise."""
        parts = [part.strip() for part in re.split(r"[,;\n]", super().to_python(value)) if part.strip()]
        if any(not _BOUND.fullmatch(part) for part in parts):
            raise forms.ValidationError(_WRONG_BOUNDS)
        bounds = [int(re.sub(r"\D", "", part)) for part in parts]
        try:
            size_class(0, bounds)
        except ValueError as error:
            raise forms.ValidationError(_WRONG_BOUNDS) from error
        return bounds

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != initial
        except forms.ValidationError:
            return True


class TownsByDistrict(forms.CheckboxSelectMultiple):
    """All towns as boxes, a fold for each district; the fold of a district with a chosen town stands open."""

    template_name = "campaigns/admin/towns_by_district.html"

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["css/admin-campaigns.css"]}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        groups = [(district, towns) for district, towns, _index in context["widget"]["optgroups"]]
        context["districts"] = [(name, towns, any(town["selected"] for town in towns)) for name, towns in groups]
        return context


class CampaignForm(WagtailAdminModelForm):
    """The rules of a campaign, and the public words for changing them once it has opened."""

    size_bounds = BoundsField(label=_("Obergrenzen der Größenklassen"), max_length=200)
    towns = forms.ModelMultipleChoiceField(
        Municipality.objects.none(),
        label=_("Nur diese Orte"),
        required=False,
        widget=TownsByDistrict,
        help_text=_("Ohne Auswahl nehmen alle Orte bis zur angegebenen Einwohnerzahl teil."),
    )
    districts = forms.MultipleChoiceField(
        label=_("Ganze Landkreise dazunehmen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Beim Speichern kommen alle Orte dieser Landkreise zur Auswahl dazu."),
    )
    note = forms.CharField(
        label=_("Öffentlicher Hinweis auf die Änderung"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Nötig, sobald die Kampagne läuft: Was ändert sich und warum? Steht auf der Kampagnenseite."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            for name, moment in proposed_dates(timezone.localtime()).items():
                self.fields[name].initial = moment
            self.fields["size_bounds"].initial = list(SIZE_BOUNDS)
        towns = list(Municipality.objects.active().order_by("district", "name_folded"))
        self.fields["towns"].queryset = Municipality.objects.active()
        self.fields["towns"].choices = _by_district(towns)
        self.fields["districts"].choices = list(dict.fromkeys((town.district_ags, town.district) for town in towns))
        self.fields["size_bounds"].help_text = self._classes(towns)

    def _classes(self, towns: list[Municipality]) -> str:
        """How many of the towns that may take part fall into each class, as stored."""
        counts = towns_by_class(self.instance, towns)
        told = _("Durch Komma getrennt. Teilnehmende Orte derzeit: %(counts)s.")
        return told % {"counts": "; ".join(f"{label}: {number}" for label, number in counts)}

    def clean(self) -> dict[str, Any]:
        """Add the towns of whole districts to the list."""
        values: dict[str, Any] = super().clean()
        if districts := values.get("districts"):
            chosen = {town.pk for town in values.get("towns") or ()}
            of_districts = Municipality.objects.active().filter(district_ags__in=districts)
            chosen.update(of_districts.values_list("pk", flat=True))
            values["towns"] = Municipality.objects.filter(pk__in=chosen)
        return values

    @property
    def changed_rules(self) -> set[str]:
        """The names of what was changed; a district that was added changes the list of towns."""
        changed = set(self.changed_data)
        return changed | {"towns"} if "districts" in changed else changed


def _by_district(towns: list[Municipality]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups = groupby(towns, key=lambda town: town.district)
    return [(district, [(town.pk, town.name) for town in group]) for district, group in groups]
