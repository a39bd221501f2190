"""Where the photo was taken and what it shows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.forms.fields import OneTownField, StatementField
from campaigns.models import Entry
from campaigns.queries import Suggestion
from cms.core.templatetags.stadtblick import moment
from cms.places.models import Municipality


class PlaceForm(forms.Form):
    """Step 2. What the camera noted is only offered: its town and its notes count when the author ticks them."""

    use_required_attribute = False

    take_town = StatementField()
    municipality = OneTownField(help_text=_("Beginnen Sie zu schreiben, zum Beispiel „Bad Su“."))
    place = forms.CharField(
        label=_("Wo genau?"),
        max_length=120,
        required=False,
        help_text=_("So, dass andere den Blick finden: „Saaleweg, an der Steinbrücke“."),
    )
    title = forms.CharField(
        label=_("Titel"),
        max_length=80,
        error_messages={"required": _("Bitte geben Sie Ihrem Foto einen Titel.")},
    )
    reason = forms.CharField(
        label=_("Warum ist das Ihr schönster Blick?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    description = forms.CharField(
        label=_("Was ist zu sehen?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Für Menschen, die das Bild nicht sehen können. Ein oder zwei Sätze genügen."),
        error_messages={"required": _("Bitte beschreiben Sie kurz, was auf dem Foto zu sehen ist.")},
    )
    keep_camera = forms.BooleanField(required=False, label=_("Zeit und Standort der Kamera mit dem Beitrag speichern"))

    def __init__(
        self, *args: Any, entry: Entry, suggestion: Suggestion | None, town: Municipality | None, **kwargs: Any
    ) -> None:
        words = {name: getattr(entry, name) for name in ("municipality", "place", "title", "reason", "description")}
        words["keep_camera"] = entry.taken_at is not None or entry.latitude is not None
        super().__init__(*args, initial=words, **kwargs)
        self.town, self.suggestion = town, suggestion or _noted(entry)
        self._offer()

    def _offer(self) -> None:
        if self.town is None:
            del self.fields["take_town"]
        else:
            self.fields["take_town"].label = _("Das Foto zeigt %(town)s") % {"town": self.town.label}
            self.fields["take_town"].help_text = _("Dorthin weist der Standort, den Ihre Kamera notiert hat.")
            self.fields["municipality"].label = _("Oder eine andere Stadt oder Gemeinde")
        if self.suggestion is None:
            del self.fields["keep_camera"]
        elif self.suggestion.taken_at:
            self.fields["keep_camera"].help_text = _(
                "Aufgenommen am %(moment)s. Ohne Ihr Häkchen löschen wir, was die Kamera notiert hat."
            ) % {"moment": moment(self.suggestion.taken_at)}
        else:
            self.fields["keep_camera"].help_text = _("Ohne Ihr Häkchen löschen wir, was die Kamera notiert hat.")

    def clean(self) -> dict[str, Any]:
        """The town that was typed, else the one that was offered and accepted."""
        found = super().clean() or self.cleaned_data
        if "municipality" in found and found["municipality"] is None:
            if found.get("take_town"):
                found["municipality"] = self.town
            else:
                self.add_error("municipality", _("Bitte geben Sie einen Ort an."))
        return found

    def words(self) -> dict[str, Any]:
        """What `describe_entry` takes."""
        data = self.cleaned_data
        kept = self.suggestion if data.get("keep_camera") else None
        camera = {name: getattr(kept, name, None) for name in ("taken_at", "latitude", "longitude")}
        return {name: data[name] for name in ("municipality", "place", "title", "reason", "description")} | camera


def _noted(entry: Entry) -> Suggestion | None:
    """What the author let us store before, when the camera's notes themselves are forgotten."""
    if entry.taken_at is None and entry.latitude is None:
        return None
    return Suggestion(entry.taken_at, entry.latitude, entry.longitude)
