"""What the office types while it checks: more time, what is missing, remarks, what to black out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.domain import APPLICANT_PART, Redactions
from competitions.models import Application, Stage
from competitions.queries.jury_copy import redactable_answers, shown_files


class MomentField(forms.DateTimeField):
    """A moment, typed with the browser's own control."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class AskForm(forms.Form):
    """What is missing, where, and until when it can be handed in."""

    parts = forms.MultipleChoiceField(
        label=_("Diese Teile noch einmal öffnen"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Alles andere bleibt gesperrt."),
    )
    until = MomentField(label=_("Bis"))
    message = forms.CharField(
        label=_("Was fehlt"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Steht in der Mail und über den geöffneten Teilen."),
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = [(part.key, part.title) for part in application.form_version.form.parts]
        self.fields["parts"].choices = [(APPLICANT_PART, _("Wer sich bewirbt")), *parts]


class ExtendForm(forms.Form):
    """More time for one applicant. The number is enough: drafts stay unseen."""

    code = forms.CharField(label=_("Nummer der Bewerbung"), max_length=12, help_text=_("Auch die eines Entwurfs."))
    until = MomentField(label=_("Neuer Annahmeschluss"))
    reason = forms.CharField(
        label=_("Grund"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bleibt im Protokoll."),
    )

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stage = stage

    def clean_code(self) -> Application:
        """The application of this stage."""
        code = self.cleaned_data["code"].strip().upper()
        found = Application.objects.filter(stage=self.stage, code=code).first()
        if found is None:
            raise forms.ValidationError(_("Diese Nummer gibt es in dieser Stufe nicht."))
        return found


class NoteForm(forms.Form):
    """A remark for the office alone."""

    text = forms.CharField(
        label=_("Interne Notiz"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Weder Bewerbende noch Jury sehen sie."),
    )


class RedactForm(forms.Form):
    """Words, answers and files that the jury does not see."""

    words = forms.CharField(
        label=_("Diese Wörter schwärzen"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Eines je Zeile, zum Beispiel Namen. Groß und klein ist gleich; auch im Titel wird geschwärzt."),
    )
    answers = forms.MultipleChoiceField(
        label=_("Diese Antworten ganz schwärzen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    files = forms.MultipleChoiceField(
        label=_("Diese Dateien weglassen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("In Dateien selbst kann hier nichts geschwärzt werden."),
    )

    def __init__(self, data: Any = None, *, application: Application) -> None:
        stored = Redactions.read(application.redactions)
        initial = {"words": "\n".join(stored.words), "answers": list(stored.answers), "files": list(stored.files)}
        super().__init__(data, initial=initial)
        self.fields["answers"].choices = redactable_answers(application)
        self.fields["files"].choices = [
            (str(file.key), f"{file.name} ({label})") for label, file in shown_files(application)
        ]
        for name in ("answers", "files"):
            if not self.fields[name].choices:
                del self.fields[name]

    def values(self) -> dict[str, list[str]]:
        """What the action takes."""
        return {
            "words": self.cleaned_data["words"].splitlines(),
            "answers": self.cleaned_data.get("answers", []),
            "files": self.cleaned_data.get("files", []),
        }


class SaveViewForm(forms.Form):
    """A name for what the register shows now."""

    name = forms.CharField(
        label=_("Name der Ansicht"),
        max_length=60,
        help_text=_(
            "Auswahl, Spalten und Sortierung werden gemerkt. Derselbe Name noch einmal ersetzt die alte Ansicht."
        ),
    )
    shared = forms.BooleanField(label=_("Für die ganze Geschäftsstelle"), required=False)
