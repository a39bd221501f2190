"""The official register: read whole or not at all, every refusal says what to do."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.places import workbook as opening
from cms.places.actions import ImportReport, import_register
from cms.places.domain.register import Defect
from cms.places.models import Municipality
from tests.places.factories import HEAD, district_row, make_municipality, town_row, workbook

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 15, 9, 0, tzinfo=UTC)
ROWS = [
    district_row("16064", "Unstrut-Hainich-Kreis"),
    town_row("16064046", "Mühlhausen/Thüringen, Stadt", population=35799),
    district_row("16051", "Erfurt, Stadt"),
    town_row("16051000", "Erfurt, Stadt", code="61", population=215675, area=269.91, postal="99084"),
    town_row("15001000", "Dessau-Roßlau, Stadt", code="61"),
]


def _read(file: io.BytesIO, land: str = "16") -> ImportReport:
    return import_register(file=file, land=land, by=None, by_label="test", now=NOW)


def _refusal(file: io.BytesIO, land: str = "16") -> Refused:
    with pytest.raises(Refused) as refusal:
        _read(file, land)
    assert Municipality.objects.count() == 0
    assert not AuditEvent.objects.exists()
    return refusal.value


def test_import_stores_the_municipalities_of_the_land() -> None:
    report = _read(workbook(ROWS))
    assert report.added == ["Mühlhausen (16064046)", "Erfurt (16051000)"]
    assert (report.changed, report.dissolved, report.skipped, report.unchanged) == ({}, [], [], 0)
    erfurt = Municipality.objects.get(ags="16051000")
    assert (erfurt.name, erfurt.name_official, erfurt.kind, erfurt.district) == (
        "Erfurt", "Erfurt, Stadt", "city", "Erfurt",
    )  # fmt: skip
    assert (erfurt.population, erfurt.area_km2, erfurt.postal_code) == (215675, Decimal("269.91"), "99084")
    assert (erfurt.latitude, erfurt.longitude, erfurt.as_of) == (50.977122, 11.027236, date(2024, 12, 31))
    assert Municipality.objects.get(ags="16064046").district == "Unstrut-Hainich-Kreis"
    event = AuditEvent.objects.get(action="places.register.imported")
    assert event.changes["added"] == [None, 2]


def test_second_import_changes_nothing() -> None:
    _read(workbook(ROWS))
    report = _read(workbook(ROWS))
    assert (report.added, report.changed, report.unchanged) == ([], {}, 2)


def test_import_reports_changes_and_towns_that_are_gone() -> None:
    _read(workbook(ROWS))
    rows = [ROWS[0], town_row("16064046", "Mühlhausen, Stadt", population=35000)]
    report = _read(workbook(rows))
    assert report.changed == {"Mühlhausen (16064046)": ["name_official", "population"]}
    assert report.dissolved == ["Erfurt (16051000)"]
    assert set(Municipality.objects.active().values_list("ags", flat=True)) == {"16064046"}
    back = _read(workbook(ROWS))
    assert back.changed["Erfurt (16051000)"] == ["is_active"]


@pytest.mark.parametrize(
    ("row", "defect"),
    [
        (town_row("16064047", "X", population=None), Defect.POPULATION),
        (town_row("16064047", "X", population="viele"), Defect.POPULATION),
        (town_row("16064047", "X", population=12.5), Defect.POPULATION),
        (town_row("16064047", "X", population=-1), Defect.POPULATION),
        (town_row("16064047", "X", area=None), Defect.AREA),
        (town_row("16064047", "X", latitude="11,0", longitude="50,9"), Defect.COORDINATES),
        (town_row("16064047", "X", latitude="nan"), Defect.COORDINATES),
        (town_row("16064047", ""), Defect.NAME),
        (town_row("16064047", "X", code="99"), Defect.KIND),
        (town_row("16064047", "X", code="66"), Defect.UNINHABITED),
        (town_row("1606404", "X"), Defect.KEY),
        (town_row("16064046", "Noch einmal"), Defect.TWICE),
    ],
)
def test_defective_row_is_skipped_with_its_reason(row: list[object], defect: Defect) -> None:
    report = _read(workbook([*ROWS, row]))
    assert [(number, why) for number, _name, why in report.skipped] == [(len(HEAD) + len(ROWS) + 1, defect)]
    assert len(report.added) == 2


def test_defective_row_does_not_dissolve_a_town() -> None:
    _read(workbook(ROWS))
    rows = [*ROWS[:3], town_row("16051000", "Erfurt, Stadt", population=None), ROWS[4]]
    assert _read(workbook(rows)).dissolved == []


def test_numbers_as_text_are_read() -> None:
    rows = [ROWS[0], town_row("16064046", "Mühlhausen", population="35 799", area="86,38", postal=7545)]
    _read(workbook(rows))
    town = Municipality.objects.get()
    assert (town.population, town.area_km2, town.postal_code) == (35799, Decimal("86.38"), "07545")


def test_namesakes_are_told_apart() -> None:
    rows = [
        district_row("16070", "Ilm-Kreis"),
        town_row("16070012", "Elxleben"),
        district_row("16068", "Sömmerda"),
        town_row("16068014", "Elxleben"),
    ]
    _read(workbook([*rows, *ROWS]))
    labels = {town.label for town in Municipality.objects.all()}
    assert labels == {"Elxleben (Ilm-Kreis)", "Elxleben (Sömmerda)", "Mühlhausen", "Erfurt"}


def test_other_layout_is_refused_with_what_was_expected_and_found() -> None:
    head = [list(row) for row in HEAD]
    head[2][7], head[3][14] = "Ort", "x"
    refusal = _refusal(workbook(ROWS, head=head))
    assert refusal.code == "other_layout"
    assert "H3: erwartet „Gemeindename“, gefunden „Ort“" in str(refusal)
    assert "O4: erwartet „Längengrad“, gefunden „x“" in str(refusal)
    assert "Inhalt, Onlineprodukt_Gemeinden31122024" in str(refusal)


def test_workbook_of_something_else_is_refused() -> None:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Name", "Betrag"])
    book.save(file)
    refusal = _refusal(file)
    assert refusal.code == "other_layout"
    assert "und 12 weitere Stellen" in str(refusal)


def test_land_without_municipalities_is_refused() -> None:
    assert _refusal(workbook(ROWS), land="09").code == "no_such_land"
    assert _refusal(workbook(ROWS), land="Thüringen").code == "wrong_land"


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 truncated", b"<html></html>"])
def test_file_that_is_no_workbook_is_refused(content: bytes) -> None:
    assert _refusal(io.BytesIO(content)).code == "unreadable"


def test_truncated_and_damaged_workbooks_are_refused() -> None:
    whole = workbook(ROWS).getvalue()
    for damaged in (whole[: len(whole) // 2], whole[:300] + b"\x00" * 400 + whole[700:]):
        assert _refusal(io.BytesIO(damaged)).code == "unreadable"


def test_zip_without_a_workbook_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("hallo.txt", "hallo")
    assert _refusal(file).code == "unreadable"


def test_formula_is_refused() -> None:
    refusal = _refusal(workbook([*ROWS, town_row("16064047", "X", population="=SUM(J7:J9)")]))
    assert (refusal.code, "J12" in str(refusal)) == ("formulas", True)


def test_large_file_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_MEGABYTES", 0)
    assert _refusal(workbook(ROWS)).code == "too_large"


def test_file_that_unpacks_to_too_much_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * (opening.MAX_UNPACKED + 1))
    assert len(file.getvalue()) < 1_000_000
    assert _refusal(file).code == "bomb"


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_ROWS", 9)
    assert _refusal(workbook(ROWS)).code == "bomb"


def test_declared_entities_are_refused() -> None:
    source, file = zipfile.ZipFile(workbook(ROWS)), io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for part in source.namelist():
            content = source.read(part)
            if part == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content
            package.writestr(part, content)
    assert _refusal(file).code == "unreadable"


def test_command_tells_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_municipality("16064099", "Altdorf")
    path = tmp_path / "register.xlsx"
    path.write_bytes(workbook([*ROWS, town_row("16064047", "Ohne", population=None)]).getvalue())
    call_command("import_municipalities", str(path))
    told = capsys.readouterr().out
    assert "Land 16, Gebietsstand 31.12.2024." in told
    assert "Neu: 2" in told
    assert "Nicht mehr im Verzeichnis: 1\n  Altdorf (16064099)" in told
    assert "Zeile 12, Ohne: Die Bevölkerung fehlt oder ist keine ganze Zahl." in told


def test_command_refuses_in_german(tmp_path: Path) -> None:
    path = tmp_path / "falsch.xlsx"
    path.write_bytes(b"nichts")
    with pytest.raises(CommandError, match="nicht als Excel-Arbeitsmappe"):
        call_command("import_municipalities", str(path))
    with pytest.raises(CommandError, match="gibtesnicht"):
        call_command("import_municipalities", str(tmp_path / "gibtesnicht.xlsx"))
