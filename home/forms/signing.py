"""Signing the declaration; the office's refusal. They check shape, the actions decide."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.places.forms import MunicipalityField
from home.domain.signing import Signature
from home.enums import PartnerKind


class SigningForm(forms.Form):
    """„Bündniserklärung unterzeichnen“."""

    organisation = forms.CharField(
        label=_("Einrichtung"),
        max_length=160,
        help_text=_("So, wie der Name im Verzeichnis und auf der Urkunde stehen soll."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Bitte nennen Sie die Einrichtung, die unterzeichnet.")},
    )
    kind = forms.ChoiceField(
        label=_("Art der Einrichtung"),
        choices=[("", _("Bitte wählen")), *PartnerKind.choices],
        error_messages={"required": _("Bitte wählen Sie, was am besten passt.")},
    )
    municipality = MunicipalityField(
        label=_("Ort"), required=False, help_text=_("Der Sitz der Einrichtung. Leer, wenn es keinen festen Ort gibt.")
    )
    about = forms.CharField(
        label=_("Wofür stehen Sie?"), max_length=240, required=False, help_text=_("Ein Satz für das Verzeichnis.")
    )
    link = forms.URLField(
        label=_("Website"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "url"}),
        error_messages={
            "invalid": _("Bitte geben Sie die Adresse vollständig an, zum Beispiel https://www.example.org")
        },
    )
    signer = forms.CharField(
        label=_("Wer unterzeichnet?"),
        max_length=120,
        help_text=_("Vor- und Nachname. Steht auf der Urkunde, nicht im Verzeichnis."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Bitte geben Sie an, wer unterzeichnet.")},
    )
    signer_role = forms.CharField(
        label=_("Funktion"),
        max_length=120,
        help_text=_("Zum Beispiel „Bürgermeisterin“ oder „Vorstand“."),
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        error_messages={"required": _("Bitte geben Sie die Funktion an.")},
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Dorthin geht ein Link, mit dem Sie die Unterschrift bestätigen, und später die Urkunde."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Bitte geben Sie Ihre E-Mail-Adresse an."),
            "invalid": _("Bitte geben Sie eine gültige Adresse an, zum Beispiel name@example.org."),
        },
    )
    wants_public = forms.BooleanField(
        label=_("Im öffentlichen Verzeichnis zeigen"),
        required=False,
        initial=True,
        help_text=_("Mit Name, Art, Ort, Website und dem Satz von oben."),
    )
    agree = forms.BooleanField(
        label=_("Wir unterzeichnen die Bündniserklärung"),
        help_text=_("Ich darf das für die Einrichtung erklären."),
        error_messages={
            "required": _("Ohne Ihre Zustimmung gibt es keine Unterschrift. Bitte kreuzen Sie das Feld an.")
        },
    )
    read = forms.CharField(widget=forms.HiddenInput, max_length=64)
    # a field that people do not see; whoever fills it in is a machine
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def signature(self) -> Signature:
        """Return what the action takes."""
        data: dict[str, Any] = self.cleaned_data
        town = data["municipality"].pk if data["municipality"] else ""
        named = {part.name: data[part.name] for part in fields(Signature) if part.name != "town"}
        return Signature(town=town, **named)


class RefusalForm(forms.Form):
    """The office refuses."""

    reason = forms.CharField(
        label=_("Begründung"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Geht mit der Mail hinaus."),
        error_messages={"required": _("Bitte schreiben Sie, warum. Die Begründung geht mit der Mail hinaus.")},
    )
