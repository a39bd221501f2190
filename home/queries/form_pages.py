"""The forms that editors build, and what was answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from home.models import FormPage, FormSubmission
from home.models.form_builder import RATING, listed

COUNTED = frozenset({"rating", "radio", "dropdown", "checkboxes", "checkbox"})


@dataclass(frozen=True)
class Tally:
    """How often each answer of one question was given; `mean` for questions from 1 to 5."""

    label: str
    rows: list[tuple[str, int]]
    answers: int
    mean: float | None = None


def form_by_key(key: UUID) -> FormPage | None:
    """Return the published form of this key, in the active language if there is one."""
    found = FormPage.objects.live().public().filter(translation_key=key).select_related("locale")
    wanted = get_language()
    return min(found, key=lambda page: (page.locale.language_code != wanted, page.pk), default=None)


def tallies(page: FormPage) -> list[Tally]:
    """Return what was chosen in each question with given answers; two queries."""
    data = list(FormSubmission.objects.filter(page=page).values_list("form_data", flat=True))
    return [_tally(field, data) for field in page.get_form_fields() if field.field_type in COUNTED]


def _tally(field: Any, data: list[dict[str, Any]]) -> Tally:
    given = [answers.get(field.clean_name) for answers in data]
    said = [value for value in given if value not in (None, "", [])]
    if field.field_type == "rating":
        counts = Counter(str(value) for value in said)
        numbers = [int(value) for value in said if str(value).isdigit()]
        mean = sum(numbers) / len(numbers) if numbers else None
        return Tally(field.label, [(str(label), counts[value]) for value, label in RATING], len(said), mean)
    if field.field_type == "checkbox":
        return Tally(field.label, [("✓", sum(value is True for value in said))], len(said))
    counts = Counter(str(part) for value in said for part in (value if isinstance(value, list) else [value]))
    return Tally(field.label, [(choice, counts[choice]) for choice in listed(field.choices)], len(said))
