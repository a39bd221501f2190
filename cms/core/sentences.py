"""Leichte Sprache (BITV 2.0, annex 2): every sentence on a line of its own."""

from __future__ import annotations

import re
from typing import Final

# A sentence ends with a mark, perhaps closing quotation marks and tags, and white space before a capital or a number.
END: Final = re.compile(
    r"(?:(?<=[^\W\d_][.!?:])|(?<=\d{4}[.!?]))([“”\"’]?(?:</(?:a|b|i|em|strong)>)*)[ \n]+"
    r"(?=(?:<(?:a|b|i|em|strong)\b[^>]*>)*[„\"“]?[A-ZÄÖÜ0-9])"
)
SHORT: Final = re.compile(r"\b(?:[A-Za-z]|bzw|ca|Dr|Nr|Prof|St|Str|usw)\.$")
LONGEST_SHORT: Final = 8


def sentence_lines(html: str) -> str:
    """Return escaped text or rich text with `<br>` after every sentence inside a paragraph."""

    def broken(match: re.Match[str]) -> str:
        if SHORT.search(html[max(0, match.start() - LONGEST_SHORT) : match.start()]):
            return match[0]
        return f"{match[1]}<br>"

    return END.sub(broken, html)
