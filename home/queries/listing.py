"""One page of a filtered list, or its map: what the directories of the alliance have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality
from home.queries.finding import Asked, Finding

MAP_FIELDS = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")
MAP = "karte"


@dataclass(frozen=True)
class Listing:
    """The filters, and either rows or the map."""

    found: Finding
    rows: list[Any]
    page: Page | None = None
    map: dict[str, Any] | None = None

    @property
    def list_query(self) -> str:
        """Return the filters as an address of the list."""
        return self.found.asked.query(view="")

    @property
    def map_query(self) -> str:
        """Return the filters as an address of the map."""
        return self.found.asked.query(view=MAP)


def in_order(keys: Iterable[int], rows: Mapping[int, Any]) -> list[Any]:
    """Return the rows with these keys, in the order of the keys."""
    return [rows[key] for key in keys if key in rows]


def counting_map(towns: Iterable[str], asked: Asked) -> dict[str, Any]:
    """Return the region with a number at every town; each mark leads to what the list has there."""
    numbers = Counter(ags for ags in towns if ags)
    rest = asked.query(view="", without="ort")
    tail = f"&{rest}" if rest else ""
    marks = {ags: MapMark(url=f"?ort={ags}{tail}", count=number) for ags, number in numbers.items()}
    return drawn(marks)


def drawn(marks: Mapping[str, MapMark]) -> dict[str, Any]:
    """Return the region with these marks."""
    return region_map(Municipality.objects.active().only(*MAP_FIELDS), marked=marks)
