"""A new version of a consent text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000
SHORTEST = 40


class ConsentTextForm(forms.Form):
    """The words that people will agree to."""

    text = forms.CharField(
        label=_("Wortlaut"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Ganze Sätze: wer was womit tun darf, und ob es freiwillig ist."),
    )

    def __init__(self, *args: Any, newest: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.newest = newest
        self.fields["text"].initial = newest

    def clean_text(self) -> str:
        """A version that says the same as the one before is none."""
        text: str = " ".join(self.cleaned_data["text"].split())
        if text == " ".join(self.newest.split()):
            raise forms.ValidationError(_("Das ist der Wortlaut, der schon gilt."))
        return text
