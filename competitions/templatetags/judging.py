"""Answers as a reader wants them: dates as dates, plans as rows with sums."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template

from cms.core.templatetags.stadtblick import day
from competitions.domain import agreement_level, plan_sums
from competitions.domain.plans import amount_of
from competitions.enums import QuestionKind

register = template.Library()


@register.filter
def answer_day(value: Any) -> str:
    """A stored date as 01.03.2028; what is no date stays as it was typed."""
    try:
        return day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


@register.filter
def plan_sheet(plan: Any) -> dict[str, Any]:
    """Rows of costs and funding with readable amounts, and their sums."""
    known: Mapping[str, Any] = plan if isinstance(plan, Mapping) else {}
    return {
        "costs": [(row.get("item", ""), amount_of(row.get("amount"))) for row in known.get("costs") or ()],
        "funding": [(row.get("item", ""), amount_of(row.get("amount"))) for row in known.get("funding") or ()],
        "sums": plan_sums(known),
    }


@register.filter
def signed1(value: float | None) -> str:
    """+4,9 or −7,4"""
    if value is None:
        return ""
    return f"{'+' if value > 0 else '−' if round(value, 1) < 0 else ''}{abs(value):.1f}".replace(".", ",")


@register.filter
def decimal3(value: float | None) -> str:
    """0,840"""
    return "–" if value is None else f"{value:.3f}".replace(".", ",").replace("-", "−")


FILE_NAMES = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WebP"}


@register.filter
def file_kind(content_type: str) -> str:
    """The short name of a file's type."""
    return FILE_NAMES.get(content_type, "Office")


@register.filter
def part_items(part: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The answers of a frozen part; „part.items“ in a template is ambiguous with the method of the same name."""
    return list(part["items"])


@register.filter
def shown_answer(question: Any, answer: Any) -> Any:
    """Chosen options by their words, everything else as stored."""
    if question.kind == QuestionKind.CHOICE:
        return question.label_of(answer)
    if question.kind == QuestionKind.CHOICES:
        return [question.label_of(value) for value in answer]
    return answer


@register.filter
def agreement(value: float | None) -> str:
    """What an alpha means in one word."""
    return str(agreement_level(value).label)
