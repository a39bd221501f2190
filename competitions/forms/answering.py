"""What the office types to answer a question, and the words in which everybody reads it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.models import Enquiry


class AnswerForm(forms.Form):
    """An answer goes by mail at once; publishing is a choice of its own."""

    text = forms.CharField(
        label=_("Antwort"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Geht sofort per Mail an die Person, die gefragt hat."),
    )
    publish = forms.BooleanField(label=_("Frage und Antwort veröffentlichen"), required=False)
    wording = forms.CharField(
        label=_("Frage, wie alle sie lesen"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ohne Namen und ohne alles, woran man die Bewerbung erkennt."),
    )

    def __init__(self, data: Any = None, *, question: Enquiry) -> None:
        super().__init__(data, initial={"wording": question.wording or question.text})


class PublishForm(forms.Form):
    """The words of an answered question on the public page."""

    wording = forms.CharField(
        label=_("Frage, wie alle sie lesen"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ohne Namen und ohne alles, woran man die Bewerbung erkennt."),
    )

    def __init__(self, data: Any = None, *, question: Enquiry) -> None:
        super().__init__(data, initial={"wording": question.wording or question.text})
