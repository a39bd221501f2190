"""The register as a workbook: the same rows and columns as on the page, all pages of it."""

from __future__ import annotations

from collections.abc import Iterator

from cms.core.spreadsheets import Row
from competitions.queries.register import Register


def register_header(register: Register) -> list[str]:
    return [str(column.label) for column in register.columns]


def register_rows(register: Register) -> Iterator[Row]:
    """Yield a row per application in the order of the page."""
    for application in register.applications.iterator(chunk_size=500):
        yield [value for _column, value in register.cells(application)]
