"""The sheet of the official register (Destatis, „Gemeinden in Deutschland …“), read row by row.

Columns, counted from 0: 0 Satzart, 1 Textkennzeichen, 2–6 Regionalschlüssel (Land, RB,
Kreis, VB, Gem), 7 name, 8 area in km², 9 population, 13 postal code, 14 longitude, 15 latitude.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from cms.places.domain.names import short_name

Cells = Sequence[object]

COLUMNS = 16
HEADER_ROWS = 6
DISTRICT, MUNICIPALITY = "40", "60"
KINDS = {
    "60": "market",
    "61": "city",
    "62": "city",
    "63": "town",
    "64": "village",
    "65": "unincorporated",
    "66": "unincorporated",
    "67": "town",
}
UNINHABITED = "66"

# (row, column) of the sheet, both from 0 → how the heading begins, without case, hyphens and spaces
HEADINGS: dict[tuple[int, int], str] = {
    (2, 0): "Satzart",
    (2, 1): "Textkennzeichen",
    (2, 2): "Amtlicher Regionalschlüssel",
    (2, 7): "Gemeindename",
    (2, 8): "Fläche km2",
    (2, 9): "Bevölkerung",
    (2, 13): "Postleitzahl",
    (2, 14): "Geografische Mittelpunktkoordinaten",
    (3, 2): "Land",
    (3, 3): "RB",
    (3, 4): "Kreis",
    (3, 5): "VB",
    (3, 6): "Gem",
    (3, 9): "insgesamt",
    (3, 14): "Längengrad",
    (3, 15): "Breitengrad",
}


class Defect(StrEnum):
    """Why a row of the register is left out."""

    KEY = "key"
    NAME = "name"
    KIND = "kind"
    POPULATION = "population"
    AREA = "area"
    COORDINATES = "coordinates"
    UNINHABITED = "uninhabited"
    TWICE = "twice"


@dataclass(frozen=True)
class Row:
    """One municipality as the register states it."""

    ags: str
    name: str
    name_official: str
    kind: str
    population: int
    area_km2: Decimal
    postal_code: str
    latitude: float
    longitude: float

    @property
    def district_ags(self) -> str:
        """The key of its district."""
        return self.ags[:5]


def missing_headings(head: Sequence[Cells]) -> list[tuple[str, str, str]]:
    """Return (cell such as „H3“, heading expected, heading found) for every heading that is not where it should be."""
    return [
        (f"{chr(ord('A') + column)}{row + 1}", expected, _text(_cell(head, row, column)))
        for (row, column), expected in HEADINGS.items()
        if not _bare(_text(_cell(head, row, column))).startswith(_bare(expected))
    ]


def as_of(head: Sequence[Cells]) -> date | None:
    """Return the date of the territorial status stated in the heading, if there is one."""
    for cells in head:
        for value in cells:
            found = re.search(r"Gebietsstand am (\d\d)\.(\d\d)\.(\d{4})", _text(value))
            if found:
                day, month, year = map(int, found.groups())
                return date(year, month, day)
    return None


def district_of(cells: Cells) -> tuple[str, str] | None:
    """Return (5-digit key, name) when the row names a district."""
    if _text(cells[0]) != DISTRICT:
        return None
    return "".join(_text(cells[column]) for column in (2, 3, 4)), short_name(_text(cells[7]))


def is_municipality(cells: Cells, land: str) -> bool:
    """Whether the row is a municipality of LAND (two digits)."""
    return _text(cells[0]) == MUNICIPALITY and _text(cells[2]) == land


def parse(cells: Cells) -> Row | Defect:
    """Return the municipality of a row, or what is wrong with it."""
    ags = "".join(_text(cells[column]) for column in (2, 3, 4, 6))
    name, code = _text(cells[7]), _text(cells[1])
    if not re.fullmatch(r"\d{8}", ags):
        return Defect.KEY
    if not short_name(name) or len(name) > 100:
        return Defect.NAME
    if code not in KINDS:
        return Defect.KIND
    if code == UNINHABITED:
        return Defect.UNINHABITED
    population, area = _number(cells[9]), _number(cells[8])
    longitude, latitude = _number(cells[14]), _number(cells[15])
    if population is None or population < 0 or population != int(population):
        return Defect.POPULATION
    if area is None or not 0 < area < 100_000:
        return Defect.AREA
    if latitude is None or longitude is None or not (47 <= latitude <= 56 and 5 <= longitude <= 16):
        return Defect.COORDINATES
    return Row(
        ags=ags,
        name=short_name(name),
        name_official=name,
        kind=KINDS[code],
        population=int(population),
        area_km2=round(area, 2),
        postal_code=_postal_code(cells[13]),
        latitude=float(latitude),
        longitude=float(longitude),
    )


def _cell(head: Sequence[Cells], row: int, column: int) -> object:
    return head[row][column] if row < len(head) and column < len(head[row]) else None


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _bare(text: str) -> str:
    return re.sub(r"[\s­-]+", "", text).casefold()


def _postal_code(value: object) -> str:
    text = _text(value)
    return text.zfill(5) if text.isdecimal() and len(text) <= 5 else ""


def _number(value: object) -> Decimal | None:
    """Read a number of the sheet: a figure, or text with a decimal comma and spaces between the thousands."""
    text = re.sub(r"\s", "", _text(value)).replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
