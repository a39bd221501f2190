"""Finds every text that is to be translated, in Python and templates, and keeps the catalogues in step."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import polib
from django.utils.translation.template import templatize

FOLDERS = ("campaigns", "cms", "competitions", "home", "templates")
WITHOUT = frozenset({"__pycache__", "locale", "migrations", "static"})
TRANSLATION = "django.utils.translation"
TEMPLATES = frozenset({".html", ".txt", ".typ"})
# which arguments are context, singular and plural
CALLS: dict[str, tuple[int | None, int, int | None]] = {
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), (None, 0, None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (None, 0, 1)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2)),
}
LITERAL = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
# what Django makes of the tags of a template: " gettext(u'…') ", " ngettext(u'…', u'…', count) "
MARKED = re.compile(rf" (_|gettext|ngettext|pgettext|npgettext)\(((?:{LITERAL}(?:, ?)?)+)(?:count)?\) ", re.DOTALL)
GAP = re.compile(r"%\([a-z_0-9]+\)[a-z]|(?<!%)(?:%%)*%[sd]")


class Key(NamedTuple):
    """What gettext looks a text up by; a context of "" is none."""

    text: str
    context: str


def texts(root: Path) -> dict[Key, str]:
    """Return the plural of every text below `root`, "" where it has none.

    Raises ValueError where one singular has two plurals: gettext looks a text up by its singular alone.
    """
    found: dict[Key, str] = {}
    for path in sources(root):
        source, name = path.read_text("utf-8"), path.relative_to(root).as_posix()
        for key, plural in in_template(source, name) if path.suffix in TEMPLATES else in_python(source, name):
            if plural and found.get(key, "") not in ("", plural):
                raise ValueError(f"{key.text}: {plural} in {name}, {found[key]} elsewhere")
            found[key] = found.get(key) or plural
    return found


def sources(root: Path) -> Iterator[Path]:
    """Yield the files that may carry texts, always in the same order."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if (path.suffix == ".py" or path.suffix in TEMPLATES) and not WITHOUT & set(path.parts):
                yield path


def in_python(source: str, name: str = "") -> Iterator[tuple[Key, str]]:
    """Yield the texts in the calls of gettext and its kin, whatever a module calls them; only literals count."""
    if "gettext" not in source:
        return
    nodes = list(ast.walk(ast.parse(source, name)))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.module == TRANSLATION]
    known = {alias.asname or alias.name: alias.name for node in imports for alias in node.names}
    for node in nodes:
        if isinstance(node, ast.Call):
            function = known.get(getattr(node.func, "id", ""), getattr(node.func, "attr", ""))
            words = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
            yield from _picked(function, words)


def in_template(source: str, name: str = "") -> Iterator[tuple[Key, str]]:
    """Yield the texts in the tags and filters of a Django template."""
    if "trans" not in source and "_(" not in source:
        return
    for function, words in MARKED.findall(f" {templatize(source, origin=name)} "):
        yield from _picked(
            "gettext" if function == "_" else function, [ast.literal_eval(word) for word in re.findall(LITERAL, words)]
        )


def _picked(function: str, words: Sequence[object]) -> Iterator[tuple[Key, str]]:
    places = CALLS.get(function)
    if places is None:
        return
    context, text, plural = (words[place] if place is not None and place < len(words) else "" for place in places)
    if isinstance(text, str) and text:
        yield Key(text, str(context or "")), str(plural or "")


def renew(catalogue: polib.POFile, wanted: dict[Key, str]) -> None:
    """Give `catalogue` exactly the texts that are `wanted`, sorted; translations that still fit are kept."""
    known = {Key(entry.msgid, entry.msgctxt or ""): entry for entry in catalogue if not entry.obsolete}
    catalogue.clear()
    for key, plural in sorted(wanted.items()):
        old = known.get(key)
        entry = polib.POEntry(msgid=key.text, msgctxt=key.context or None, msgid_plural=plural)
        if GAP.search(key.text):
            entry.flags.append("python-format")
        if plural:
            entry.msgstr_plural = old.msgstr_plural if old and old.msgid_plural else {0: "", 1: ""}
        elif old and not old.msgid_plural:
            entry.msgstr = old.msgstr
        catalogue.append(entry)


def compiled(source: Path) -> bool:
    """Write the .mo file beside a .po file in one step; return False when it was newer already."""
    target = source.with_suffix(".mo")
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return False
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(fresh))
    fresh.replace(target)
    return True


def untranslated(catalogue: Iterable[polib.POEntry]) -> list[str]:
    """Return the texts that a reader of this language would still see in German."""
    return [entry.msgid for entry in catalogue if not entry.translated()]
