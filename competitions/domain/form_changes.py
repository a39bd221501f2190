"""What changed from one version of a form to the next, as a list that can be told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from competitions.enums import FormChangeKind, QuestionTrait

from .forms import FormDefinition, Part, Question


@dataclass(frozen=True)
class TraitChange:
    """One property of a question before and after, ready to be read."""

    trait: QuestionTrait
    before: str
    after: str


@dataclass(frozen=True)
class FormChange:
    """One change: a part or question that is new, gone, moved or different."""

    kind: FormChangeKind
    label: str
    part: str = ""
    traits: tuple[TraitChange, ...] = ()


def form_changes(before: FormDefinition, after: FormDefinition) -> list[FormChange]:
    """All changes in the order of the new form, then what is gone. Parts and questions are known by their keys."""
    return [*_of_parts(before, after), *_of_questions(before, after)]


def _of_parts(before: FormDefinition, after: FormDefinition) -> Iterator[FormChange]:
    known = {part.key: part for part in before.parts}
    for part in after.parts:
        if part.key not in known:
            yield FormChange(FormChangeKind.PART_ADDED, part.title)
        elif _words(part) != _words(known[part.key]):
            yield FormChange(FormChangeKind.PART_REWORDED, part.title)
    kept = {part.key for part in after.parts}
    for part in before.parts:
        if part.key not in kept:
            yield FormChange(FormChangeKind.PART_REMOVED, part.title)


def _words(part: Part) -> tuple[Any, ...]:
    """Everything of a part that is no question."""
    return part.title, part.intro, tuple(block for block in part.blocks if not isinstance(block, Question))


def _of_questions(before: FormDefinition, after: FormDefinition) -> Iterator[FormChange]:
    known, homes = before.questions, _homes(before)
    for part in after.parts:
        for question in part.questions:
            old = known.get(question.key)
            if old is None:
                yield FormChange(FormChangeKind.QUESTION_ADDED, question.label, part.title)
                continue
            if homes[question.key] != part.key:
                yield FormChange(FormChangeKind.QUESTION_MOVED, question.label, part.title)
            if traits := tuple(_traits(old, question)):
                yield FormChange(FormChangeKind.QUESTION_CHANGED, question.label, part.title, traits)
    for part in before.parts:
        for question in part.questions:
            if question.key not in after.questions:
                yield FormChange(FormChangeKind.QUESTION_REMOVED, question.label, part.title)


def _homes(form: FormDefinition) -> dict[str, str]:
    return {question.key: part.key for part in form.parts for question in part.questions}


def _traits(old: Question, new: Question) -> Iterator[TraitChange]:
    for trait in QuestionTrait:
        before, after = (_readable(getattr(question, trait.value)) for question in (old, new))
        if before != after:
            yield TraitChange(trait, before, after)


def _readable(value: Any) -> str:
    """A property in words; yes and no as „ja“ and „nein“."""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, tuple):
        return ", ".join(str(getattr(item, "label", item)) for item in value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f").replace(".", ",")
    return "" if value is None else str(getattr(value, "label", value))
