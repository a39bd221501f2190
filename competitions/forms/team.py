"""Inviting somebody to write along."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class InviteEditorForm(forms.Form):
    """Where the invitation goes, and as what the person is listed."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Dorthin geht die Einladung. Wer sie annimmt, meldet sich mit dieser Adresse und einem Code an."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Bitte geben Sie eine E-Mail-Adresse an."),
            "invalid": _("Diese E-Mail-Adresse ist nicht vollständig, zum Beispiel name@stadt.de."),
        },
    )
    role = forms.CharField(
        label=_("Rolle"),
        max_length=80,
        required=False,
        help_text=_("Zum Beispiel „Kämmerei“ oder „Gewerbeverein“."),
    )
