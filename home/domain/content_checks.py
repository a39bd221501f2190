"""What makes a page hard to use although it can be published: told to the editor, never a reason to refuse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from html import unescape
from typing import Any

LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
HEADING = re.compile(r"<h([2-6])\b", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")
VAGUE = frozenset(
    {"hier", "hier klicken", "klicken sie hier", "klick", "link", "mehr", "weiter", "weiterlesen", "hier weiterlesen"}
    | {"here", "click here", "more", "read more", "dieser link", "diesem link"}
)
FILES = frozenset({"documents"})
LONG_PARAGRAPH = 900


class Fault(StrEnum):
    VAGUE_LINK = "vague_link"
    ADDRESS_AS_LINK = "address_as_link"
    ONLY_FILES = "only_files"
    HEADING_SKIPPED = "heading_skipped"
    NO_HEADINGS = "no_headings"
    SHOUTING = "shouting"


def faults(blocks: Iterable[Mapping[str, Any]]) -> list[tuple[Fault, str]]:
    """Return what should be mended in the body of a page, each with the words it is about.

    blocks: the raw data of a StreamField, `[{"type", "value"}]`.
    """
    rows = list(blocks)
    texts = [text for row in rows for text in _texts(row.get("value"))]
    found = [*_links(texts), *_headings(rows, texts)]
    if rows and all(row["type"] in FILES for row in rows):
        found.append((Fault.ONLY_FILES, ""))
    return list(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    """Every string inside a block's value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _plain(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())


def _links(texts: Iterable[str]) -> Iterator[tuple[Fault, str]]:
    for text in texts:
        for label in map(_plain, LINK.findall(text)):
            if label.casefold().strip(" .!»>…") in VAGUE:
                yield Fault.VAGUE_LINK, label
            elif label.startswith(("http://", "https://", "www.")):
                yield Fault.ADDRESS_AS_LINK, label


def _headings(rows: list[Mapping[str, Any]], texts: list[str]) -> Iterator[tuple[Fault, str]]:
    """A long text needs headings; no level may be left out; capitals are hard to read."""
    names = [str(row["value"]) for row in rows if row["type"] == "heading"]
    yield from ((Fault.SHOUTING, name) for name in names if len(name) > 8 and name.isupper())
    levels = [2 if row["type"] == "heading" else int(level) for row in rows for level in _levels(row)]
    for above, below in zip([1, *levels], levels, strict=False):
        if below > above + 1:
            yield Fault.HEADING_SKIPPED, f"h{above} → h{below}"
    if not levels and sum(len(_plain(text)) for text in texts) > 3 * LONG_PARAGRAPH:
        yield Fault.NO_HEADINGS, ""


def _levels(row: Mapping[str, Any]) -> Iterator[str]:
    if row["type"] == "heading":
        yield "2"
    else:
        for text in _texts(row.get("value")):
            yield from HEADING.findall(text)
