"""What a juror types: points and notes per criterion, or the reason for stepping aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from competitions.domain import LONGEST_NOTE
from competitions.models import Candidate, Criterion, Review
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

    def __init__(self, data: Mapping[str, Any] | None, *, sheet: Sequence[SheetLine], review: Review | None) -> None:
        super().__init__(data)
        note = review.note if review else ""
        self.sheet = sheet
        for line in sheet:
            self.fields[f"score_{line.criterion.key}"] = _score_field(line)
            self.fields[f"note_{line.criterion.key}"] = _note_field(
                _("Notiz zu „%(name)s“") % {"name": line.criterion.name}, line.note
            )
        self.fields["note"] = _note_field(_("Anmerkung zum Ganzen"), note)
        self.fields["shares_note"] = forms.BooleanField(
            label=_("Diese Anmerkung darf ohne meinen Namen an die Bewerbenden gehen"),
            required=False,
            initial=bool(review and review.shares_note),
        )
        self.fields["favourite"] = forms.BooleanField(
            label=_("Favorit: für mich einer der Besten"), required=False, initial=bool(review and review.favourite)
        )

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

    @property
    def marks(self) -> dict[str, bool]:
        return {name: self.cleaned_data[name] for name in ("favourite", "shares_note")}

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


class JurorQuestionForm(forms.Form):
    """What a juror wants to know."""

    text = forms.CharField(
        label=_("Was möchten Sie wissen?"),
        help_text=_("Ihre Frage geht an die Geschäftsstelle, nicht an die Bewerbenden. Sie bekommen eine Mail."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Bitte schreiben Sie Ihre Frage.")},
    )


class AcceptForm(forms.Form):
    """Yes with a promise, or no with a word about why."""

    promise = forms.BooleanField(
        label=_("Ja, ich halte alles vertraulich, wie oben beschrieben."),
        error_messages={"required": _("Ohne diese Erklärung können Sie nicht mitbewerten.")},
    )
    reason = forms.CharField(
        label=_("Falls Sie absagen: Möchten Sie etwas dazu schreiben?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["promise"].required = not data or data.get("step") != "decline"


class DeclarationForm(forms.Form):
    """Free or tied, candidate by candidate. The names of the fields are the candidates' keys."""

    def __init__(self, data: Mapping[str, Any] | None, *, candidates: Sequence[Candidate]) -> None:
        super().__init__(data)
        self.candidates = candidates
        for candidate in candidates:
            self.fields[f"{candidate.key}-tied"] = forms.ChoiceField(
                label=candidate.title,
                choices=[("no", _("unbefangen")), ("yes", _("befangen"))],
                initial="no" if data else None,
                widget=forms.RadioSelect,
                error_messages={"required": _("Bitte wählen Sie eine der beiden Antworten.")},
            )
            self.fields[f"{candidate.key}-reason"] = forms.CharField(
                label=_("Grund, falls befangen"), required=False, max_length=2000
            )

    def rows(self) -> Iterator[tuple[Candidate, BoundField, BoundField]]:
        for candidate in self.candidates:
            yield candidate, self[f"{candidate.key}-tied"], self[f"{candidate.key}-reason"]

    def clean(self) -> dict[str, Any]:
        """Who is tied says why."""
        data = super().clean() or {}
        for candidate in self.candidates:
            if data.get(f"{candidate.key}-tied") == "yes" and not (data.get(f"{candidate.key}-reason") or "").strip():
                self.add_error(f"{candidate.key}-reason", _("Bitte geben Sie einen Grund an."))
        return data

    @property
    def conflicts(self) -> dict[str, str]:
        return {
            c.key: self.cleaned_data[f"{c.key}-reason"]
            for c in self.candidates
            if self.cleaned_data[f"{c.key}-tied"] == "yes"
        }
