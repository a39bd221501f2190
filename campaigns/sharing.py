"""Pictures to share: their shapes, where they lie, and that they leave together with their entry.

A card lies in the public store under a name computed from the entry's revision and its words: what changes gets a new
card. Like every public file of an entry it exists while the entry is public and not longer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from django.core.files.base import ContentFile

from campaigns.models import Entry
from cms.core.storages import public_storage

FOLDER: Final = "karten"


class Shape(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


# The word in the address → its size. „quer“ is what other sites show beside a link.
SHAPES: Final[Mapping[str, Shape]] = {
    "hoch": Shape(1080, 1350),
    "quadrat": Shape(1080, 1080),
    "story": Shape(1080, 1920),
    "quer": Shape(1200, 630),
}


def card_name(entry: Entry, shape: str, words: Mapping[str, Any]) -> str:
    """Where the card with these words lies."""
    said = hashlib.sha256("\n".join(f"{name}={words[name]}" for name in sorted(words)).encode()).hexdigest()[:12]
    return f"{_folder(entry.code)}/{entry.revision}-{shape}-{said}.jpg"


def store_card(name: str, data: bytes) -> None:
    """Store a card; of two that are made at once the second is let go."""
    stored = public_storage.save(name, ContentFile(data))
    if stored != name:
        public_storage.delete(stored)


def remove_cards(code: str) -> None:
    """Remove every card of an entry; removing what is not there is no error."""
    try:
        _folders, names = public_storage.listdir(_folder(code))
    except FileNotFoundError:
        return
    for name in names:
        public_storage.delete(f"{_folder(code)}/{name}")


def _folder(code: str) -> str:
    return f"{FOLDER}/{code}"
