"""Voting and looking after one's own vote."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.forms.fields import EMAIL_ERRORS, email_input


class VoterForm(forms.Form):
    """Where the code for the ballot goes."""

    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        max_length=254,
        help_text=_("Wir schicken Ihnen sechs Ziffern. Erst wenn Sie die eingeben, zählt Ihr Stimmzettel."),
        widget=email_input(),
        error_messages=EMAIL_ERRORS,
    )


class ReceiptForm(forms.Form):
    """A receipt as somebody types it."""

    receipt = forms.CharField(
        label=_("Ihre Quittung"),
        max_length=40,
        help_text=_("Sie steht in der Mail nach Ihrer Stimmabgabe, zum Beispiel Q-7KM4-P2XT."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": _("Bitte geben Sie Ihre Quittung ein.")},
    )
