"""One part of an application as a form, built from the definition that the office arranged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competitions.domain import LARGEST, Note, Part, Question, clean_answer, fingerprint, plan_sums
from competitions.enums import QuestionKind
from competitions.models import Application

from .plan import PlanWidget
from .words import shown_answer

PREFIX = "answer_"
NO_ANSWER = ("", gettext_lazy("keine Angabe"))
ACCEPT = {
    "pdf": ".pdf,application/pdf",
    "image": ".jpg,.jpeg,.png,.webp",
    "office": ".docx,.xlsx,.pptx,.odt,.ods,.odp",
}


class FilesInput(forms.FileInput):
    """Lets people choose several files at once."""

    allow_multiple_selected = True


class PartForm(forms.Form):
    """Whatever is typed can be stored, so this form refuses nothing by itself; findings are put beside the fields."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, application: Application, part: Part, empty_rows: int = 1) -> None:
        super().__init__(data)
        self.application, self.part = application, part
        self.key, self.title_text, self.intro = part.key, part.title, part.intro
        self.posted_stand = data.get("stand", "") if data is not None else ""
        self.others: dict[str, Any] = {}
        for question in part.questions:
            field = _field(question, empty_rows)
            field.initial = shown_answer(question, application.answers.get(question.key))
            self.fields[f"{PREFIX}{question.key}"] = field

    def full_clean(self) -> None:
        """There is nothing to clean: the domain reads the answers."""
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data: dict[str, Any] = {}

    @property
    def file_questions(self) -> list[Question]:
        """The questions that are answered with files."""
        return [question for question in self.part.questions if question.kind == QuestionKind.FILE]

    @staticmethod
    def field_name(question: str) -> str:
        """The name of a question's field."""
        return f"{PREFIX}{question}"

    @property
    def stand(self) -> str:
        """The fingerprint of what is stored in this part: whoever saves over another one is told."""
        return fingerprint(
            {question.key: self.application.answers.get(question.key) for question in self.part.questions}
        )

    def answers(self) -> dict[str, Any]:
        """What `save_part` takes."""
        return {
            question.key: self[f"{PREFIX}{question.key}"].data
            for question in self.part.questions
            if question.kind != QuestionKind.FILE
        }

    def says_nothing_new(self) -> bool:
        """Whether exactly this is stored already, for instance by the first of two clicks."""
        return not self._different()

    def compare_with(self, application: Application) -> None:
        """Show what somebody else has stored meanwhile beside what was typed."""
        self.application = application
        self.others = self._different()

    def _different(self) -> dict[str, Any]:
        stored = self.application.answers
        return {
            key: stored.get(key)
            for key, raw in self.answers().items()
            if clean_answer(self._question(key), raw) != stored.get(key)
        }

    def _question(self, key: str) -> Question:
        return next(question for question in self.part.questions if question.key == key)

    def sections(self) -> list[dict[str, Any]]:
        """The page from top to bottom: stretches of ordinary questions, and each plan by itself."""
        found: list[dict[str, Any]] = [{"items": []}]
        for block in self.part.blocks:
            if isinstance(block, Note):
                item: dict[str, Any] = {"note": block}
            else:
                item = self._item(block)
            if item.get("plan"):
                found += [item, {"items": []}]
            else:
                found[-1]["items"].append(item)
        return [section for section in found if section.get("plan") or section["items"]]

    def _item(self, question: Question) -> dict[str, Any]:
        name = self.field_name(question.key)
        if question.kind == QuestionKind.FILE:
            return file_item(self, name, question, self.application)
        field = self[name]
        item = {
            "question": question,
            "field": field,
            "is_question": True,
            "has_other": question.key in self.others,
            "other": self.others.get(question.key),
        }
        if question.kind == QuestionKind.PLAN:
            item |= {"plan": True, "sums": plan_sums(_mapping(field.value()))}
        return item


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _field(question: Question, empty_rows: int) -> forms.Field:
    """A field with the control that the kind of question needs."""
    common = {"label": question.label, "required": question.required, "help_text": _help(question)}
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            return _choice_field(question, common)
        case QuestionKind.PLAN:
            return forms.Field(**common, widget=PlanWidget(question, empty_rows))
        case QuestionKind.FILE:
            return forms.Field(**common, widget=_file_input(question))
        case QuestionKind.LONG_TEXT:
            rows = 4 if (question.max_characters or 2000) <= 500 else 8
            return forms.CharField(**common, widget=forms.Textarea(attrs={"rows": rows, **_counted(question)}))
        case QuestionKind.NUMBER | QuestionKind.MONEY:
            return forms.CharField(
                **common, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
            )
        case QuestionKind.DATE:
            return forms.CharField(**common, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    return forms.CharField(**common, widget=forms.TextInput(attrs=_counted(question)))


def _choice_field(question: Question, common: dict[str, Any]) -> forms.Field:
    choices: list[tuple[str, Any]] = [(option.value, option.label) for option in question.options]
    if question.kind == QuestionKind.CHOICES:
        return forms.MultipleChoiceField(**common, choices=choices, widget=forms.CheckboxSelectMultiple)
    if not question.required:
        choices.append(NO_ANSWER)
    return forms.ChoiceField(**common, choices=choices, widget=forms.RadioSelect)


def file_field(question: Question) -> forms.Field:
    """A file question, also one that no form asks."""
    return _field(question, 1)


def file_item(form: forms.Form, name: str, question: Question, application: Application) -> dict[str, Any]:
    """What the page shows of a file question: the field, what is stored, how many more may come."""
    files = [file for file in application.files.all() if file.question == question.key]
    return {
        "question": question,
        "field": form[name],
        "is_question": True,
        "files": files,
        "room": question.max_files - len(files),
    }


def _file_input(question: Question) -> forms.FileInput:
    attrs = {"accept": ",".join(ACCEPT[group] for group in question.file_groups), "data-attach": question.key}
    return FilesInput(attrs={**attrs, "multiple": True}) if question.max_files > 1 else forms.FileInput(attrs=attrs)


def _counted(question: Question) -> dict[str, int]:
    return {"data-most": question.max_characters} if question.max_characters else {}


def _help(question: Question) -> str:
    """The office's words, then what the control itself needs to say."""
    return " ".join(words for words in (question.help, _limits(question)) if words)


def _limits(question: Question) -> str:
    match question.kind:
        case QuestionKind.SHORT_TEXT | QuestionKind.LONG_TEXT if question.max_characters:
            return _("Höchstens %(count)s Zeichen.") % {"count": f"{question.max_characters:,}".replace(",", ".")}
        case QuestionKind.NUMBER if question.unit:
            return _("Angabe in %(unit)s.") % {"unit": question.unit}
        case QuestionKind.MONEY:
            return _("In Euro, zum Beispiel 84.500 oder 980,50.")
        case QuestionKind.DATE:
            return _("Zum Beispiel 30.09.2027.")
        case QuestionKind.CHOICES if question.max_options:
            return _("Höchstens %(count)s Antworten.") % {"count": question.max_options}
        case QuestionKind.FILE:
            kinds = ", ".join(str(group.label) for group in question.file_groups)
            megabytes = LARGEST // (1024 * 1024)
            if question.max_files == 1:
                return _("Eine Datei bis %(size)s MB: %(kinds)s.") % {"size": megabytes, "kinds": kinds}
            return _("Bis zu %(count)s Dateien, je bis %(size)s MB: %(kinds)s.") % {
                "count": question.max_files,
                "size": megabytes,
                "kinds": kinds,
            }
    return ""
