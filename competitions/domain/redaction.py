"""What a jury sees of an application: exactly what was admitted, without what identifies or was blacked out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from competitions.enums import QuestionKind

from .answers import Answer
from .forms import FormDefinition, Question

BLACK = "█████"
"""Always the same length, so that it does not tell how long the word was."""


@dataclass(frozen=True)
class Redactions:
    """What the office blacks out: words wherever they stand, whole answers by key, files by key."""

    words: tuple[str, ...] = ()
    answers: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Redactions:
        return cls(
            tuple(stored.get("words") or ()),
            frozenset(stored.get("answers") or ()),
            frozenset(stored.get("files") or ()),
        )

    def stored(self) -> dict[str, list[str]]:
        """As JSON; empty when nothing is blacked out."""
        found = {"words": list(self.words), "answers": sorted(self.answers), "files": sorted(self.files)}
        return {name: values for name, values in found.items() if values}

    def text(self, text: str) -> str:
        """A text with the words blacked out, whatever their case; parts of longer words too."""
        for word in sorted(self.words, key=len, reverse=True):
            text = re.sub(re.escape(word), BLACK, text, flags=re.IGNORECASE)
        return text

    def value(self, value: Any) -> Any:
        """The same through lists and tables."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, Mapping):
            return {name: self.value(item) for name, item in value.items()}
        return value


NOTHING = Redactions()


def frozen_parts(
    form: FormDefinition, answers: Mapping[str, Answer], *, blind: bool, redactions: Redactions = NOTHING
) -> list[dict[str, Any]]:
    """Answered questions as self-contained JSON: `[{"title", "items": [{"key", "label", "kind", "value"}]}]`.

    A plan also has "grant", the name of the money that it asks for.
    """
    parts = []
    for part in form.parts:
        items = [
            _item(question, answers[question.key], redactions)
            for question in part.questions
            if answers.get(question.key) and is_shown(question, blind=blind)
        ]
        if items:
            parts.append({"title": part.title, "items": items})
    return parts


def is_shown(question: Question, *, blind: bool) -> bool:
    return not (blind and question.identifying)


def _item(question: Question, answer: Answer, redactions: Redactions) -> dict[str, Any]:
    if question.key in redactions.answers:
        kind, value = QuestionKind.SHORT_TEXT, BLACK
    else:
        kind, value = question.kind, redactions.value(_readable(question, answer))
    item = {"key": question.key, "label": question.label, "kind": kind.value, "value": value}
    return {**item, "grant": question.grant_label} if kind == QuestionKind.PLAN else item


def _readable(question: Question, answer: Answer) -> Any:
    """Options by their words, because the form that names them is not at hand when the copy is read."""
    if question.kind == QuestionKind.CHOICE:
        return question.label_of(answer)
    if question.kind == QuestionKind.CHOICES:
        return [question.label_of(value) for value in answer]
    return answer
