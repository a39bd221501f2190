"""The input of a cost and financing plan: rows of item and amount, given ones first, always some empty ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from competitions.domain import Question

from .words import shown_number

SIDES = ("costs", "funding")
MOST_EMPTY = 20


class PlanWidget(forms.Widget):
    """Two tables. Reads `<name>-costs-item`, `<name>-costs-amount`, … as lists of equal length, and `<name>-grant`."""

    template_name = "competitions/applicant/partials/plan_input.html"
    use_fieldset = True

    def __init__(self, question: Question, empty_rows: int = 1) -> None:
        super().__init__()
        self.question = question
        self.empty_rows = min(max(empty_rows, 1), MOST_EMPTY)
        self.given = {"costs": question.cost_items, "funding": question.funding_items}

    def id_for_label(self, id_: str, index: str | None = "0") -> str:
        """The first amount."""
        return f"{id_}_costs_0" if id_ else id_

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Mapping[str, Any]:
        """The plan as typed; given items without an amount are no rows."""
        return {
            **{side: self._typed(data, f"{name}-{side}", self.given[side]) for side in SIDES},
            "grant": data.get(f"{name}-grant", ""),
        }

    def _typed(self, data: Any, name: str, given: Sequence[str]) -> list[dict[str, str]]:
        rows = zip(data.getlist(f"{name}-item"), data.getlist(f"{name}-amount"), strict=False)
        return [
            {"item": item, "amount": amount}
            for item, amount in rows
            if amount.strip() or (item.strip() and item not in given)
        ]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the rows of both tables."""
        context = super().get_context(name, value, attrs)
        plan = value if isinstance(value, Mapping) else {}
        context["widget"] |= {
            "costs": self._rows(plan, "costs"),
            "funding": self._rows(plan, "funding"),
            "grant": shown_number(plan.get("grant") or ""),
            "grant_label": self.question.grant_label,
        }
        return context

    def _rows(self, plan: Mapping[str, Any], side: str) -> list[dict[str, Any]]:
        stored = list(plan.get(side) or ())
        named = {row["item"] for row in stored}
        rows = [
            {
                "item": row["item"],
                "amount": shown_number(row["amount"] or ""),
                "is_given": row["item"] in self.given[side],
            }
            for row in stored
        ]
        rows += [{"item": item, "amount": "", "is_given": True} for item in self.given[side] if item not in named]
        return rows + [{"item": "", "amount": "", "is_given": False}] * self.empty_rows
