"""What the office types after the decision: letters' words, winners' pictures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.domain import PLACEHOLDERS
from competitions.models import CandidateFile, Decision


class LetterWordsForm(forms.Form):
    """Subject and body with placeholders."""

    subject = forms.CharField(label=_("Betreff"), max_length=150)
    body = forms.CharField(
        label=_("Text"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("Platzhalter: {names}").format(names=", ".join(f"{{{name}}}" for name in PLACEHOLDERS)),
    )


class PictureChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: CandidateFile) -> str:
        return obj.label


class PictureForm(forms.Form):
    """Which of the candidate's pictures everybody may see, and what is on it."""

    file = PictureChoice(label=_("Bild"), queryset=CandidateFile.objects.none())
    description = forms.CharField(
        label=_("Was ist zu sehen?"), max_length=300, help_text=_("Für alle, die das Bild nicht sehen können.")
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = CandidateFile.objects.filter(candidate=decision.candidate_id, content_type__startswith="image/")
        self.fields["file"].queryset = found
        self.fields["description"].initial = decision.picture_alt
