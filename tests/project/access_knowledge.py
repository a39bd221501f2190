"""What the table of addresses and roles says of KOMPASS, funding guide and data view."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from cms.accounts.models import User
from home.actions.data import import_table
from home.models import ExampleSuggestion
from tests.home.knowledge import data_page, example, programme, town


def knowledge(editor: User, now: datetime) -> dict[str, Any]:
    """An example and a suggested one, a programme, a page of data with one edition."""
    example("allee")
    suggestion = ExampleSuggestion.objects.create(
        title="Hofladen",
        municipality=town(),
        vacancy="shop",
        story="Vier Höfe.",
        email="hof@example.org",
        created_at=now,
    )
    page = data_page()
    day = date(2025, 12, 31)
    edition = import_table(page=page, values={town().pk: Decimal(5)}, as_of=day, source="Amt", by=editor, now=now)
    return {
        "suggestion": suggestion.key,
        "programme": programme("belebung").pk,
        "data": page.pk,
        "edition": edition.pk,
        "pk": {},
    }
