"""A town in a form: people type its name, with suggestions where JavaScript runs; a shared name asks which one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.places.models import Municipality, MunicipalityQuerySet
from cms.places.queries import by_typed_name
from cms.places.refusals import ambiguous_place, unknown_place

LONGEST_NAME = 220


class MunicipalityInput(forms.TextInput):
    """A text input that the script `towns.js` gives suggestions; shows a chosen town by its label."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        base = {"data-towns": "", "data-towns-label": _("Vorschläge"), "autocomplete": "off", "spellcheck": "false"}
        super().__init__({**base, **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """Show the town's label for a key."""
        if isinstance(value, Municipality):
            return value.label
        if isinstance(value, str) and value.isdecimal() and len(value) == 8:
            town = Municipality.objects.filter(ags=value).first()
            return town.label if town else value
        return super().format_value(value)


class MunicipalityField(forms.CharField):
    """Returns a Municipality (None when left empty and not required) for a typed name or an AGS.

    `among` limits the choice, e.g. to the towns that may take part; it may be set on a form's instance of the field.
    """

    widget = MunicipalityInput

    def __init__(self, *, among: MunicipalityQuerySet | None = None, **kwargs: Any) -> None:
        self.among = among
        kwargs.setdefault("label", _("Stadt oder Gemeinde"))
        kwargs.setdefault("max_length", LONGEST_NAME)
        kwargs["error_messages"] = {
            "required": _("Bitte geben Sie einen Ort an."),
            **(kwargs.get("error_messages") or {}),
        }
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Let the widget show a town given as initial value."""
        return value.label if isinstance(value, Municipality) else value

    def clean(self, value: Any) -> Municipality | None:  # type: ignore[override]
        """Find the one town that is meant; otherwise say what to do."""
        typed = super().clean(value.label if isinstance(value, Municipality) else value)
        if not typed:
            return None
        found = by_typed_name(typed, among=self.among)
        if len(found) == 1:
            return found[0]
        refusal = ambiguous_place([town.label for town in found]) if found else unknown_place(typed)
        raise ValidationError(str(refusal), code=refusal.code)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what is shown, not a town with a text."""
        shown = initial.label if isinstance(initial, Municipality) else initial
        return super().has_changed(shown, data)


class RegisterFileForm(forms.Form):
    """The workbook that the office reads in."""

    file = forms.FileField(
        label=_("Arbeitsmappe (.xlsx)"),
        help_text=_(
            "„Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl“ des Statistischen Bundesamts."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Bitte wählen Sie die Datei aus."),
            "empty": _("Die Datei ist leer. Laden Sie sie noch einmal herunter."),
        },
    )
