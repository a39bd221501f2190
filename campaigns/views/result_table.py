"""The complete tables of a result, by entry or by town: sorted by links, filtered by size class, in pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from campaigns.domain.honours import with_class_places
from campaigns.models import Campaign
from campaigns.views.result_page import public_entries

PER_PAGE = 100
ENTRIES, TOWNS = "fotos", "orte"
# What stands in the address, the row's value, and whether the largest comes first.
_SORTS: dict[str, tuple[str, bool]] = {
    "platz": ("place", False),
    "klasse": ("class_place", False),
    "titel": ("title", False),
    "ort": ("town", False),
    "fotos": ("entries", True),
    "stimmen": ("votes", True),
}
# Place and votes stand first: a phone shows them without scrolling.
_COLUMNS = {
    ENTRIES: ("platz", "stimmen", "titel", "ort", "klasse"),
    TOWNS: ("platz", "stimmen", "ort", "fotos", "klasse"),
}
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def table_context(campaign: Campaign, snapshot: Mapping[str, Any], asked: QueryDict) -> dict[str, Any]:
    """The context of campaigns/result_table.html; what was asked wrongly is left aside."""
    view = TOWNS if asked.get("ansicht") == TOWNS else ENTRIES
    sort = asked["sortiert"] if asked.get("sortiert") in _COLUMNS[view] else "platz"
    classes = [(line["size_class"], campaign.size_class_label(line["size_class"])) for line in snapshot["classes"]]
    wanted = asked.get("klasse", "")
    chosen = next((index for index, _label in classes if str(index) == wanted), None)
    page = Paginator(_rows(snapshot, view, sort, chosen), PER_PAGE).get_page(asked.get("seite"))
    return {
        "campaign": campaign,
        "view": view,
        "heads": _heads(view, sort, chosen),
        "classes": [(index, label, _query(view, sort, index)) for index, label in classes],
        "chosen": chosen,
        "all_query": _query(view, sort, None),
        "views": [
            (_("Fotos"), _query(ENTRIES, "platz", chosen), view == ENTRIES),
            (_("Orte"), _query(TOWNS, "platz", chosen), view == TOWNS),
        ],
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number),
        "query": _query(view, sort, chosen),
        "rows": _linked(campaign, list(page.object_list), view),
    }


def _rows(snapshot: Mapping[str, Any], view: str, sort: str, chosen: int | None) -> list[dict[str, Any]]:
    rows = with_class_places(snapshot["towns"]) if view == TOWNS else list(snapshot["entries"])
    if chosen is not None:
        rows = [row for row in rows if row["size_class"] == chosen]
    name, largest_first = _SORTS[sort]
    # the table comes sorted by place, and sorting keeps that order among equals
    return sorted(rows, key=lambda row: _sortable(row[name]), reverse=largest_first)


def _sortable(value: Any) -> Any:
    return value.casefold().translate(_FOLDED) if isinstance(value, str) else value


def _heads(view: str, sort: str, chosen: int | None) -> list[dict[str, Any]]:
    words = {
        "platz": _("Platz"),
        "klasse": _("In der Größenklasse"),
        "titel": _("Foto"),
        "ort": _("Ort"),
        "fotos": _("Fotos"),
        "stimmen": _("Stimmen"),
    }
    return [
        {
            "name": name,
            "label": words[name],
            "query": _query(view, name, chosen),
            "order": ("descending" if _SORTS[name][1] else "ascending") if name == sort else "",
            "is_number": name in {"fotos", "stimmen"},
        }
        for name in _COLUMNS[view]
    ]


def _query(view: str, sort: str, chosen: int | None) -> str:
    """The address of a table without what goes without saying."""
    parts = {
        "ansicht": "" if view == ENTRIES else view,
        "klasse": "" if chosen is None else str(chosen),
        "sortiert": "" if sort == "platz" else sort,
    }
    return urlencode({name: value for name, value in parts.items() if value})


def _linked(campaign: Campaign, rows: list[dict[str, Any]], view: str) -> list[dict[str, Any]]:
    public = public_entries(campaign) if view == ENTRIES else {}
    return [
        {
            **row,
            "entry": public.get(row.get("code", "")),
            "town_url": campaign.town_url(row["ags"], row["town"]),
            "class_label": campaign.size_class_label(row["size_class"]),
        }
        for row in rows
    ]
