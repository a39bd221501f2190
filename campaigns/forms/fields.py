"""Parts that several forms of a campaign share."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.places.forms import MunicipalityField

EMAIL_ERRORS = {
    "required": _("Bitte geben Sie Ihre E-Mail-Adresse ein."),
    "invalid": _("Diese Adresse ist nicht vollständig. So sieht eine aus: name@example.org"),
    "max_length": _("Diese Adresse ist zu lang."),
}


def email_input() -> forms.EmailInput:
    """The input of an address, which browsers fill in themselves."""
    return forms.EmailInput(attrs={"autocomplete": "email"})


class StatementField(forms.BooleanField):
    """A tick that may stay away: leaving it away is an answer too, so it is not called voluntary."""

    def validate(self, value: bool) -> None:
        """Both answers are right."""


class AskedEmailField(forms.EmailField):
    """An address that only some are asked for; the action says who needs it."""

    def validate(self, value: str) -> None:
        """Leaving it empty is right for most."""


class OneTownField(MunicipalityField):
    """A town that is asked for, where another field may answer instead."""

    def validate(self, value: str) -> None:
        """The form asks for one of the two."""
