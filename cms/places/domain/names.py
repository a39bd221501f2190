"""Place names as people type them: „muehlhausen“, „Mühlhausen“ and „Muhlhausen“ are one name."""

from __future__ import annotations

import re
import unicodedata

_SPELLED_OUT = str.maketrans({"ß": "ss"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold_name(name: str) -> str:
    """Return NAME in the form used for comparing: lower case, no accents, ae/oe/ue as a/o/u, single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_SPELLED_OUT))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for written, short in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(written, short)
    return _NOT_WORD.sub(" ", plain).strip()


def short_name(official: str) -> str:
    """Return the name people use: „Mühlhausen/Thüringen, Stadt“ is Mühlhausen."""
    return official.partition(",")[0].partition("/")[0].strip()
