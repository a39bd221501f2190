"""Tables that a spreadsheet opens as they are meant: umlauts right, and no cell that calculates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

# What makes a spreadsheet calculate. A cell of text that starts so gets an apostrophe, which tells it not to.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
BOM = "\ufeff"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60

Cell = str | int | float | Decimal | bool | date | datetime | None
Row = Sequence[Cell]


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def csv_lines(header: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a German CSV file: BOM first, semicolons, decimal commas, CRLF."""
    yield BOM + _csv_line(header)
    for row in rows:
        yield _csv_line(row)


def csv_response(filename: str, header: Sequence[str], rows: Iterable[Row]) -> HttpResponseBase:
    """Answer with a CSV file that is written while it is sent."""
    response = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    return _as_download(response, filename)


def xlsx_bytes(header: Sequence[str], rows: Iterable[Row], *, title: str) -> bytes:
    """Return a workbook with one sheet: bold fixed header, real numbers and dates, texts that stay texts."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    kept = [list(row) for row in rows]
    for number, name in enumerate(header, start=1):
        longest = max([len(name), *(len(str(row[number - 1] or "")) for row in kept)])
        sheet.column_dimensions[get_column_letter(number)].width = min(longest + 2, WIDEST)
    heads = [WriteOnlyCell(sheet, name) for name in header]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    for row in kept:
        sheet.append([_xlsx_cell(sheet, value) for value in row])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def xlsx_response(filename: str, header: Sequence[str], rows: Iterable[Row], *, title: str) -> HttpResponseBase:
    """Answer with a workbook."""
    return _as_download(HttpResponse(xlsx_bytes(header, rows, title=title), content_type=XLSX_TYPE), filename)


def _csv_line(row: Row) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="\r\n").writerow([_csv_cell(value) for value in row])
    return line.getvalue()


def _csv_cell(value: Cell) -> str:
    """Return a cell as German readers write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return f"{_local(value):%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, int | float | Decimal):
        return str(value).replace(".", ",")
    return safe_cell(str(value))


def _xlsx_cell(sheet: Any, value: Cell) -> Any:
    """Return a cell of the value's own type; a text that looks like a formula stays a text."""
    if isinstance(value, bool):
        value = "ja" if value else "nein"
    if isinstance(value, datetime):
        value = _local(value).replace(tzinfo=None)
    if not isinstance(value, int | float | Decimal | date | datetime | None):
        cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", str(value)))
        cell.data_type = "s"
        return cell
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, datetime):
        cell.number_format = "DD.MM.YYYY HH:MM"
    elif isinstance(value, date):
        cell.number_format = "DD.MM.YYYY"
    return cell


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def _as_download(response: HttpResponseBase, filename: str) -> HttpResponseBase:
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
