"""Letters from templates: words in curly brackets stand for what the recipient's decision says."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACEHOLDERS = ("titel", "nummer", "einrichtung", "ansprechperson", "wettbewerb", "preis", "betrag", "begruendung")
_FOUND = re.compile(r"\{([^{}\n]{0,40})\}")


def unknown_placeholders(text: str) -> tuple[str, ...]:
    """What stands in brackets and means nothing, in the order of its appearance."""
    return tuple(dict.fromkeys(name for name in _FOUND.findall(text) if name not in PLACEHOLDERS))


def fill_letter(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled in one pass, so that brackets in a title stay what they are.

    Lines that consist of an empty placeholder alone vanish.
    """
    lines = []
    for line in text.splitlines():
        names = [name for name in _FOUND.findall(line) if name in values]
        if names and _FOUND.sub("", line).strip() == "" and not any(values[name] for name in names):
            continue
        lines.append(_FOUND.sub(lambda found: values.get(found.group(1), found.group(0)), line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
