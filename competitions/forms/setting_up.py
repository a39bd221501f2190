"""How the office writes lists: size classes, themes, words at a scale, the order that separates ties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from competitions.models import Competition, Criterion

LONGEST_THEME = 100
_POINT = re.compile(r"(\d{1,3})\s*[:=–-]\s*(.+)")


class ListField(forms.CharField):
    """A stored list, written one per line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(self.line(item) for item in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[Any]:
        return [self.item(line) for line in map(str.strip, super().to_python(value).splitlines()) if line]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != list(initial or [])
        except ValidationError:
            return True

    def line(self, item: Any) -> str:
        """One item as it is written."""
        return str(item)

    def item(self, line: str) -> Any:
        """One item as it is stored. Raises ValidationError."""
        return line[:LONGEST_THEME]


class BoundsField(ListField):
    """Upper bounds of size classes: 5.000, 15.000, 30.000."""

    def line(self, item: Any) -> str:
        return f"{item:,}".replace(",", ".") if isinstance(item, int) else str(item)

    def item(self, line: str) -> int:
        digits = re.sub(r"[.\s]", "", line)
        if not digits.isdecimal():
            raise ValidationError(_("„%(line)s“ ist keine Einwohnerzahl."), params={"line": line})
        return int(digits)


class ScaleField(ListField):
    """Words at points of a scale: „0: nicht erfüllt“."""

    def line(self, item: Any) -> str:
        return f"{item[0]}: {item[1]}"

    def item(self, line: str) -> list[Any]:
        found = _POINT.fullmatch(line)
        if found is None:
            raise ValidationError(_("„%(line)s“: Bitte erst den Wert, dann „:“, dann das Wort."), params={"line": line})
        return [int(found[1]), found[2].strip()]


class OrderInput(forms.Widget):
    """A small number beside every criterion; an empty one takes no part."""

    template_name = "competitions/office/partials/order_input.html"
    use_fieldset = True

    def __init__(self) -> None:
        super().__init__()
        self.choices: Sequence[tuple[str, str]] = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        places: Mapping[str, Any] = value if isinstance(value, Mapping) else {}
        context["widget"]["rows"] = [(key, label, places.get(key, "")) for key, label in self.choices]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        return {key: data.get(f"{name}-{key}", "").strip() for key, _label in self.choices}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{key}" in data for key, _label in self.choices)


class OrderField(forms.Field):
    """Keys in the order of the numbers that stand beside them."""

    widget = OrderInput

    def prepare_value(self, value: Any) -> Any:
        return {key: place for place, key in enumerate(value, start=1)} if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        places = {key: typed for key, typed in (value or {}).items() if typed}
        if any(not typed.isdecimal() for typed in places.values()):
            raise ValidationError(_("Bitte nur ganze Zahlen: 1 für das Kriterium, das zuerst entscheidet."))
        if len(set(map(int, places.values()))) < len(places):
            raise ValidationError(_("Jede Zahl darf nur einmal vorkommen."))
        return sorted(places, key=lambda key: int(places[key]))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != list(initial or [])
        except ValidationError:
            return True


class CompetitionForm(WagtailAdminModelForm):
    """Size classes and themes are written one per line."""

    size_bounds = BoundsField(
        label=_("Größenklassen"),
        required=False,
        max_length=500,
        help_text=_("Obere Grenzen der Einwohnerzahl, eine je Zeile. „5.000“ und „15.000“ ergeben drei Klassen."),
    )
    themes = ListField(
        label=_("Themen"),
        required=False,
        max_length=2000,
        help_text=_("Eines je Zeile. Leer: Der Wettbewerb fragt nach keinem Thema."),
    )

    def clean_themes(self) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(self.cleaned_data["themes"]))


class StageForm(WagtailAdminModelForm):
    """Numbers beside the criteria say which one separates a tie first."""

    tie_break = OrderField(
        label=_("Reihenfolge bei Gleichstand"),
        required=False,
        help_text=_(
            "1 entscheidet zuerst, dann 2. Ohne Zahl entscheidet ein Kriterium nicht mit; alles leer: "
            "Gleichstand bleibt. Die Kriterien legen Sie nach der Stufe an."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "tie_break" not in self.fields:
            return
        known = self.instance.criteria.filter(counting=True) if self.instance.pk else Criterion.objects.none()
        self.fields["tie_break"].widget.choices = [(criterion.key, criterion.name) for criterion in known]


class CriterionForm(WagtailAdminModelForm):
    """Words at the scale are written one per line; themes are ticked."""

    labels = ScaleField(
        label=_("Worte an der Skala"),
        required=False,
        max_length=2000,
        help_text=_("Wert und Wort, eines je Zeile: „0: nicht erfüllt“, „5: teilweise“, „10: vorbildlich“."),
    )
    themes = forms.MultipleChoiceField(
        label=_("Nur für die Themen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ohne Haken gilt das Kriterium für alle Bewerbungen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "themes" not in self.fields:
            return
        stage = self.instance.stage if self.instance.pk else None
        competitions = [stage.competition] if stage else Competition.objects.all()
        known = [theme for competition in competitions for theme in competition.themes]
        self.fields["themes"].choices = [(theme, theme) for theme in dict.fromkeys([*known, *self.instance.themes])]

    def clean(self) -> dict[str, Any]:
        """The themes are those of the competition."""
        values: dict[str, Any] = super().clean()
        stage = values.get("stage")
        if stage and set(values.get("themes") or ()) - set(stage.competition.themes):
            self.add_error("themes", _("Dieses Thema gibt es in diesem Wettbewerb nicht."))
        return values
