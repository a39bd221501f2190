"""What a data page shows: one edition as map, bars and table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import QueryDict
from django.utils.dateparse import parse_date
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.places.domain import fold_name
from cms.places.levels import level_map
from cms.places.models import Municipality
from home.domain.levels import bounds_of, level_of
from home.domain.tables import Town
from home.models import DataEdition, DataIndexPage, DataPage, DataRow
from home.queries.finding import LONGEST_TEXT, has_words, page_number, page_of

PER_PAGE = 50
BARS = 8
BAR_WIDTH = 200
_MAP_FIELDS = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")


@dataclass(frozen=True)
class Line:
    """One municipality with its value, shown as text and as the length of a bar."""

    town: Municipality
    value: Decimal
    shown: str
    level: int
    bar: int


@dataclass(frozen=True)
class Level:
    """A class of the legend: its number, its bounds in words, how many towns."""

    number: int
    label: str
    count: int


@dataclass(frozen=True)
class Head:
    """A heading of the table that sorts it."""

    label: str | Promise
    query: str
    order: str
    is_number: bool


@dataclass(frozen=True)
class DataView:
    """Everything that the page shows of one edition."""

    edition: DataEdition
    editions: list[DataEdition]
    map: dict[str, Any]
    levels: list[Level]
    highest: list[Line]
    lowest: list[Line]
    median: str
    heads: list[Head]
    page: Page
    text: str
    query: str
    total: int


def editions_of(page: DataPage) -> QuerySet[DataEdition]:
    """All editions of a page, the newest first; translations share those of the page they come from."""
    return DataEdition.objects.filter(page__translation_key=page.translation_key).order_by("-as_of")


def data_view(page: DataPage, query: QueryDict) -> DataView | None:
    """Read the address and show; four queries. None while no table is there."""
    editions = list(editions_of(page))
    if not editions:
        return None
    edition = edition_of(editions, query.get("stand", ""))
    rows = list(rows_of(edition))
    bounds = bounds_of(row.value for row in rows)
    lines = _lines(rows, bounds, shower(page))
    by_value = sorted(lines, key=lambda line: (-line.value, line.town.name_folded))
    levels = {line.town.ags: line.level for line in lines}
    text, order = query.get("ort", "").replace("\0", "")[:LONGEST_TEXT].strip(), query.get("sortierung", "")
    table = _sorted([line for line in lines if _is_meant(line.town, text)], order)
    kept = {"stand": edition.as_of.isoformat() if edition != editions[0] else "", "ort": text}
    return DataView(
        edition=edition,
        editions=editions,
        map=level_map(Municipality.objects.active().only(*_MAP_FIELDS), levels=levels, count=len(bounds) + 1),
        levels=_legend(bounds, lines, shower(page)),
        highest=by_value[:BARS],
        lowest=by_value[-BARS:] if len(by_value) >= 2 * BARS else [],
        median=shower(page)(by_value[len(by_value) // 2].value),
        heads=_heads(page, order, kept),
        page=page_of(table, page_number(query), PER_PAGE),
        text=text,
        query=_query({**kept, "sortierung": order}),
        total=len(rows),
    )


def edition_of(editions: Sequence[DataEdition], asked: str) -> DataEdition:
    """The edition of the day that an address asks for, else the newest."""
    try:
        day = parse_date(asked)
    except ValueError:
        day = None
    return next((edition for edition in editions if edition.as_of == day), editions[0])


def rows_of(edition: DataEdition) -> QuerySet[DataRow]:
    """The values of an edition with their towns, by name."""
    return edition.rows.select_related("municipality").order_by("municipality__name_folded", "municipality__district")


def shower(page: DataPage) -> Callable[[Decimal], str]:
    """Return how a value of this page is written: decimals, grouping, unit."""
    unit = f"\N{NO-BREAK SPACE}{page.unit}" if page.unit else ""
    return lambda value: f"{number_format(value, decimal_pos=page.decimals, force_grouping=True)}{unit}"


def _lines(rows: Sequence[DataRow], bounds: Sequence[Decimal], show: Callable[[Decimal], str]) -> list[Line]:
    largest = max((abs(row.value) for row in rows), default=Decimal(0)) or Decimal(1)
    return [
        Line(
            town=row.municipality,
            value=row.value,
            shown=show(row.value),
            level=level_of(row.value, bounds),
            bar=round(abs(row.value) / largest * BAR_WIDTH),
        )
        for row in rows
    ]


def _legend(bounds: Sequence[Decimal], lines: Sequence[Line], show: Callable[[Decimal], str]) -> list[Level]:
    found = []
    for number in range(len(bounds) + 1):
        if not bounds:
            label = show(lines[0].value)
        elif number == 0:
            label = _("bis %(high)s") % {"high": show(bounds[0])}
        elif number == len(bounds):
            label = _("über %(low)s") % {"low": show(bounds[-1])}
        else:
            label = _("über %(low)s bis %(high)s") % {"low": show(bounds[number - 1]), "high": show(bounds[number])}
        found.append(Level(number, label, sum(line.level == number for line in lines)))
    return found


def _is_meant(town: Municipality, text: str) -> bool:
    return has_words(fold_name(text).split(), (town.name, town.district))


ORDERS: dict[str, tuple[Any, Callable[[Line], Any], bool]] = {
    "ort": (gettext_lazy("Ort"), lambda line: line.town.name_folded, False),
    "kreis": (gettext_lazy("Landkreis"), lambda line: line.town.district, False),
    "menschen": (gettext_lazy("Menschen"), lambda line: line.town.population, True),
    "wert": ("", lambda line: line.value, True),
}


def _sorted(lines: list[Line], order: str) -> list[Line]:
    """Sort by `ort`, `kreis`, `menschen` or `wert`; a minus turns the order round. Stands by name otherwise."""
    name = order.removeprefix("-")
    if name not in ORDERS:
        return lines
    return sorted(lines, key=ORDERS[name][1], reverse=order.startswith("-"))


def _heads(page: DataPage, order: str, kept: dict[str, str]) -> list[Head]:
    current = order if order.removeprefix("-") in ORDERS else "ort"
    heads = []
    for name, (label, _key, is_number) in ORDERS.items():
        here = current.removeprefix("-") == name
        is_down = current.startswith("-")
        turned = f"-{name}" if (here and not is_down) or (not here and is_number) else name
        state = ("descending" if is_down else "ascending") if here else ""
        heads.append(Head(label or page.value_label, _query({**kept, "sortierung": turned}), state, is_number))
    return heads


def _query(values: dict[str, str]) -> str:
    return urlencode({name: value for name, value in values.items() if value})


@dataclass(frozen=True)
class DataListing:
    """A data page in the index: when it was as of, how many values it has."""

    page: DataPage
    as_of: date | None
    count: int


def data_pages_of(index: DataIndexPage) -> list[DataListing]:
    """The published data pages of an index; two queries."""
    newest = DataEdition.objects.filter(page__translation_key=OuterRef("translation_key")).order_by("-as_of")
    counted = newest.annotate(number=Count("rows")).values("number")[:1]
    pages = DataPage.objects.live().public().child_of(index).defer("body").order_by("title")
    found = pages.annotate(as_of=Subquery(newest.values("as_of")[:1]), number=Subquery(counted))
    return [DataListing(page, page.as_of, page.number or 0) for page in found]


def known_towns() -> list[Town]:
    """All municipalities of today, as a table may name them."""
    towns = Municipality.objects.active().only("ags", "name", "name_folded", "has_namesake", "district")
    return [Town(town.ags, town.label, town.name_folded) for town in towns]
