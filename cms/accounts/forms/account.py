"""What people say about themselves."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class NameForm(forms.Form):
    """The name by which somebody wants to be addressed."""

    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=150,
        help_text=_("So erscheinen Sie bei Bewerbungen, in der Jury und in der Verwaltung."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Bitte geben Sie Ihren Namen ein.")},
    )
