"""The photo: the first step of handing in, and a better one in its place."""

from __future__ import annotations

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

# Named endings beside image/*: not every system knows HEIC and AVIF as pictures. No `capture`: people may also choose
# a photo they already have.
ACCEPT = "image/*,.heic,.heif,.avif"


class PhotoForm(forms.Form):
    """Step 1. `once` names this very form: sending it twice hands in one photo. `instead` is the draft it replaces."""

    photo = forms.FileField(
        label=_("Ihr Foto"),
        allow_empty_file=True,
        help_text=_("JPEG, PNG, WebP, HEIC oder AVIF, bis 25 MB, kurze Seite mindestens 1.200 Pixel."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={"required": _("Bitte wählen Sie ein Foto aus.")},
    )
    once = forms.UUIDField(required=False, initial=uuid.uuid4, widget=forms.HiddenInput)
    instead = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
