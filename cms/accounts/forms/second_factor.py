"""allauth's forms for the second factor in our words; their checks stay as they are."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

CODE_ATTRS = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}
CODE_MISSING = {"required": _("Bitte geben Sie einen Code ein.")}


def _factor_code() -> forms.CharField:
    return forms.CharField(
        label=_("Code aus der App oder Notfallcode"),
        max_length=20,
        help_text=_("Sechs Ziffern aus Ihrer App. Ohne App: einer Ihrer achtstelligen Notfallcodes."),
        widget=forms.TextInput(attrs=CODE_ATTRS),
        error_messages=CODE_MISSING,
    )


def _key_name() -> forms.CharField:
    return forms.CharField(
        label=_("Name des Passkeys"),
        max_length=60,
        required=False,
        help_text=_("Damit Sie ihn wiedererkennen, zum Beispiel „Diensthandy“."),
    )


class SpacesMayStay:
    """Takes „123 456“ for 123456."""

    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """Drop the spaces before allauth compares."""
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return super().clean_code()  # type: ignore[misc]


class FactorForm(SpacesMayStay, AuthenticateForm):
    """The second step of the log-in."""

    code = _factor_code()


class FactorAgainForm(SpacesMayStay, ReauthenticateForm):
    """The second factor, asked again before something delicate."""

    code = _factor_code()


class ActivateAppForm(SpacesMayStay, ActivateTOTPForm):
    """The first code of the app proves that the app has the secret."""

    code = forms.CharField(
        label=_("Code aus der App"),
        max_length=20,
        help_text=_("Sechs Ziffern, die die App jetzt zeigt."),
        widget=forms.TextInput(attrs=CODE_ATTRS),
        error_messages=CODE_MISSING,
    )


class AddPasskeyForm(AddWebAuthnForm):
    """A name for people; the credential comes from the browser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = _key_name()
        self.fields["credential"].error_messages["required"] = _(
            "Der Browser hat keinen Passkey übergeben. Bitte versuchen Sie es noch einmal."
        )
        self.order_fields(["name", "credential"])


class EditPasskeyForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = _key_name()
        self.fields["name"].required = True
