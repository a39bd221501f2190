"""Forms for visitors: hints and barriers. They check shape; whether anything may be stored is the action's matter."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

PATH_LENGTH = 500


class FeedbackForm(forms.Form):
    """„Ihre Hinweise“."""

    message = forms.CharField(
        label=_("Ihr Hinweis"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Was fehlt, was stimmt nicht, was sollten wir wissen?"),
        error_messages={"required": _("Bitte schreiben Sie, worum es geht.")},
    )
    name = forms.CharField(
        label=_("Ihr Name"), max_length=120, required=False, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        help_text=_("Nur nötig, wenn Sie eine Antwort möchten."),
        error_messages={"invalid": _("Bitte geben Sie eine gültige Adresse an, zum Beispiel name@example.org.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # a field that people do not see; whoever fills it in is a machine
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ["message", "page_path", "name", "email", "website"]


class BarrierForm(FeedbackForm):
    """„Barriere melden“: knows the page that somebody came from."""

    page_path = forms.CharField(
        label=_("Auf welcher Seite?"),
        max_length=PATH_LENGTH,
        required=False,
        help_text=_("Schon ausgefüllt, wenn Sie von dort kommen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["message"].label = _("Worauf sind Sie gestoßen?")
        self.fields["message"].help_text = _("Was wollten Sie tun und was hat Sie daran gehindert?")

    def clean_page_path(self) -> str:
        """Keep path and query only: the address of a foreign site says nothing about ours."""
        return local_path(self.cleaned_data["page_path"])


def local_path(address: str) -> str:
    """Return the path within this site, however it was typed; nothing for control characters."""
    text = address.strip()
    if any(ord(sign) < 32 for sign in text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return text[:PATH_LENGTH]
    if parts.scheme in {"http", "https"} or text.startswith("//"):
        return (parts.path or "/")[:PATH_LENGTH]
    return text[:PATH_LENGTH]
