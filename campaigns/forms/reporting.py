"""„Beitrag melden“."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.enums import ReportReason
from campaigns.forms.fields import EMAIL_ERRORS, email_input


class ReportForm(forms.Form):
    """„Beitrag melden“."""

    reason = forms.ChoiceField(
        label=_("Was stimmt nicht?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie einen Grund.")},
    )
    message = forms.CharField(
        label=_("Was sollten wir wissen?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        max_length=254,
        help_text=_("Nur nötig, wenn Sie eine Antwort möchten."),
        widget=email_input(),
        error_messages=EMAIL_ERRORS,
    )

    def clean(self) -> dict[str, Any]:
        """„Etwas anderes“ needs words."""
        found = super().clean() or self.cleaned_data
        if found.get("reason") == ReportReason.OTHER and not found.get("message", "").strip():
            self.add_error("message", _("Bitte schreiben Sie kurz, worum es geht."))
        return found
