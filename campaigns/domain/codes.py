"""Codes that people read aloud and type: no vowels, no pairs that look alike."""

from __future__ import annotations

import re
import secrets
from typing import Final

ALPHABET: Final = "234679CDFGHJKMNPQRTVWXY"
_SEPARATORS: Final = re.compile(r"[\s\-–—_.]+")


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_entry_code(attempt: int = 0) -> str:
    """A code such as „B-4T7K“; after three collisions one character longer."""
    return f"B-{_random(4 if attempt < 3 else 5)}"


def new_receipt() -> str:
    """A receipt such as „Q-7KM4-P2XT“: some 78 milliards of them, so nobody meets another's by guessing."""
    return f"Q-{_random(4)}-{_random(4)}"


def read_code(typed: str) -> str:
    """A code as typed („b 4t7k“, „q7km4p2xt“) in its stored form; returned unchanged in upper case if it is none."""
    bare = _SEPARATORS.sub("", typed).upper()
    head, rest = bare[:1], bare[1:]
    if any(letter not in ALPHABET for letter in rest):
        return typed.strip().upper()
    if head == "B" and len(rest) in {4, 5}:
        return f"B-{rest}"
    if head == "Q" and len(rest) == 8:
        return f"Q-{rest[:4]}-{rest[4:]}"
    return typed.strip().upper()
