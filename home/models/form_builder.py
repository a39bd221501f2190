"""Kinds of questions that a form can ask, and how they look."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

LONGEST_TEXT = 4000
HONEYPOT = "website"
FIELD_TYPES = (
    ("singleline", _("kurzer Text")),
    ("multiline", _("langer Text")),
    ("rating", _("Zustimmung von 1 bis 5")),
    ("radio", _("eine Auswahl")),
    ("checkboxes", _("mehrere zur Auswahl")),
    ("dropdown", _("eine Auswahl aus langer Liste")),
    ("checkbox", _("ein Häkchen")),
    ("email", _("E-Mail-Adresse")),
    ("number", _("Zahl")),
    ("date", _("Datum")),
    ("url", _("Internetadresse")),
)
RATING = (
    ("5", _("5: stimme voll zu")),
    ("4", _("4: stimme eher zu")),
    ("3", _("3: teils, teils")),
    ("2", _("2: stimme eher nicht zu")),
    ("1", _("1: stimme gar nicht zu")),
)
REQUIRED = _("Bitte beantworten Sie diese Frage.")


class SiteForm(BaseForm):
    """A form with a field that people do not see; whoever fills it in is a machine."""

    @property
    def is_from_machine(self) -> bool:
        return bool(self.data.get(HONEYPOT))


class SiteFormBuilder(FormBuilder):
    """Wagtail's builder with our words, limits and one more kind of question."""

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 5}), **options)

    def create_rating_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.ChoiceField(choices=RATING, widget=forms.RadioSelect, **options)

    def create_date_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)

    def create_email_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.EmailField(widget=forms.EmailInput(attrs={"autocomplete": "email"}), **options)

    def create_dropdown_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        choices = [("", _("Bitte wählen")), *self.get_formatted_field_choices(field)]
        return forms.ChoiceField(choices=choices, **options)

    def get_field_options(self, field: Any) -> dict[str, Any]:
        return {**super().get_field_options(field), "error_messages": {"required": REQUIRED}}

    def get_form_class(self) -> type[SiteForm]:
        return type("BuiltForm", (SiteForm,), self.formfields)


def listed(choices: str) -> list[str]:
    """Return the choices as an editor wrote them: one per line, or divided by commas."""
    lines = choices.strip().splitlines()
    parts = lines if len(lines) > 1 else choices.split(",")
    return [part.strip().rstrip(",").strip() for part in parts if part.strip()]
