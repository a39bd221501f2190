"""Whoever reads the site in English reads no German but what people wrote: every address of the table below /en/."""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any

import polib
import pytest
from django.conf import settings
from django.utils import timezone, translation

from campaigns.actions.setting_up import default_consents
from home.models import FormPage
from tests.project import access_world as world
from tests.project.test_access import ROWS, path_of

WITHOUT = ("/verwaltung/", "/gesund/", "/medien/", "/orte/", "/demo/", "/dokumente/", "/en/", "/leicht/")
READERS = ("stranger", "lead", "juror", "office")
SHORTEST = 9
WORDS = re.compile(r">([^<>]+)<|\s(?:aria-label|alt|title|placeholder|data-[a-z-]+|content)=\"([^\"]*)\"")
GAP = re.compile(r"%\([a-z_0-9]+\)[a-z]|\{[a-z_0-9]*\}|<[^>]*>")


def german_texts() -> dict[str, str]:
    """The longest piece of every German text that is said differently in English, by the text."""
    catalogue = polib.pofile(str(settings.ROOT / "cms" / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    found = {}
    for entry in catalogue:
        for text in filter(None, (entry.msgid, entry.msgid_plural)):
            piece = max((part.strip(" .,:;„“") for part in GAP.split(text)), key=len)
            if len(piece) >= SHORTEST and piece not in entry.msgstr and " " in piece:
                found[text] = piece
    return found


def reading(built: Any) -> dict[str, str]:
    """Every piece of text on an English page with an address where it stands; each page is read once."""
    seen: dict[str, str] = {}
    visited: set[str] = set()
    for role in READERS:
        column, client = world.ROLES.index(role), world.enter(built.users, role)
        for row in ROWS:
            path = path_of(row, built.names)
            is_open = row.method == "GET" and row.expected[column] == "200" and not path.startswith(WITHOUT)
            if is_open and path not in visited:
                visited.add(path)
                answer = client.get(f"/en{path}")
                if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                    text = answer.content.decode()
                    assert '<html lang="en"' in text, path
                    for node, value in WORDS.findall(text):
                        seen.setdefault(" ".join(html.unescape(node or value).split()), path)
    return seen


@cache
def stored() -> frozenset[str]:
    """What stands in German because somebody wrote it so: titles of pages, parts of a form, words agreed to."""
    with translation.override("de"):
        agreed = {str(text) for text in default_consents().values()}
    thanks = FormPage._meta.get_field("thanks_heading").default
    return frozenset({*agreed, thanks, "Partner werden", "Interner Bereich", "Kosten und Finanzierung"})


@pytest.fixture
def built(db: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(timezone, "now", lambda: world.NOW)
    return world.build()


def test_english_pages_speak_english(built: Any) -> None:
    seen, texts = reading(built), german_texts()
    written = "\n".join(seen)
    left = [piece for text, piece in texts.items() if piece in written and text not in stored()]
    assert len(seen) > 500
    assert sorted({f"{seen[node]}: {node}" for node in seen for piece in left if piece in node}) == []
