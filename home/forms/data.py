"""The form by which an editor brings a table."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TableForm(forms.Form):
    """A file with one line per municipality, and what it says about itself."""

    file = forms.FileField(
        label=_("Tabelle (.csv oder .xlsx)"),
        help_text=_(
            "Erste Zeile: Überschriften. Eine Spalte „AGS“ oder „Gemeinde“, daneben der Wert. Höchstens 5 MB. "
            "Leere Zellen und „.“ bedeuten: kein Wert bekannt."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={
            "required": _("Bitte wählen Sie die Datei aus."),
            "empty": _("Die Datei ist leer. Bitte wählen Sie eine andere."),
        },
    )
    as_of = forms.DateField(
        label=_("Stand"),
        help_text=_("Der Tag, für den die Zahlen gelten. Gibt es ihn schon, werden seine Zahlen ersetzt."),
        input_formats=["%d.%m.%Y", "%Y-%m-%d"],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "placeholder": "31.12.2026"}),
        error_messages={
            "required": _("Bitte geben Sie den Stand an."),
            "invalid": _("Bitte schreiben Sie den Tag so: 31.12.2026."),
        },
    )
    source = forms.CharField(
        label=_("Quelle"),
        max_length=200,
        error_messages={"required": _("Bitte geben Sie an, woher die Zahlen kommen.")},
    )
    source_url = forms.URLField(
        label=_("Adresse der Quelle (freiwillig)"),
        required=False,
        assume_scheme="https",
        error_messages={
            "invalid": _("Bitte geben Sie eine vollständige Adresse an, zum Beispiel https://example.org.")
        },
    )

    def clean_as_of(self) -> date:
        """Figures are about what was."""
        day: date = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise ValidationError(_("Dieser Tag liegt in der Zukunft."))
        return day
