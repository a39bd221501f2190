"""Municipalities and register workbooks for tests."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import openpyxl

from cms.places.domain import fold_name
from cms.places.enums import Kind
from cms.places.models import Municipality

HEAD: list[list[object]] = [
    ["Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl am 31.12.2024 (4. Quartal)"],
    [],
    [
        "Satz-art", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel (ARS)", None, None, None, None,
        "Gemeindename", "Fläche km2 1)", "Bevölkerung auf Grundlage des Zensus 20112)", None, None, None,
        "Postleit-zahl3)", "Geografische Mittelpunktkoordinaten", None, "Reisegebiete", None,
        "Grad der Verstädterung", None,
    ],
    [
        None, None, "Land", "RB", "Kreis", "VB", "Gem", None, None, "insgesamt", "männlich", "weiblich", "je km2",
        None, "Längengrad", "Breitengrad",
    ],
    [None, None, "Gebietsstand am 31.12.2024 (4. Quartal)", None, None, None, None, None, "31.12.2023 (Jahr)"],
    [],
]  # fmt: skip


def make_municipality(ags: str = "16064001", name: str = "Musterstadt", **values: Any) -> Municipality:
    """Store one municipality."""
    defaults: dict[str, Any] = {
        "name_official": f"{name}, Stadt",
        "kind": Kind.TOWN,
        "district": "Musterkreis",
        "district_ags": ags[:5],
        "population": 8000,
        "area_km2": Decimal("20.00"),
        "postal_code": "99999",
        "latitude": 50.9,
        "longitude": 11.0,
    }
    return Municipality.objects.create(ags=ags, name=name, name_folded=fold_name(name), **{**defaults, **values})


def district_row(key: str, name: str) -> list[object]:
    """One row that names a district; `key` has five digits."""
    return ["40", "43", key[:2], key[2], key[3:], None, None, name]


def town_row(ags: str, name: str, **values: object) -> list[object]:
    """One row of a municipality as the register writes it."""
    row: dict[str, object] = {
        "code": "63", "area": 20.5, "population": 8000, "postal": "99999",
        "longitude": "11,027236", "latitude": "50,977122",
    }  # fmt: skip
    row.update(values)
    return [
        "60", row["code"], ags[:2], ags[2], ags[3:5], "0000", ags[5:], name, row["area"], row["population"], 1, 1, "",
        row["postal"], row["longitude"], row["latitude"], "E37", "Thüringer Wald", "02", "mittlere Besiedlungsdichte",
    ]  # fmt: skip


def workbook(rows: Sequence[Sequence[object]], *, head: Sequence[Sequence[object]] = HEAD) -> io.BytesIO:
    """Return a workbook with the layout of the official register."""
    book = openpyxl.Workbook()
    book.active.title = "Inhalt"
    book.active.append(["Statistisches Bundesamt"])
    sheet = book.create_sheet("Onlineprodukt_Gemeinden31122024")
    for row in [*head, *rows]:
        sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file
