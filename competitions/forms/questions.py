"""A question to the office: from an application, or from anybody with an address for the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class QuestionForm(forms.Form):
    """The question. Somebody who is logged in needs no address."""

    text = forms.CharField(
        label=_("Ihre Frage"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Bitte schreiben Sie Ihre Frage auf.")},
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse für die Antwort"),
        help_text=_("Nur dafür. Sechs Monate nach der Antwort wird sie gelöscht."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Bitte geben Sie an, wohin die Antwort gehen soll."),
            "invalid": _("Diese E-Mail-Adresse ist nicht vollständig, zum Beispiel name@stadt.de."),
        },
    )
    # a field that people do not see; whoever fills it in is a machine
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, is_known: bool) -> None:
        super().__init__(data)
        if is_known:
            del self.fields["email"]
