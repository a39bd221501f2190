"""Opens a table that somebody uploads, CSV or XLSX, without trusting it: its size, its packing, its formulas."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import ParseError

import openpyxl
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.exceptions import InvalidFileException

from cms.core.refusals import Refused

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_UNPACKED: Final = 60 * 1024 * 1024
MOST_PARTS: Final = 200
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 30
UNREADABLE = (
    *(zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, AttributeError),
    *(IndexError, EOFError, NotImplementedError, OSError, RuntimeError),
)
Cells = list[Any]
Numbered = tuple[int, Cells]


def table_rows(file: BinaryIO) -> list[Numbered]:
    """Return (line number, cells) of the first sheet, empty lines left out. Raises Refused with what to do.

    Cells of a CSV file are texts; those of a workbook are texts, numbers, dates, or formulas as their text.
    """
    size = file.seek(0, 2)
    file.seek(0)
    if size > MOST_BYTES:
        raise Refused(
            "too_large", _("Die Datei ist größer als 5 MB. Bitte nehmen Sie nur die nötigen Spalten."), field="file"
        )
    rows = _workbook(file) if file.read(4) == b"PK\x03\x04" else _csv(file)
    found = [
        (number, cells) for number, cells in islice(rows, MOST_ROWS + 1) if any(_is_filled(cell) for cell in cells)
    ]
    if len(found) > MOST_ROWS:
        raise Refused("too_long", _("Die Tabelle hat mehr als 5.000 Zeilen."), field="file")
    return found


def _is_filled(cell: Any) -> bool:
    return cell is not None and str(cell).strip() != ""


def _csv(file: BinaryIO) -> Iterator[Numbered]:
    file.seek(0)
    raw = file.read()
    if b"\0" in raw:
        raise _unreadable()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    head = text.partition("\n")[0]
    delimiter = max(";\t,", key=head.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
            yield number, list(cells[:MOST_COLUMNS])
    except csv.Error as error:
        raise _unreadable() from error


def _workbook(file: BinaryIO) -> Iterator[Numbered]:
    file.seek(0)
    _check_package(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
        try:
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            yield from [(number, _trimmed(cells)) for number, cells in enumerate(rows, start=1)]
        finally:
            book.close()
    except UNREADABLE as error:
        raise _unreadable() from error


def _trimmed(cells: tuple[Any, ...]) -> Cells:
    """Return the cells up to the last one that is filled."""
    filled = [number for number, cell in enumerate(cells, start=1) if _is_filled(cell)]
    return list(cells[: filled[-1]]) if filled else []


def _check_package(file: BinaryIO) -> None:
    """Refuse what is packed like a bomb or declares entities, before anything is parsed."""
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise _unreadable()
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in package.open(part).read(4096):
                    raise _unreadable()
    except UNREADABLE as error:
        raise _unreadable() from error
    file.seek(0)


def _unreadable() -> Refused:
    words = _("Diese Datei lässt sich nicht lesen. Bitte speichern Sie die Tabelle als CSV oder XLSX.")
    return Refused("unreadable", words, field="file")
