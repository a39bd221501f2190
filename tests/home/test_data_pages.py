"""Data view: a table comes in whole or not at all, and is shown as map, bars, table and file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.core.table_files import table_rows
from cms.places.domain import fold_name
from cms.places.levels import level_map
from cms.places.models import Municipality
from home.actions.data import import_table
from home.domain.levels import bounds_of, level_of
from home.domain.tables import Fault, Table, Town, read
from home.models import DataEdition, DataPage, DataRow
from tests.home.knowledge import data_page, town

pytestmark = pytest.mark.django_db
Enter = Callable[[User], Client]
TOWNS = [
    Town("16051000", "Erfurt", "erfurt"),
    Town("16064046", "Mühlhausen", "muhlhausen"),
    Town("16073046", "Lehesten (Saalfeld-Rudolstadt)", "lehesten"),
    Town("16074048", "Lehesten (Saale-Holzland-Kreis)", "lehesten"),
]
DAY = date(2025, 12, 31)


def table(*lines: list[Any], head: list[str] | None = None) -> Table:
    rows = [(1, head or ["AGS", "Gemeinde", "Quote"])] + [(number, line) for number, line in enumerate(lines, start=2)]
    return read(rows, TOWNS, value_label="Leerstandsquote", fold=fold_name)


@pytest.mark.parametrize(
    "line,value",
    [
        (["16051000", "", "12,5"], "12.5"),
        ([16051000.0, None, 12.5], "12.5"),
        (["", "Erfurt, Stadt", "12"], "12"),
        (["", "muehlhausen", "1.234,5"], "1234.5"),
        (["", "Mühlhausen/Thüringen", "1.234"], "1234"),
        (["", "Lehesten (Saale-Holzland-Kreis)", "-3 %"], "-3"),
        (["16051000", "Erfurt", "0,0005"], "0.001"),
    ],
)
def test_a_line_is_read_as_people_write_it(line: list[Any], value: str) -> None:
    found = table(line)
    assert found.problems == []
    assert list(found.values.values()) == [Decimal(value).quantize(Decimal("0.001"))]


@pytest.mark.parametrize(
    "line,fault",
    [
        (["", "", "5"], Fault.NO_TOWN),
        (["99999999", "", "5"], Fault.UNKNOWN_KEY),
        (["", "Atlantis", "5"], Fault.UNKNOWN_NAME),
        (["", "Lehesten", "5"], Fault.AMBIGUOUS),
        (["16051000", "Mühlhausen", "5"], Fault.DISAGREE),
        (["16051000", "", "viel"], Fault.NO_NUMBER),
        (["16051000", "", "12.34.5"], Fault.NO_NUMBER),
        (["16051000", "", True], Fault.NO_NUMBER),
        (["16051000", "", "=SUM(A1)"], Fault.FORMULA),
        (["16051000", "", "9" * 13], Fault.TOO_LARGE),
    ],
)
def test_what_is_wrong_is_named_with_its_line(line: list[Any], fault: Fault) -> None:
    assert [(one.line, one.fault) for one in table(line).problems] == [(2, fault)]


@pytest.mark.parametrize("head", [["Kreis", "Quote"], ["AGS"], ["", ""]])
def test_headings_are_needed(head: list[str]) -> None:
    assert [one.fault for one in table(["16051000", "5"], head=head).problems] == [Fault.NO_HEAD]


def test_a_town_stands_once_and_unknown_values_are_no_fault() -> None:
    found = table(["16051000", "", "."], ["", "Mühlhausen", "4"], ["16064046", "", "5"])
    assert found.empty == [2]
    assert [(one.line, one.fault, one.other) for one in found.problems] == [(4, Fault.TWICE, "3")]
    assert [one.fault for one in table(["16051000", "", ""]).problems] == [Fault.NO_VALUES]


def test_the_column_with_the_right_heading_is_taken() -> None:
    found = table(["16051000", "7", "9"], head=["AGS", "Leerstandsquote in %", "Läden"])
    assert list(found.values.values()) == [Decimal(7)]


@pytest.mark.parametrize(
    "values,bounds",
    [("1 2 3 4 5 6 7 8 9 10", "2 4 6 8"), ("1 1 1 1", ""), ("1 2", "1"), ("", ""), ("0 0 0 0 5", "0")],
)
def test_classes_hold_about_as_many_towns(values: str, bounds: str) -> None:
    assert bounds_of(map(Decimal, values.split())) == [Decimal(one) for one in bounds.split()]


def test_a_value_on_a_bound_belongs_below() -> None:
    assert [level_of(Decimal(one), [Decimal(2), Decimal(4)]) for one in (1, 2, 3, 4, 5)] == [0, 0, 1, 1, 2]


def test_the_map_draws_every_town_once() -> None:
    for number in range(4):
        town(f"1606400{number}", f"Ort {number}", latitude=50.5 + number / 10, longitude=10.5 + number / 5)
    drawn = level_map(Municipality.objects.all(), levels={"16064000": 0, "16064001": 2, "16064002": 2}, count=3)
    assert [path.count("M") for path in drawn["levels"]] == [1, 0, 2]
    assert (drawn["known"].count("M"), drawn["without"].count("M")) == (3, 1)
    assert {name["text"] for name in drawn["names"]} == {"Ort 0", "Ort 1", "Ort 2"}


def csv_file(text: str, encoding: str = "utf-8-sig") -> BytesIO:
    return BytesIO(text.encode(encoding))


def workbook(*rows: list[Any]) -> BytesIO:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    out.seek(0)
    return out


@pytest.mark.parametrize(
    "file",
    [
        csv_file("Ort;Wert\r\nMühlhausen;5\r\n\r\n"),
        csv_file("Ort,Wert\nMühlhausen,5\n", "cp1252"),
        csv_file("Ort\tWert\nMühlhausen\t5", "utf-8"),
    ],
)
def test_csv_comes_as_spreadsheets_write_it(file: BytesIO) -> None:
    assert table_rows(file) == [(1, ["Ort", "Wert"]), (2, ["Mühlhausen", "5"])]


def test_a_workbook_keeps_numbers_and_shows_formulas() -> None:
    assert table_rows(workbook(["Ort", "Wert"], ["Erfurt", 5.5], [None], ["Gera", "=1+1"])) == [
        (1, ["Ort", "Wert"]),
        (2, ["Erfurt", 5.5]),
        (4, ["Gera", "=1+1"]),
    ]


def bomb() -> BytesIO:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * (61 * 1024 * 1024))
    out.seek(0)
    return out


@pytest.mark.parametrize(
    "file,code",
    [
        (lambda: BytesIO(b"PK\x03\x04kaputt"), "unreadable"),
        (lambda: BytesIO(b"\x00\x01\x02"), "unreadable"),
        (bomb, "unreadable"),
        (lambda: BytesIO(b"x" * (5 * 1024 * 1024 + 1)), "too_large"),
        (lambda: csv_file("Ort;Wert\n" + "a;1\n" * 5_001), "too_long"),
    ],
)
def test_files_that_are_no_tables_are_refused_in_words(file: Callable[[], BytesIO], code: str) -> None:
    with pytest.raises(Refused) as refused:
        table_rows(file())
    assert refused.value.code == code


def posted(client: Client, page: DataPage, text: str, **other: str) -> Any:
    file = SimpleUploadedFile("werte.csv", text.encode(), content_type="text/csv")
    data = {"file": file, "as_of": "31.12.2025", "source": "Statistik", **other}
    return client.post(f"/verwaltung/daten/{page.pk}/einlesen/", data)


def test_wrong_lines_are_told_one_by_one_and_nothing_comes_in(desk: Enter, editor: User) -> None:
    page = data_page()
    town()
    answer = posted(desk(editor), page, "Gemeinde;Wert\nMühlhausen;5\nAtlantis;6\nMühlhausen;viel\n")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Zeile 3: Eine Gemeinde „Atlantis“ gibt es" in html
    assert "Zeile 4: „viel“ ist keine Zahl" in html
    assert DataEdition.objects.count() == 0


def test_a_table_comes_in_by_way_of_its_preview(desk: Enter, editor: User) -> None:
    page = data_page()
    town()
    client = desk(editor)
    answer = posted(client, page, "Gemeinde;Wert\nMühlhausen;12,34\n")
    assert "12,3\xa0%" in answer.content.decode()
    assert DataEdition.objects.count() == 0
    payload = answer.context["payload"]
    assert client.post(f"/verwaltung/daten/{page.pk}/einlesen/bestaetigen/", {"payload": payload}).status_code == 302
    row = DataRow.objects.get()
    assert (row.municipality, row.value, row.edition.as_of) == (town(), Decimal("12.340"), DAY)
    assert row.edition.imported_by == editor
    assert AuditEvent.objects.filter(action="home.data.imported").count() == 1


@pytest.mark.parametrize("other", [{"as_of": "31.12.2999"}, {"as_of": "bald"}, {"source": ""}, {"file": ""}])
def test_a_form_that_lacks_something_says_so(desk: Enter, editor: User, other: dict[str, str]) -> None:
    assert posted(desk(editor), data_page(), "Gemeinde;Wert\n", **other).status_code == 422


def test_a_preview_belongs_to_its_page_and_is_not_made_up(desk: Enter, editor: User) -> None:
    page, other = data_page(), data_page("anderes")
    town()
    client = desk(editor)
    payload = posted(client, page, "Gemeinde;Wert\nMühlhausen;5\n").context["payload"]
    for key, text in ((other.pk, payload), (page.pk, f"{payload}x"), (page.pk, "")):
        client.post(f"/verwaltung/daten/{key}/einlesen/bestaetigen/", {"payload": text})
    assert DataEdition.objects.count() == 0


def stored(page: DataPage, by: User, *, as_of: date = DAY, count: int = 3) -> DataEdition:
    values = {
        town(f"160640{number}", f"Ort {number}", population=1000 * number, longitude=10 + number / 50).pk: Decimal(
            number
        )
        for number in range(10, 10 + count)
    }
    return import_table(page=page, values=values, as_of=as_of, source="Statistik", by=by, now=timezone.now())


def test_a_later_table_for_the_same_day_takes_the_place(editor: User) -> None:
    page = data_page()
    stored(page, editor, count=5)
    stored(page, editor, count=2)
    assert DataEdition.objects.count() == 1
    assert DataRow.objects.count() == 2


def test_an_unknown_key_brings_nothing_in(editor: User) -> None:
    page = data_page()
    stored(page, editor)
    with pytest.raises(Refused, match="Gemeindeverzeichnis"):
        import_table(page=page, values={"00000000": Decimal(1)}, as_of=DAY, source="x", by=editor, now=timezone.now())
    assert DataRow.objects.count() == 3


def names(client: Client, query: str) -> list[str]:
    html = client.get(f"/daten/leerstand/?{query}").content.decode()
    body = html[html.index("<tbody>") :] if "<tbody>" in html else ""
    return [name for name in sorted(("Ort 10", "Ort 11", "Ort 12"), key=body.find) if name in body]


def test_the_table_sorts_by_its_headings_and_finds_towns(client: Client, editor: User) -> None:
    stored(data_page(), editor)
    rising, falling = ["Ort 10", "Ort 11", "Ort 12"], ["Ort 12", "Ort 11", "Ort 10"]
    assert names(client, "") == names(client, "sortierung=wert") == names(client, "sortierung=unsinn") == rising
    assert names(client, "sortierung=-wert") == names(client, "sortierung=-menschen") == falling
    assert names(client, "ort=ORT+11") == ["Ort 11"]
    assert names(client, "ort=nirgends") == []
    assert 'aria-sort="descending"' in client.get("/daten/leerstand/?sortierung=-wert").content.decode()


def test_an_older_edition_is_still_there(client: Client, editor: User) -> None:
    page = data_page()
    stored(page, editor)
    stored(page, editor, as_of=date(2024, 12, 31), count=1)
    assert "Ort 12" in client.get("/daten/leerstand/").content.decode()
    old = client.get("/daten/leerstand/?stand=2024-12-31").content.decode()
    assert "Ort 10" in old
    assert "Ort 12" not in old
    assert "Ort 12" in client.get("/daten/leerstand/?stand=2024-13-99").content.decode()


def test_the_page_asks_the_same_for_three_and_for_eighty(
    client: Client, editor: User, queries: Callable[[str], int]
) -> None:
    page = data_page()
    stored(page, editor)
    few = queries("/daten/leerstand/?ort=")
    stored(page, editor, count=80)
    assert queries("/daten/leerstand/?ort=") == few <= 14
    assert queries("/daten/?alles") <= 12


def test_the_files_say_what_they_are(client: Client, editor: User) -> None:
    stored(data_page(), editor)
    told = client.get("/daten/leerstand/tabelle.json").json()
    assert (told["unit"], told["as_of"], told["source"]) == ("%", "2025-12-31", "Statistik")
    assert told["rows"][0] == {"ags": "16064010", "name": "Ort 10", "value": 10.0}
    text = b"".join(client.get("/daten/leerstand/tabelle.csv").streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0] == "AGS;Gemeinde;Landkreis;Menschen;Leerstandsquote (%);Stand;Quelle"
    assert text.splitlines()[1] == "16064010;Ort 10;Musterkreis;10000;10,0;31.12.2025;Statistik"


def test_without_a_table_or_a_page_there_is_no_file(client: Client) -> None:
    page = data_page()
    assert client.get("/daten/leerstand/").status_code == 200
    assert client.get("/daten/leerstand/tabelle.csv").status_code == 404
    page.live = False
    page.save()
    assert client.get("/daten/leerstand/tabelle.json").status_code == 404


def test_an_edition_can_be_taken_away(desk: Enter, editor: User, outsider: User) -> None:
    edition = stored(data_page(), editor)
    path = f"/verwaltung/daten/stand/{edition.pk}/loeschen/"
    assert desk(outsider).post(path).status_code == 404
    client = desk(editor)
    assert "31.12.2025" in client.get("/verwaltung/daten/").content.decode()
    client.post(path)
    assert DataEdition.objects.count() == DataRow.objects.count() == 0
    assert AuditEvent.objects.filter(action="home.data.deleted", actor=editor).count() == 1
