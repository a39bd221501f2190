from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal

import openpyxl
import pytest

from cms.core.spreadsheets import csv_lines, csv_response, safe_cell, xlsx_bytes, xlsx_response

HEADER = ["Ort", "Punkte"]
MOMENT = datetime(2027, 9, 26, 21, 59, tzinfo=UTC)
LOCAL = datetime.combine(date(2027, 9, 26), time(23, 59))  # as a spreadsheet holds it: without a zone


@pytest.mark.parametrize("text", ["=1+1", "+49 361", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])
def test_safe_cell_disarms(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Weimar", "a=b", "1-2", "'=1"])
def test_safe_cell_leaves_the_rest(text: str) -> None:
    assert safe_cell(text) == text


def test_csv_opens_in_a_german_spreadsheet() -> None:
    written = "".join(csv_lines(HEADER, [["Weißensee; „Blick“", 75.5], ["=cmd", None]])).encode()

    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert rows == [HEADER, ["Weißensee; „Blick“", "75,5"], ["'=cmd", ""]]
    assert written.count(b"\r\n") == 3


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-3, "-3"),
        (Decimal("-1.50"), "-1,50"),
        (True, "ja"),
        (False, "nein"),
        (date(2027, 9, 1), "01.09.2027"),
        (MOMENT, "26.09.2027 23:59"),
        ("a\nb", '"a\nb"'),
    ],
)
def test_csv_writes_values_as_german_readers_do(value: object, cell: str) -> None:
    *_header, line = csv_lines(["x"], [[value]])

    assert line == f"{cell}\r\n"


def test_xlsx_keeps_types_and_calculates_nothing() -> None:
    rows = [["=1+1", 75.5, MOMENT, date(2027, 9, 1), True], ["x\x00\x07y", None, "-2", "", False]]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(list("abcde"), rows, title="Rangliste " * 9)))
    sheet = book.active

    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["=1+1", 75.5, LOCAL, datetime.combine(date(2027, 9, 1), time()), "ja"],
        ["xy", None, "-2", None, "nein"],
    ]
    assert sheet["A2"].data_type == "s"
    assert sheet.freeze_panes == "A2"
    assert len(sheet.title) == 31


def test_xlsx_of_nothing_has_its_header() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(HEADER, [], title="leer")))

    assert [cell.value for cell in book.active[1]] == HEADER


@pytest.mark.parametrize(
    ("response", "content_type"),
    [
        (csv_response("x.csv", HEADER, []), "text/csv; charset=utf-8"),
        (
            xlsx_response("x.xlsx", HEADER, [], title="x"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ],
)
def test_responses_are_downloads(response, content_type: str) -> None:
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"].startswith('attachment; filename="x.')
    assert response["Cache-Control"] == "private, no-store"
