"""What was answered: any input can be stored as it was typed, and what is wrong with it is told, not thrown away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from competitions.enums import QuestionKind

from .forms import Question

CENT = Decimal("0.01")
LONGEST_TYPED = 100
"""Numbers and dates that can't be read are kept as typed, up to so many characters."""
MOST_ROWS = 40

_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+", re.ASCII)
_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", re.ASCII),
)
_PLAIN = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)

Answer = Any
"""JSON: text, canonical number or ISO date as string, list of option values, or a plan; None for no answer."""


def clean_answer(question: Question, raw: object) -> Answer:
    """The stored form of what was typed. Never fails: what can't be read stays readable for the person who typed it."""
    match question.kind:
        case QuestionKind.SHORT_TEXT:
            return " ".join(clean_text(raw).split()) or None
        case QuestionKind.LONG_TEXT:
            return clean_text(raw) or None
        case QuestionKind.NUMBER:
            return _number_as_text(raw, None)
        case QuestionKind.MONEY:
            return _number_as_text(raw, CENT)
        case QuestionKind.DATE:
            return _date_as_text(raw)
        case QuestionKind.CHOICE:
            return clean_text(raw)[:LONGEST_TYPED].strip() or None
        case QuestionKind.CHOICES:
            return _chosen(question, raw)
        case QuestionKind.PLAN:
            return _plan(raw)
        case QuestionKind.FILE:
            return None
    raise ValueError(question.kind)


def clean_text(raw: object) -> str:
    """Composed Unicode, line feeds only, no control characters, nothing around it."""
    text = unicodedata.normalize("NFC", "" if raw is None else str(raw))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def read_number(text: str) -> Decimal | None:
    """A number as people in Germany type it: „84.500,50“, „84 500“, „84.500 €“, „12.5“. None if it is none."""
    bare = re.sub(r"(?i)[\s\u00a0\u202f']|€|euro?", "", text)
    if "," in bare:
        head, _, tail = bare.partition(",")
        if "." in head and not _THOUSANDS.fullmatch(head):
            return None
        bare = f"{head.replace('.', '')}.{tail}" if tail else head.replace(".", "")
    elif _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    if not _PLAIN.fullmatch(bare):
        return None
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def read_date(text: str) -> date | None:
    """A day as „30.9.2027“ or as browsers send it, „2027-09-30“."""
    bare = text.replace(" ", "")
    for pattern in _DATES:
        found = pattern.fullmatch(bare)
        if found:
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None


def _number_as_text(raw: object, quantum: Decimal | None) -> str | None:
    text = clean_text(raw)
    number = read_number(text)
    if number is None:
        return text[:LONGEST_TYPED].strip() or None
    if quantum is not None:
        return str(number.quantize(quantum)) if number == number.quantize(quantum) else text[:LONGEST_TYPED].strip()
    return format(number.normalize(), "f")


def _date_as_text(raw: object) -> str | None:
    text = clean_text(raw)
    day = read_date(text)
    return day.isoformat() if day else text[:LONGEST_TYPED].strip() or None


def _chosen(question: Question, raw: object) -> list[str] | None:
    """Known options in the form's order, then unknown ones as sent."""
    given = [raw] if isinstance(raw, str) else list(raw) if isinstance(raw, Sequence) else []
    texts = [clean_text(item)[:LONGEST_TYPED].strip() for item in given]
    known = [option.value for option in question.options if option.value in texts]
    unknown = [text for text in dict.fromkeys(texts) if text and text not in known]
    return known + unknown[:MOST_ROWS] or None


def _plan(raw: object) -> Mapping[str, Any] | None:
    """`{"costs": [{"item", "amount"}], "funding": […], "grant": amount or None}`; empty rows are dropped."""
    given = raw if isinstance(raw, Mapping) else {}
    plan = {
        "costs": _rows(given.get("costs")),
        "funding": _rows(given.get("funding")),
        "grant": _number_as_text(given.get("grant"), CENT),
    }
    return plan if any(plan.values()) else None


def _rows(raw: object) -> list[dict[str, str | None]]:
    rows: list[dict[str, str | None]] = []
    for row in raw if isinstance(raw, Sequence) and not isinstance(raw, str) else ():
        if isinstance(row, Mapping):
            item = " ".join(clean_text(row.get("item")).split())[:200].strip()
            amount = _number_as_text(row.get("amount"), CENT)
            if amount is not None:
                rows.append({"item": item, "amount": amount})
            elif item:
                rows.append({"item": item, "amount": None})
    return rows[:MOST_ROWS]
