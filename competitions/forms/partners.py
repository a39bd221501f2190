"""The input of partners: one block of four fields each, addable and removable also without a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from competitions.domain import MOST_PARTNERS, clean_partners
from competitions.enums import PartnerKind

KEYS = ("name", "kind", "role", "contact")
EMPTY = {"name": "", "kind": PartnerKind.BUSINESS.value, "role": "", "contact": ""}


class PartnersWidget(forms.Widget):
    """Reads `<name>-name`, `<name>-kind`, … as lists of equal length; `<name>-remove` names the row that goes."""

    template_name = "competitions/applicant/partials/partners_input.html"
    use_fieldset = True

    def __init__(self, empty_rows: int = 0) -> None:
        super().__init__()
        self.empty_rows = empty_rows

    def id_for_label(self, id_: str, index: str | None = "0") -> str:
        """The first name, or the button that adds one."""
        return f"{id_}_0" if id_ else id_

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """The rows as typed."""
        columns = [data.getlist(f"{name}-{key}") for key in KEYS]
        rows = [dict(zip(KEYS, row, strict=True)) for row in zip(*columns, strict=False)]
        gone = data.get(f"{name}-remove", "")
        return [row for number, row in enumerate(rows) if str(number) != gone]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the rows, and an empty one to copy."""
        context = super().get_context(name, value, attrs)
        rows: list[Mapping[str, str]] = list(value) if isinstance(value, Sequence) else []
        rows += [EMPTY] * min(self.empty_rows, MOST_PARTNERS)
        context["widget"] |= {
            "rows": rows[:MOST_PARTNERS],
            "kinds": PartnerKind.choices,
            "empty": EMPTY,
            "room": len(rows) < MOST_PARTNERS,
        }
        return context


class PartnersField(forms.Field):
    """Partners as the domain keeps them; whatever is typed can be stored."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=PartnersWidget(), **options)

    def clean(self, value: Any) -> list[dict[str, str]]:
        return clean_partners(value)
