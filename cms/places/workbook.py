"""Opens a register workbook without trusting it: size, packing, declarations, formulas; streams the rows."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from cms.places.domain.register import COLUMNS, HEADER_ROWS, Cells, missing_headings
from cms.places.refusals import bomb, has_formulas, other_layout, too_large, unreadable

MAX_MEGABYTES = 25
MAX_UNPACKED = 120 * 1024 * 1024
MAX_SHARED_STRINGS = 20 * 1024 * 1024
MAX_PARTS = 200
MAX_ROWS = 60_000
UNREADABLE = (
    zipfile.BadZipFile,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
)


@contextmanager
def register_rows(file: BinaryIO) -> Iterator[tuple[list[Cells], Iterator[tuple[int, Cells]]]]:
    """Yield (heading rows, iterator of (row number, cells)) of the register's sheet. Raises Refused."""
    _check_package(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
    except UNREADABLE as error:
        raise unreadable() from error
    try:
        yield _find_sheet(book)
    finally:
        book.close()


def _check_package(file: BinaryIO) -> None:
    """Refuse what is too large, packed like a bomb or declares entities, before anything is parsed."""
    size = file.seek(0, 2)
    file.seek(0)
    if size > MAX_MEGABYTES * 1024 * 1024:
        raise too_large(MAX_MEGABYTES)
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise bomb()
            for part in parts:
                if part.filename.endswith("sharedStrings.xml") and part.file_size > MAX_SHARED_STRINGS:
                    raise bomb()
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in package.open(part).read(4096):
                    raise unreadable()
    except UNREADABLE as error:
        raise unreadable() from error
    file.seek(0)


def _find_sheet(book: openpyxl.Workbook) -> tuple[list[Cells], Iterator[tuple[int, Cells]]]:
    nearest: list[tuple[str, str, str]] | None = None
    for sheet in book.worksheets:
        rows = _rows(sheet)
        head = [cells for _number, cells in islice(rows, HEADER_ROWS)]
        missing = missing_headings(head)
        if not missing:
            return head, rows
        if nearest is None or len(missing) < len(nearest):
            nearest = missing
    raise other_layout(book.sheetnames, nearest or [])


def _rows(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet) -> Iterator[tuple[int, Cells]]:
    """Yield numbered rows of exactly COLUMNS cells; what the file says of its own dimensions is not believed."""
    sheet.reset_dimensions()
    try:
        for number, cells in enumerate(sheet.iter_rows(max_col=COLUMNS, values_only=True), start=1):
            if number > MAX_ROWS:
                raise bomb()
            for column, value in enumerate(cells):
                if isinstance(value, str) and value.startswith("="):
                    raise has_formulas(f"{chr(ord('A') + column)}{number}")
            yield number, (*cells, *(None,) * (COLUMNS - len(cells)))
    except UNREADABLE as error:
        raise unreadable() from error
