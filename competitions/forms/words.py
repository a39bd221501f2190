"""Stored answers as people in Germany type them; what can't be read stays as it was typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from competitions.domain import Question, read_number
from competitions.enums import QuestionKind


def shown_answer(question: Question, answer: Any) -> Any:
    """The initial value of a field."""
    if not isinstance(answer, str):
        return answer
    match question.kind:
        case QuestionKind.MONEY:
            return shown_number(answer)
        case QuestionKind.NUMBER:
            return answer.replace(".", ",") if read_number(answer) is not None else answer
        case QuestionKind.DATE:
            return _shown_day(answer)
    return answer


def shown_number(text: str) -> str:
    """84.500 or 980,50."""
    number = read_number(text)
    if number is None:
        return text
    whole = number == number.to_integral_value()
    grouped = f"{number.quantize(Decimal(1) if whole else Decimal('0.01')):,}"
    return grouped.replace(",", " ").replace(".", ",").replace(" ", ".")


def _shown_day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%d.%m.%Y}"
    except ValueError:
        return text
