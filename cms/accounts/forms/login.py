"""The two questions of the log-in: which address, which code."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class EmailForm(forms.Form):
    """The address that the code goes to; returned in the one form in which addresses are stored."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        max_length=254,
        help_text=_("Wir schicken Ihnen einen Code an diese Adresse. Ein Passwort brauchen Sie nicht."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Bitte geben Sie Ihre E-Mail-Adresse ein."),
            "invalid": _("Diese Adresse ist nicht vollständig. So sieht eine aus: name@example.org"),
            "max_length": _("Diese Adresse ist zu lang."),
        },
    )

    def clean_email(self) -> str:
        """Return the address in lower case."""
        return str(self.cleaned_data["email"]).strip().lower()


class CodeForm(forms.Form):
    """Six digits, however they are grouped."""

    code = forms.CharField(
        label=_("Code aus der E-Mail"),
        max_length=20,
        help_text=_("Sechs Ziffern. Leerzeichen dürfen bleiben."),
        widget=forms.TextInput(
            attrs={"class": "code-in", "inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}
        ),
        error_messages={
            "required": _("Bitte geben Sie den Code aus der E-Mail ein."),
            "max_length": _("Der Code hat sechs Ziffern."),
        },
    )

    def clean_code(self) -> str:
        """Return the bare digits; refuse anything that cannot be a code without spending a try."""
        digits = "".join(letter for letter in self.cleaned_data["code"] if letter.isdecimal())
        if len(digits) != 6:
            raise forms.ValidationError(_("Der Code hat sechs Ziffern."), code="shape")
        return digits
