"""Words of a search: what was typed, what its forms have in common, where it stands in a text, what else was meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

WORD: Final = re.compile(r"[^\W_]+")
ENDINGS: Final = re.compile(r"(?:erinnen|innen|ungen|heiten|keiten|ern|en|er|em|es|e|n|s)$")
SHORTEST_STEM: Final = 4
MOST_WORDS: Final = 8
ALIKE: Final = 0.72


def words(text: str) -> list[str]:
    """Return the first words of what somebody typed, in lower case."""
    return [word.casefold() for word in WORD.findall(text)][:MOST_WORDS]


def folded(text: str) -> str:
    """Return `text` in lower case without dots and accents, letter by letter: the same length as before."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text.lower())


def stem(word: str) -> str:
    """Return the beginning that „Leerstände“, „Leerstandes“ and „Leerstand“ have in common."""
    plain = folded(word)
    found = ENDINGS.sub("", plain)
    return found if len(found) >= SHORTEST_STEM else plain


def pattern_of(query: str) -> re.Pattern[str] | None:
    """Return what finds the words of a query, in any form, at the beginning of words of a folded text."""
    stems = sorted({stem(word) for word in words(query)}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, stems))})\w*") if stems else None


# The index joins blocks by commas, also behind a full stop.
JOINED: Final = re.compile(r"([.!?:…]) ?,(?= |$)")


def excerpt(text: str, query: str, *, length: int = 220) -> list[tuple[str, bool]]:
    """Return the part of `text` around the first hit, in pieces: (words, is a hit)."""
    text = JOINED.sub(r"\1", " ".join(text.split()))
    pattern = pattern_of(query)
    hits = list(pattern.finditer(folded(text))) if pattern else []
    start, end = _window(text, hits[0].start() if hits else 0, length)
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for hit in (hit for hit in hits if start <= hit.start() and hit.end() <= end):
        pieces += [(text[at : hit.start()], False), (text[hit.start() : hit.end()], True)]
        at = hit.end()
    pieces.append((text[at:end], False))
    if end < len(text):
        pieces.append((" …", False))
    return [piece for piece in pieces if piece[0]]


def _window(text: str, hit: int, length: int) -> tuple[int, int]:
    """Begin some words before the hit, end with a whole word."""
    start = 0 if hit < length // 2 else text.rfind(" ", 0, hit - length // 4) + 1
    end = len(text) if start + length >= len(text) else text.rfind(" ", start, start + length)
    return start, end if end > start else start + length


def meant(query: str, vocabulary: Iterable[str]) -> str:
    """Return the query with words that exist in place of those that nearly do; empty when nothing is alike."""
    known = {folded(word): word for word in vocabulary}
    found, changed = [], False
    for word in WORD.findall(query)[:MOST_WORDS]:
        plain = folded(word)
        near = [] if plain in known else get_close_matches(plain, known, n=1, cutoff=ALIKE)
        if near:
            found.append(known[near[0]])
            changed = True
        elif plain in known or any(other.startswith(stem(word)) for other in known):
            found.append(word)
        else:
            return ""
    return " ".join(found) if changed else ""
