"""Which moment the office wants to look at."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

FORMAT = "%Y-%m-%dT%H:%M"


class PreviewForm(forms.Form):
    """Day and time, in German time."""

    moment = forms.DateTimeField(
        label=_("Tag und Uhrzeit"),
        input_formats=[FORMAT, "%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y, %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMAT),
    )
