"""What the office types to steer a panel: moving candidates, substitutes, linking, answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.models import Candidate, PanelMember, Stage

from .office import NO_REASON


class LabelledChoice(forms.ModelChoiceField):
    """Candidates by label and title."""

    def label_from_instance(self, obj: Candidate) -> str:
        return f"{obj.label} {obj.title}"


class MoveForm(forms.Form):
    """One candidate goes from one juror to another; one of the two may be nobody."""

    candidate = LabelledChoice(label=_("Kandidat"), queryset=Candidate.objects.none(), to_field_name="key")
    away = forms.ModelChoiceField(
        label=_("Gibt ab"), queryset=PanelMember.objects.none(), required=False, empty_label=_("niemand")
    )
    to = forms.ModelChoiceField(
        label=_("Übernimmt"), queryset=PanelMember.objects.none(), required=False, empty_label=_("niemand")
    )

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["candidate"].queryset = stage.candidates.order_by("number")
        for name in ("away", "to"):
            members = PanelMember.objects.judging().filter(panel__stage=stage)
            self.fields[name].queryset = members.select_related("user", "panel__stage")


class ReplaceForm(forms.Form):
    """A substitute takes the place of somebody who leaves."""

    leaving = forms.ModelChoiceField(label=_("Scheidet aus"), queryset=PanelMember.objects.none())
    substitute = forms.ModelChoiceField(label=_("Rückt nach"), queryset=PanelMember.objects.none())
    reason = forms.CharField(
        label=_("Grund"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), error_messages=NO_REASON
    )

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = PanelMember.objects.active().filter(panel__stage=stage).select_related("user", "panel__stage")
        self.fields["leaving"].queryset = members.filter(is_substitute=False)
        self.fields["substitute"].queryset = members.filter(is_substitute=True)


class LinkingForm(forms.Form):
    """How many candidates everybody reviews."""

    linking = forms.IntegerField(
        label=_("Kandidaten, die alle bewerten"),
        min_value=0,
        max_value=200,
        help_text=_("Gemeinsame Kandidaten machen die Punkte aller Mitglieder vergleichbar."),
    )


class AnswerForm(forms.Form):
    """The office's answer to a juror."""

    text = forms.CharField(label=_("Antwort"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
