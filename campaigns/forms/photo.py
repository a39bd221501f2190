"""The photo: the first step of handing in, and a better one in its place."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

# Named endings beside image/*: not every system knows HEIC and AVIF as pictures.
ACCEPT = "image/*,.heic,.heif,.avif"
LARGEST_BYTES = 25 * 1024 * 1024


class EitherFileField(forms.FileField):
    """A file that may come through another field of the form instead."""

    def validate(self, value: Any) -> None:
        """The form asks for one of them."""


class PhotoForm(forms.Form):
    """One photo, chosen from the device or taken now. `once` names this very form: sending it twice hands in one."""

    use_required_attribute = False

    photo = EitherFileField(
        label=_("Ihr Foto"),
        allow_empty_file=True,
        help_text=_("JPEG, PNG, WebP, HEIC oder AVIF, bis 25 MB, kurze Seite mindestens 1.200 Pixel."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    camera = EitherFileField(
        label=_("Oder jetzt fotografieren"),
        allow_empty_file=True,
        help_text=_("Öffnet die Kamera Ihres Telefons."),
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    once = forms.UUIDField(required=False, initial=uuid.uuid4, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """What was chosen, else what was taken."""
        found = super().clean() or self.cleaned_data
        found["photo"] = found.get("photo") or found.get("camera")
        if not found["photo"] and "photo" not in self.errors:
            self.add_error("photo", _("Bitte wählen Sie ein Foto aus."))
        return found
