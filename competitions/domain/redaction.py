"""What a jury sees of an application: exactly what was admitted, without identifying answers in a blind stage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from competitions.enums import QuestionKind

from .answers import Answer
from .forms import FormDefinition, Question


def frozen_parts(form: FormDefinition, answers: Mapping[str, Answer], *, blind: bool) -> list[dict[str, Any]]:
    """Answered questions as self-contained JSON: `[{"title", "items": [{"key", "label", "kind", "value"}]}]`."""
    parts = []
    for part in form.parts:
        items = [
            {
                "key": question.key,
                "label": question.label,
                "kind": question.kind.value,
                "value": _readable(question, answers[question.key]),
            }
            for question in part.questions
            if answers.get(question.key) and is_shown(question, blind=blind)
        ]
        if items:
            parts.append({"title": part.title, "items": items})
    return parts


def is_shown(question: Question, *, blind: bool) -> bool:
    return not (blind and question.identifying)


def _readable(question: Question, answer: Answer) -> Any:
    """Options by their words, because the form that names them is not at hand when the copy is read."""
    if question.kind == QuestionKind.CHOICE:
        return question.label_of(answer)
    if question.kind == QuestionKind.CHOICES:
        return [question.label_of(value) for value in answer]
    return answer
