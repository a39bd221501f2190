"""What changed between two versions of a text, word by word, for people who have to agree to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\S+\s*")
Kind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came."""

    kind: Kind
    text: str


def changed_words(old: str, new: str) -> list[Piece]:
    """The new text in pieces, with what went standing before what came in its place."""
    before, after = _WORDS.findall(old.strip()), _WORDS.findall(new.strip())
    bare = SequenceMatcher(a=[word.strip() for word in before], b=[word.strip() for word in after], autojunk=False)
    pieces: list[Piece] = []
    for change, begin, end, new_begin, new_end in bare.get_opcodes():
        if change == "equal":
            pieces.append(Piece("same", "".join(after[new_begin:new_end])))
            continue
        if end > begin:
            pieces.append(Piece("gone", "".join(before[begin:end])))
        if new_end > new_begin:
            pieces.append(Piece("new", "".join(after[new_begin:new_end])))
    return pieces
