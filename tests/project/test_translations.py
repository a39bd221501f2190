"""Catalogues: they compile, say the same things with the same gaps, and German text stays the source."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/*.po"))
NUMBERS = {"%(count)s", "%(counter)s", "%(number)s"}
GAP = re.compile(r"%\([a-z_0-9]+\)[a-z]|%[sd]|\{[a-z_0-9]*\}")


def test_every_language_that_is_offered_has_its_place() -> None:
    languages = {code.replace("-", "_") for code, _name in settings.LANGUAGES}
    assert {path.parent.parent.name for path in CATALOGUES} <= languages | {"de"}


def gap_faults(catalogue: polib.POFile) -> list[str]:
    """Return the texts whose translation has other gaps than they have; a singular may leave the number out."""
    wrong = []
    for entry in catalogue.translated_entries():
        wanted = set(GAP.findall(entry.msgid)) | set(GAP.findall(entry.msgid_plural or ""))
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        allowed = [wanted, wanted - NUMBERS] if entry.msgid_plural else [wanted]
        wrong += [entry.msgid for text in texts if set(GAP.findall(text)) not in allowed]
    return wrong


def test_catalogues_compile_and_are_read_back(tmp_path: Path) -> None:
    for number, path in enumerate(CATALOGUES):
        catalogue = polib.pofile(str(path), check_for_duplicates=True)
        target = tmp_path / f"{number}.mo"
        catalogue.save_as_mofile(str(target))
        translated = {entry.msgid for entry in catalogue.translated_entries()}
        assert {entry.msgid for entry in polib.mofile(str(target))} == translated


def test_gaps_agree() -> None:
    assert {str(path): gap_faults(polib.pofile(str(path))) for path in CATALOGUES} == {
        str(path): [] for path in CATALOGUES
    }


def test_a_lost_gap_is_found() -> None:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="bis %(day)s", msgstr="until %(day)s"))
    catalogue.append(polib.POEntry(msgid="noch %(days)s Tage", msgstr="some days left"))
    assert gap_faults(catalogue) == ["noch %(days)s Tage"]


def test_nothing_is_left_uncertain() -> None:
    """No fuzzy guesses, no leftovers of texts that no longer exist."""
    for path in CATALOGUES:
        catalogue = polib.pofile(str(path))
        assert [entry.msgid for entry in catalogue if entry.fuzzy] == []
        assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_compiling_twice_does_nothing_the_second_time(
    tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": "en"}
    catalogue.append(polib.POEntry(msgid="Foto einreichen", msgstr="Hand in a photo"))
    catalogue.append(polib.POEntry(msgid="Stimme", msgstr="", comment="not translated yet"))
    catalogue.save(str(folder / "django.po"))
    settings.LOCALE_PATHS = [tmp_path]
    call_command("compile_translations")
    assert "Compiled en/django." in capsys.readouterr().out
    assert {entry.msgid: entry.msgstr for entry in polib.mofile(str(folder / "django.mo"))} == {
        "Foto einreichen": "Hand in a photo"
    }
    call_command("compile_translations")
    assert capsys.readouterr().out == ""
