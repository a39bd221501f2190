"""What a form asks: parts with questions, read from the blocks that the office arranges in the admin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from competitions.enums import FileGroup, FixedFile, QuestionKind

from .reasons import Reason

APPLICANT_PART = "bewerbung"
"""Key of the part that every application has: who applies, from where, under which title."""

KEY = re.compile(r"[a-z][a-z0-9-]{0,49}")


@dataclass(frozen=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True)
class Note:
    """A heading or an explanation between questions; nothing to answer."""

    kind: str
    text: str


@dataclass(frozen=True)
class Question:
    """One question. Which of the limits apply depends on its kind; money in euro, `max_share` in percent."""

    key: str
    kind: QuestionKind
    label: str
    help: str = ""
    required: bool = True
    identifying: bool = False
    is_theme: bool = False
    max_characters: int | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    unit: str = ""
    options: tuple[Option, ...] = ()
    max_options: int | None = None
    file_groups: tuple[FileGroup, ...] = tuple(FileGroup)
    max_files: int = 1
    grant_label: str = ""
    max_share: Decimal | None = None
    cost_items: tuple[str, ...] = ()
    funding_items: tuple[str, ...] = ()

    def label_of(self, value: str) -> str:
        """The words of a chosen option."""
        return next((option.label for option in self.options if option.value == value), value)


@dataclass(frozen=True)
class Part:
    key: str
    title: str
    intro: str = ""
    blocks: tuple[Question | Note, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Question))


@dataclass(frozen=True)
class FormDefinition:
    parts: tuple[Part, ...]

    def part(self, key: str) -> Part | None:
        return next((part for part in self.parts if part.key == key), None)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        return {question.key: question for part in self.parts for question in part.questions}

    @property
    def theme_question(self) -> Question | None:
        """The question whose answer is the theme of an application."""
        return next((question for question in self.questions.values() if question.is_theme), None)


def read_form(blocks: Sequence[Mapping[str, Any]]) -> FormDefinition:
    """A definition from stored blocks: `[{"type": "part", "value": {…, "blocks": [{"type": kind, "value": …}]}}]`."""
    return FormDefinition(tuple(_part(block["value"]) for block in blocks if block["type"] == "part"))


def theme_of(form: FormDefinition, answers: Mapping[str, Any]) -> str:
    """The theme that was chosen, by its words; empty where none is asked for or chosen."""
    question = form.theme_question
    answer = answers.get(question.key) if question else None
    return question.label_of(answer) if question and isinstance(answer, str) else ""


def definition_refusal(form: FormDefinition) -> Reason | None:
    """Whether applicants could fill this form: keys sound and unique, every choice with at least two options."""
    questions = [question for part in form.parts for question in part.questions]
    keys = [part.key for part in form.parts] + [question.key for question in questions]
    sound = (
        bool(questions)
        and len(set(keys)) == len(keys)
        and not {APPLICANT_PART, *FixedFile.values} & set(keys)
        and all(KEY.fullmatch(key) for key in keys)
        and all(part.questions or part.blocks for part in form.parts)
        and all(_is_answerable(question) for question in questions)
        and sum(question.is_theme for question in questions) <= 1
    )
    return None if sound else Reason.FORM_BROKEN


def _is_answerable(question: Question) -> bool:
    if question.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES):
        return len({option.value for option in question.options}) == len(question.options) >= 2
    if question.kind == QuestionKind.FILE:
        return bool(question.file_groups) and question.max_files > 0
    return True


def _part(value: Mapping[str, Any]) -> Part:
    return Part(
        key=value.get("key") or "",
        title=value["title"],
        intro=value.get("intro") or "",
        blocks=tuple(_blocks(value.get("blocks") or ())),
    )


def _blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Question | Note]:
    for block in blocks:
        if block["type"] in QuestionKind.values:
            yield _question(QuestionKind(block["type"]), block["value"])
        else:
            yield Note(block["type"], str(block["value"]))


def _question(kind: QuestionKind, value: Mapping[str, Any]) -> Question:
    return Question(
        key=value.get("key") or "",
        kind=kind,
        label=value["label"],
        help=value.get("help") or "",
        required=value.get("required", True),
        identifying=value.get("identifying", False),
        is_theme=kind == QuestionKind.CHOICE and value.get("is_theme", False),
        max_characters=value.get("max_characters"),
        lowest=_decimal(value.get("lowest")),
        highest=_decimal(value.get("highest")),
        unit=value.get("unit") or "",
        options=tuple(Option(words, words) for words in _listed(value.get("options"))),
        max_options=value.get("max_options"),
        file_groups=tuple(FileGroup(group) for group in value.get("file_groups") or FileGroup.values),
        max_files=value.get("max_files") or 1,
        grant_label=value.get("grant_label") or "",
        max_share=_decimal(value.get("max_share")),
        cost_items=tuple(_listed(value.get("cost_items"))),
        funding_items=tuple(_listed(value.get("funding_items"))),
    )


def _listed(items: Sequence[Any] | None) -> list[Any]:
    """Plain items, or items as Wagtail stores those of a list: `{"type": "item", "value": …}`."""
    return [item["value"] if isinstance(item, Mapping) and item.get("type") == "item" else item for item in items or ()]


def _decimal(value: Any) -> Decimal | None:
    if value is None or value == "":
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
