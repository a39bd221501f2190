"""What a juror types: points and notes per criterion, or the reason for stepping aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from competitions.domain import LONGEST_NOTE
from competitions.models import Criterion
from competitions.queries import SheetLine

LONGEST_SCALE = 21
"""Scales with more points than that are typed as a number."""


@dataclass(frozen=True)
class ScalePoint:
    """One point of a scale: its control, what it shows and the words beside it."""

    id: str
    tag: str
    value: str
    words: str


@dataclass(frozen=True)
class CriterionFields:
    """Everything that the page shows for one criterion."""

    criterion: Criterion
    score: BoundField
    note: BoundField

    @property
    def points(self) -> list[ScalePoint]:
        """The scale's radio buttons; none where points are typed."""
        if not isinstance(self.score.field.widget, forms.RadioSelect):
            return []
        words = {str(point): text for point, text in self.criterion.labels}
        return [
            ScalePoint(
                radio.id_for_label, radio.tag(), str(radio.choice_label), words.get(str(radio.data["value"]), "")
            )
            for radio in self.score.subwidgets
        ]


class ScoringForm(forms.Form):
    """One scoring sheet. Nothing is required while saving; `name_gaps` says what completing still needs."""

    def __init__(self, data: Mapping[str, Any] | None, *, sheet: Sequence[SheetLine], note: str) -> None:
        super().__init__(data)
        self.sheet = sheet
        for line in sheet:
            self.fields[f"score_{line.criterion.key}"] = _score_field(line)
            self.fields[f"note_{line.criterion.key}"] = _note_field(
                _("Notiz zu „%(name)s“") % {"name": line.criterion.name}, line.note
            )
        self.fields["note"] = _note_field(_("Anmerkung zum Ganzen"), note)

    def criteria(self) -> Iterator[CriterionFields]:
        """The sheet in its order."""
        for line in self.sheet:
            key = line.criterion.key
            yield CriterionFields(line.criterion, self[f"score_{key}"], self[f"note_{key}"])

    @property
    def values(self) -> dict[str, int | None]:
        return {line.criterion.key: self.cleaned_data[f"score_{line.criterion.key}"] for line in self.sheet}

    @property
    def notes(self) -> dict[str, str]:
        return {line.criterion.key: self.cleaned_data[f"note_{line.criterion.key}"] for line in self.sheet}

    def name_gaps(self) -> None:
        """Put a refusal beside every criterion that still needs points."""
        for line in self.sheet:
            name = f"score_{line.criterion.key}"
            if line.criterion.required and self.cleaned_data.get(name) is None:
                self.add_error(name, _("Hier fehlen noch Punkte."))


def _score_field(line: SheetLine) -> forms.Field:
    criterion = line.criterion
    if len(criterion.values) > LONGEST_SCALE:
        return forms.IntegerField(
            label=criterion.name,
            required=False,
            initial=line.value,
            min_value=criterion.lowest,
            max_value=criterion.highest,
        )
    choices = [(str(value), str(value)) for value in criterion.values]
    if not criterion.required:
        choices.append(("", str(_("keine Angabe"))))
    return forms.TypedChoiceField(
        label=criterion.name,
        required=False,
        initial="" if line.value is None else str(line.value),
        choices=choices,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Diese Punktzahl liegt außerhalb der Skala.")},
    )


def _note_field(label: Any, initial: str) -> forms.Field:
    return forms.CharField(
        label=label,
        required=False,
        initial=initial,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RecusalForm(forms.Form):
    """Why a juror steps aside."""

    reason = forms.CharField(
        label=_("Warum sind Sie befangen?"),
        help_text=_(
            "Ein Satz genügt, zum Beispiel: „Ich berate die Stadt in dieser Sache.“ Das liest nur die Geschäftsstelle."
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Bitte geben Sie einen Grund an.")},
    )
