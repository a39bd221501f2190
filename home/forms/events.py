"""Forms around events: registering, and what the office writes to those who are registered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.domain.registrations import LIVING
from home.enums import RegistrationState


class RegistrationForm(forms.Form):
    """„Anmelden“."""

    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Bitte sagen Sie uns, wie Sie heißen. Der Name steht auf der Teilnahmeliste.")},
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Dorthin geht ein Link, mit dem Sie die Anmeldung bestätigen und später absagen können."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Bitte geben Sie Ihre E-Mail-Adresse an."),
            "invalid": _("Bitte geben Sie eine gültige Adresse an, zum Beispiel name@example.org."),
        },
    )
    organisation = forms.CharField(
        label=_("Einrichtung"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    note = forms.CharField(
        label=_("Was sollen wir wissen?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Zum Beispiel, ob Sie Gebärdensprache oder einen Platz für den Rollstuhl brauchen."),
    )
    # a field that people do not see; whoever fills it in is a machine
    website = forms.CharField(required=False, widget=forms.HiddenInput)


class RegisteredMailForm(forms.Form):
    """The office writes to those who are registered."""

    states = forms.MultipleChoiceField(
        label=_("An"),
        choices=[(state.value, state.label) for state in RegistrationState if state in LIVING],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Bitte wählen Sie, an wen die Mail geht.")},
    )
    subject = forms.CharField(
        label=_("Betreff"), max_length=120, error_messages={"required": _("Bitte schreiben Sie einen Betreff.")}
    )
    text = forms.CharField(
        label=_("Text"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Ohne Anrede und Gruß; Termin und privater Link stehen von selbst darunter."),
        error_messages={"required": _("Bitte schreiben Sie, worum es geht.")},
    )


class TakeBackForm(forms.Form):
    """The office takes a registration back."""

    reason = forms.CharField(
        label=_("Grund"), max_length=300, required=False, help_text=_("Steht in der Mail an die angemeldete Person.")
    )


def states_of(form: forms.Form) -> list[Any]:
    """Return the states that the office ticked."""
    return [RegistrationState(value) for value in form.cleaned_data["states"]]
