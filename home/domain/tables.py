"""A table of one value per municipality: read line by line, everything wrong is named, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

MOST = Decimal(10) ** 12
STEP = Decimal("0.001")
KEY_HEADS = frozenset({"ags", "gemeindeschlussel", "amtlicher gemeindeschlussel", "schlussel", "gkz"})
NAME_HEADS = frozenset({"gemeinde", "gemeindename", "kommune", "name", "ort", "stadt", "stadt oder gemeinde"})
VALUE_HEADS = frozenset({"wert", "value"})
UNKNOWN = frozenset({"", "-", "–", ".", "…", "...", "x", "/", "k. a.", "k.a.", "n. a.", "n/a"})
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?\Z")
_GROUPED = re.compile(r"-?\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?\Z")


class Fault(StrEnum):
    """What is wrong with a line, or with the table as a whole."""

    NO_HEAD = "no_head"
    NO_VALUES = "no_values"
    NO_TOWN = "no_town"
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_NAME = "unknown_name"
    AMBIGUOUS = "ambiguous"
    DISAGREE = "disagree"
    TWICE = "twice"
    FORMULA = "formula"
    NO_NUMBER = "no_number"
    TOO_LARGE = "too_large"


@dataclass(frozen=True)
class Problem:
    """A fault, its line (0: the whole table), what stands there, and what it clashes with."""

    line: int
    fault: Fault
    found: str = ""
    other: str = ""


@dataclass(frozen=True)
class Town:
    """A municipality as the table may name it; `label` is unambiguous."""

    ags: str
    label: str
    folded: str


@dataclass(frozen=True)
class Table:
    """What was read: values by AGS in the order of the lines, the lines without a value, and everything wrong."""

    values: dict[str, Decimal]
    empty: list[int]
    problems: list[Problem]


@dataclass(frozen=True)
class _Columns:
    key: int | None
    name: int | None
    value: int


def read(
    rows: Sequence[tuple[int, Sequence[Any]]], towns: Sequence[Town], *, value_label: str, fold: Callable[[str], str]
) -> Table:
    """Read (line number, cells), the first being the headings. `fold` makes names comparable."""
    columns = _columns(rows[0][1], fold, fold(value_label)) if rows else None
    if columns is None:
        return Table({}, [], [Problem(0, Fault.NO_HEAD)])
    by_key = {town.ags: town for town in towns}
    by_name: dict[str, list[Town]] = {}
    for town in towns:
        by_name.setdefault(town.folded, []).append(town)
        if fold(town.label) != town.folded:
            by_name.setdefault(fold(town.label), []).append(town)
    table, lines = Table({}, [], []), {}
    for number, cells in rows[1:]:
        town = _town(number, cells, columns, by_key, by_name, fold)
        if isinstance(town, Problem):
            table.problems.append(town)
            continue
        value = _value(number, _cell(cells, columns.value))
        if isinstance(value, Problem):
            table.problems.append(value)
        elif town.ags in lines:
            table.problems.append(Problem(number, Fault.TWICE, town.label, str(lines[town.ags])))
        elif value is None:
            table.empty.append(number)
        else:
            lines[town.ags], table.values[town.ags] = number, value
    if not table.values and not table.problems:
        table.problems.append(Problem(0, Fault.NO_VALUES))
    return table


def _columns(heads: Sequence[Any], fold: Callable[[str], str], label: str) -> _Columns | None:
    names = [fold(str(head)) if head is not None else "" for head in heads]
    key = next((number for number, name in enumerate(names) if name in KEY_HEADS), None)
    name = next((number for number, name in enumerate(names) if name in NAME_HEADS), None)
    wanted = VALUE_HEADS | {label}
    named = next(
        (number for number, name in enumerate(names) if name in wanted or (label and name.startswith(label))), None
    )
    last = max((number for number, name in enumerate(names) if name), default=None)
    value = named if named is not None else last
    if (key is None and name is None) or value is None or value in {key, name}:
        return None
    return _Columns(key, name, value)


def _cell(cells: Sequence[Any], number: int | None) -> Any:
    return cells[number] if number is not None and number < len(cells) else None


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip() if cell is not None else ""


def _town(
    number: int,
    cells: Sequence[Any],
    columns: _Columns,
    by_key: Mapping[str, Town],
    by_name: Mapping[str, list[Town]],
    fold: Callable[[str], str],
) -> Town | Problem:
    key, name = _text(_cell(cells, columns.key)), _text(_cell(cells, columns.name))
    if key:
        # a spreadsheet drops the leading zero of a key
        town = by_key.get(key.zfill(8))
        if town is None:
            return Problem(number, Fault.UNKNOWN_KEY, key)
        if name and town not in by_name.get(fold(name), []) and town.folded != fold(name.partition(",")[0]):
            return Problem(number, Fault.DISAGREE, key, name)
        return town
    if not name:
        return Problem(number, Fault.NO_TOWN)
    found = by_name.get(fold(name)) or by_name.get(fold(name.partition(",")[0].partition("/")[0])) or []
    if len(found) > 1:
        return Problem(number, Fault.AMBIGUOUS, name, ", ".join(town.label for town in found))
    return found[0] if found else Problem(number, Fault.UNKNOWN_NAME, name)


def _value(number: int, cell: Any) -> Decimal | Problem | None:
    """Read a number as people in Germany write it: 12,5 or 1.234,5; None where none is known."""
    if isinstance(cell, bool):
        return Problem(number, Fault.NO_NUMBER, str(cell))
    text = str(cell).strip().rstrip("%€").strip() if cell is not None else ""
    if text.lower() in UNKNOWN:
        return None
    if text.startswith("="):
        return Problem(number, Fault.FORMULA, text)
    if isinstance(cell, int | float | Decimal):
        plain = text
    elif _GROUPED.match(text):
        plain = re.sub(r"[.\u00a0\u202f ]", "", text).replace(",", ".")
    elif _PLAIN.match(text):
        plain = text.replace(",", ".")
    else:
        return Problem(number, Fault.NO_NUMBER, text)
    value = Decimal(plain)
    if not value.is_finite() or abs(value) >= MOST:
        return Problem(number, Fault.TOO_LARGE, text)
    return value.quantize(STEP, ROUND_HALF_UP)
