"""What the office types to copy a competition, to take over a form, to let winners move on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.enums import Verdict
from competitions.models import Candidate, Competition, FormVersion, Stage
from competitions.queries import promotable, reusable_forms


class CopyForm(forms.ModelForm):
    """Name and address of the copy, and by how much its dates are later."""

    weeks = forms.IntegerField(
        label=_("Fristen um so viele Wochen später"),
        initial=52,
        min_value=0,
        max_value=260,
        help_text=_("52 Wochen: gleicher Wochentag im nächsten Jahr."),
    )

    class Meta:
        model = Competition
        fields = ("title", "slug", "code_prefix")


class ReuseForm(forms.Form):
    """Which version of which stage."""

    source = forms.ModelChoiceField(
        label=_("Formular übernehmen von"),
        queryset=FormVersion.objects.none(),
        empty_label=_("Bitte wählen"),
        help_text=_("Es wird hier zur neuesten Fassung und lässt sich dann ändern."),
    )

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = reusable_forms(stage)


class PromoteForm(forms.Form):
    """Who of those with a prize moves on, and where to."""

    following = forms.ModelChoiceField(label=_("In die Stufe"), queryset=Stage.objects.none())
    candidates = forms.ModelMultipleChoiceField(
        label=_("Diese kommen weiter"),
        queryset=Candidate.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Für jede Bewerbung entsteht ein Entwurf. Gleiche Fragen sind darin schon beantwortet."),
    )

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        later = promotable(stage)
        self.fields["following"].queryset = Stage.objects.filter(pk__in=[found.pk for found in later])
        self.fields["following"].initial = later[0] if later else None
        winners = stage.candidates.filter(
            decision__verdict=Verdict.AWARD, application__isnull=False, application__following__isnull=True
        )
        self.fields["candidates"].queryset = winners
        self.fields["candidates"].initial = list(winners)
