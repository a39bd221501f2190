"""What is typed in a meeting: motions and remarks."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class MotionForm(forms.Form):
    """What the panel votes on."""

    text = forms.CharField(label=_("Antrag, über den abgestimmt wird"), max_length=300)


class RemarkForm(forms.Form):
    """A remark that everybody at the table reads."""

    text = forms.CharField(label=_("Wortmeldung"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
