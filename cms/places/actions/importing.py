"""Reads the official register into our list of municipalities: all of it or nothing, and says what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, BinaryIO

from django.db import transaction

from cms.core.audit import record
from cms.places.actions.namesakes import mark_namesakes
from cms.places.domain import fold_name
from cms.places.domain.register import Cells, Defect, Row, as_of, district_of, is_municipality, parse
from cms.places.models import Municipality
from cms.places.refusals import no_such_land, wrong_land
from cms.places.workbook import register_rows

COMPARED = (
    "name",
    "name_official",
    "kind",
    "district",
    "district_ags",
    "population",
    "area_km2",
    "postal_code",
    "latitude",
    "longitude",
    "is_active",
)


@dataclass
class ImportReport:
    """What an import did. Changed: label → names of the fields; skipped: (row number, name, defect)."""

    land: str
    as_of: date | None = None
    added: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    dissolved: list[str] = field(default_factory=list)
    skipped: list[tuple[int, str, Defect]] = field(default_factory=list)
    unchanged: int = 0


@dataclass
class _Sheet:
    """The municipalities of one land as the file has them."""

    rows: list[Row] = field(default_factory=list)
    districts: dict[str, str] = field(default_factory=dict)
    skipped: list[tuple[int, str, Defect]] = field(default_factory=list)
    mentioned: set[str] = field(default_factory=set)


def import_register(*, file: BinaryIO, land: str, by: Any, now: datetime, by_label: str = "") -> ImportReport:
    """Bring the municipalities of LAND (two digits) in line with the workbook. Raises Refused, then nothing is stored.

    `by` is the person (a user) or None for the command, named by `by_label`.

    Who is no longer in the register is kept but no longer active: entries and applications point there.
    """
    if not re.fullmatch(r"\d\d", land):
        raise wrong_land()
    with register_rows(file) as (head, rows):
        sheet = _read(rows, land)
        report = ImportReport(land=land, as_of=as_of(head), skipped=sheet.skipped)
    if not sheet.rows:
        raise no_such_land(land)
    with transaction.atomic():
        _store(sheet, report)
        mark_namesakes()
        counts = {
            "added": len(report.added),
            "changed": len(report.changed),
            "dissolved": len(report.dissolved),
            "skipped": len(report.skipped),
            "unchanged": report.unchanged,
        }
        record(
            action="places.register.imported",
            target=None,
            actor=by,
            actor_label=by_label,
            changes={name: (None, count) for name, count in {"land": land, **counts}.items()},
            now=now,
        )
    return report


def _read(rows: Iterator[tuple[int, Cells]], land: str) -> _Sheet:
    sheet = _Sheet()
    for number, cells in rows:
        district = district_of(cells)
        if district:
            sheet.districts[district[0]] = district[1]
        if not is_municipality(cells, land):
            continue
        found = parse(cells)
        if isinstance(found, Row) and found.ags in sheet.mentioned:
            found = Defect.TWICE
        if isinstance(found, Defect):
            sheet.skipped.append((number, str(cells[7] or ""), found))
        else:
            sheet.rows.append(found)
        sheet.mentioned.add("".join(str(cells[column] or "") for column in (2, 3, 4, 6)))
    return sheet


def _store(sheet: _Sheet, report: ImportReport) -> None:
    held = {town.ags: town for town in Municipality.objects.select_for_update().filter(ags__startswith=report.land)}
    fresh: list[Municipality] = []
    changed: list[Municipality] = []
    for row in sheet.rows:
        values = _values(row, sheet.districts)
        town = held.get(row.ags)
        if town is None:
            fresh.append(Municipality(**values, name_folded=fold_name(row.name), as_of=report.as_of))
            continue
        fields = [name for name in COMPARED if getattr(town, name) != values[name]]
        if fields:
            report.changed[f"{row.name} ({row.ags})"] = fields
        report.unchanged += not fields
        _update(town, values, report.as_of)
        changed.append(town)
    report.added = [f"{town.name} ({town.ags})" for town in fresh]
    gone = [town for ags, town in held.items() if town.is_active and ags not in sheet.mentioned]
    report.dissolved = [f"{town.name} ({town.ags})" for town in gone]
    Municipality.objects.bulk_create(fresh, batch_size=500)
    Municipality.objects.bulk_update(changed, [*COMPARED, "name_folded", "as_of"], batch_size=200)
    Municipality.objects.filter(ags__in=[town.ags for town in gone]).update(is_active=False)


def _values(row: Row, districts: dict[str, str]) -> dict[str, object]:
    district = districts.get(row.district_ags, row.name)
    return {**asdict(row), "district": district, "district_ags": row.district_ags, "is_active": True}


def _update(town: Municipality, values: dict[str, object], stand: date | None) -> None:
    for name, value in values.items():
        setattr(town, name, value)
    town.name_folded = fold_name(town.name)
    town.as_of = stand
