"""Towns in addresses: the key finds the town, the name is for people."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPELLED_OUT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_SLUG: Final = re.compile(r"([0-9]{8})(?:-[a-z0-9-]*)?\Z")


def town_slug(ags: str, name: str) -> str:
    """„16070029-ilmenau“: the official key and the name in plain letters."""
    return f"{ags}-{plain_slug(name)}".rstrip("-")


def plain_slug(words: str) -> str:
    """„Turm, Brücke, Fluss“ as „turm-bruecke-fluss“; empty when nothing can be written so."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(_SPELLED_OUT))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_WORD.sub("-", letters).strip("-")


def ags_of(slug: str) -> str:
    """The key in the address of a town, whatever name follows it; empty when there is none."""
    found = _SLUG.match(slug)
    return found[1] if found else ""
