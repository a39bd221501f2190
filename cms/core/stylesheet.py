"""One stylesheet for the browser, joined from many small ones: same parts, same order, same bytes."""

from __future__ import annotations

import re
from pathlib import Path

LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
GENERATED = "/* Joined by `manage.py build_css`; edit the parts beside this file instead. */"


def parts(folder: Path) -> list[Path]:
    """Every part in cascade order: a layer's own file, then the files of its folder by name."""
    found: list[Path] = []
    for layer in LAYERS:
        single = folder / f"{layer}.css"
        if single.exists():
            found.append(single)
        found.extend(sorted((folder / layer).glob("*.css")))
    return found


def squeeze(source: str) -> str:
    """`source` without comments, indentation and empty lines; strings stay as they are written."""
    lines = (line.strip() for line in COMMENT.sub("", source).splitlines())
    return "\n".join(line for line in lines if line)


def bundle(folder: Path) -> str:
    """The text of site.css for the parts in `folder`."""
    order = f"@layer {', '.join(LAYERS)};"
    return "\n".join([GENERATED, order, *(squeeze(part.read_text("utf-8")) for part in parts(folder))]) + "\n"
