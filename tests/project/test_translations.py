"""Catalogues: whole, in step with the source, with the same gaps and tags; German text stays the source."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import translation

from cms.core.catalogues import Key, in_python, in_template, renew, texts, untranslated

CATALOGUES = sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/*.po"))
MARK = re.compile(r"%\([a-z_0-9]+\)[a-z]|%[sd%]|\{[a-z_0-9]*\}|</?[a-z][^>]*>")
GERMAN = re.compile(r"„|[äöüß]|\b(?:und|oder|nicht|eine[nmrs]?|der|das|wird|werden|Sie)\b", re.IGNORECASE)
# What keeps its German name in an English sentence.
NAMES = re.compile(
    r"Innenstädte mit Zukunft|IHK Südthüringen|CC BY-SA|"
    r"“Gemeinden in Deutschland nach Fläche, Bevölkerung und Postleitzahl”"
)


@cache
def source() -> dict[Key, str]:
    return texts(settings.ROOT)


@cache
def catalogue(path: Path) -> polib.POFile:
    return polib.pofile(str(path), check_for_duplicates=True)


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.parent.parent.name)
def po(request: pytest.FixtureRequest) -> polib.POFile:
    return catalogue(request.param)


def mark_faults(catalogue: polib.POFile) -> list[str]:
    """Return the texts whose translation has other gaps or tags than they have; a singular may leave gaps out."""
    wrong = []
    for entry in catalogue.translated_entries():
        one, many = sorted(MARK.findall(entry.msgid)), sorted(MARK.findall(entry.msgid_plural or ""))
        if not entry.msgid_plural:
            is_right = sorted(MARK.findall(entry.msgstr)) == one
        else:
            first, *others = [sorted(MARK.findall(text)) for _number, text in sorted(entry.msgstr_plural.items())]
            is_right = set(one) <= set(first) <= set(one) | set(many) and all(found == many for found in others)
        wrong += [] if is_right else [entry.msgid]
    return wrong


def german_left(text: str) -> list[str]:
    return GERMAN.findall(NAMES.sub("", text))


def test_there_is_english() -> None:
    languages = {code.replace("-", "_") for code, _name in settings.LANGUAGES}
    found = {path.parent.parent.name for path in CATALOGUES}
    assert "en" in found
    assert found <= languages


def test_catalogue_has_exactly_the_texts_of_the_source(po: polib.POFile) -> None:
    have = {Key(entry.msgid, entry.msgctxt or ""): entry.msgid_plural for entry in po}
    assert sorted(source().keys() - have.keys()) == [], "run manage.py makemessages and translate"
    assert sorted(have.keys() - source().keys()) == [], "run manage.py makemessages"
    assert {key for key in have if bool(have[key]) != bool(source()[key])} == set()


def test_everything_is_translated(po: polib.POFile) -> None:
    assert untranslated(po) == []
    assert [entry.msgid for entry in po if entry.msgid_plural and sorted(entry.msgstr_plural) != [0, 1]] == []
    assert [entry.msgid for entry in po if entry.fuzzy or entry.obsolete] == []


def test_entries_are_sorted_so_that_changes_stay_small(po: polib.POFile) -> None:
    keys = [Key(entry.msgid, entry.msgctxt or "") for entry in po]
    assert keys == sorted(keys)


def test_gaps_and_tags_agree(po: polib.POFile) -> None:
    assert mark_faults(po) == []


def test_no_german_is_left(po: polib.POFile) -> None:
    translated = [text for entry in po for text in (entry.msgstr_plural.values() or [entry.msgstr])]
    assert [text for text in translated if german_left(text)] == []


def test_lines_and_edges_agree(po: polib.POFile) -> None:
    def shape(text: str) -> tuple[int, str, str]:
        return text.count("\n"), text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [entry.msgid for entry in po if not entry.msgid_plural and shape(entry.msgid) != shape(entry.msgstr)] == []


def test_german_texts_stay_as_they_are_written() -> None:
    """A word such as „Tag“ could be an English text of a package, with another German translation."""
    with translation.override("de"):
        changed = {
            key: said
            for key in source()
            if (said := translation.pgettext(key.context, key.text) if key.context else translation.gettext(key.text))
            != key.text
        }
    assert changed == {}


@pytest.mark.parametrize(
    "text,translated,is_right",
    [
        ("bis %(day)s", "until %(day)s", True),
        ("noch %(days)s Tage", "some days left", False),
        ("Code an <b>%(email)s</b>", "code to %(email)s", False),
        ("um {time} Uhr", "at {zeit}", False),
        ("50 %% von %(sum)s", "50%% of %(sum)s", True),
    ],
)
def test_lost_gaps_and_tags_are_found(text: str, translated: str, is_right: bool) -> None:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid=text, msgstr=translated))
    assert mark_faults(catalogue) == ([] if is_right else [text])


@pytest.mark.parametrize(
    "one,many,is_right",
    [
        ("one town", "%(n)s towns", True),
        ("%(n)s town", "%(n)s towns", True),
        ("one town", "towns", False),
        ("one %(place)s", "%(n)s towns", False),
    ],
)
def test_a_singular_may_leave_the_number_out(one: str, many: str, is_right: bool) -> None:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="ein Ort", msgid_plural="%(n)s Orte", msgstr_plural={0: one, 1: many}))
    assert mark_faults(catalogue) == ([] if is_right else ["ein Ort"])


@pytest.mark.parametrize(
    "text,is_german",
    [("Hand in a photo", False), ("Foto „Blick“", True), ("Send and nicht", True), ("Innenstädte mit Zukunft", False)],
)
def test_german_is_recognised(text: str, is_german: bool) -> None:
    assert bool(german_left(text)) == is_german


def test_texts_are_found_in_python_whatever_gettext_is_called() -> None:
    found = in_python(
        "from django.utils.translation import gettext as _text, gettext_lazy as _, ngettext, pgettext\n"
        'A = _("Foto " "einreichen")\n'
        'B = _text("Danke") + ngettext("ein Ort", "%(n)s Orte", 3) + pgettext("event", "Anmelden")\n'
        "C = _(B) + other('kein Text')\n"
    )
    assert dict(found) == {
        Key("Foto einreichen", ""): "",
        Key("Danke", ""): "",
        Key("ein Ort", ""): "%(n)s Orte",
        Key("Anmelden", "event"): "",
    }


def test_texts_are_found_in_templates() -> None:
    found = in_template(
        '{% load i18n %}{% translate "Anmelden" context "event" %} {% translate "50 %" as half %}\n'
        '{% blocktranslate trimmed count n=n with t=town %}\n  ein "Ort"\n  hier{% plural %}{{ n }} Orte'
        "{% endblocktranslate %}"
        '{% include "x.html" with title=_("Termine") only %}{{ flag|yesno:_("ja,nein") }} kein Text {{ _("Wort") }}'
    )
    assert dict(found) == {
        Key("Anmelden", "event"): "",
        Key("50 %%", ""): "",
        Key('ein "Ort" hier', ""): "%(n)s Orte",
        Key("Termine", ""): "",
        Key("ja,nein", ""): "",
        Key("Wort", ""): "",
    }


def test_a_renewed_catalogue_keeps_what_fits() -> None:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="weg", msgstr="gone"))
    catalogue.append(polib.POEntry(msgid="Tag", msgstr="day"))
    catalogue.append(polib.POEntry(msgid="Ort", msgstr="town"))
    renew(
        catalogue,
        {Key("Ort", ""): "", Key("Tag", ""): "Tage", Key("Anmelden", "event"): "", Key("bis %(day)s", ""): ""},
    )
    assert [(entry.msgid, entry.msgctxt, entry.msgstr) for entry in catalogue] == [
        ("Anmelden", "event", ""),
        ("Ort", None, "town"),
        ("Tag", None, ""),
        ("bis %(day)s", None, ""),
    ]
    assert catalogue[2].msgstr_plural == {0: "", 1: ""}
    assert [entry.flags for entry in catalogue] == [[], [], [], ["python-format"]]
    assert untranslated(catalogue) == ["Anmelden", "Tag", "bis %(day)s"]


@pytest.fixture
def small(tmp_path: Path, settings: Any) -> Path:
    """A site of one file with one text, and an English catalogue that has another one."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "words.py").write_text(
        'from django.utils.translation import gettext as _\nWORD = _("Foto einreichen")\n', "utf-8"
    )
    folder = tmp_path / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8", "Language": "en"}
    catalogue.append(polib.POEntry(msgid="Stimme", msgstr="Vote"))
    catalogue.save(str(folder / "django.po"))
    settings.ROOT, settings.LOCALE_PATHS = tmp_path, [tmp_path / "locale"]
    return folder / "django.po"


def test_makemessages_brings_a_catalogue_in_step(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="en is behind"):
        call_command("makemessages", check=True)
    assert [entry.msgid for entry in polib.pofile(str(small))] == ["Stimme"]
    call_command("makemessages")
    assert capsys.readouterr().out == "en: 1 texts, 1 to be translated.\n"
    catalogue = polib.pofile(str(small))
    assert [entry.msgid for entry in catalogue] == ["Foto einreichen"]
    with pytest.raises(CommandError, match="en is behind"):
        call_command("makemessages", check=True)
    translated = polib.pofile(str(small), wrapwidth=120)
    translated[0].msgstr = "Hand in a photo"
    translated.save(str(small))
    call_command("makemessages")
    call_command("makemessages", check=True)
    assert capsys.readouterr().out.endswith("en: 1 texts, 0 to be translated.\n")


def test_compiling_twice_does_nothing_the_second_time(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("compile_translations")
    assert "Compiled en/django." in capsys.readouterr().out
    found = polib.mofile(str(small.with_suffix(".mo")))
    assert {entry.msgid: entry.msgstr for entry in found} == {"Stimme": "Vote"}
    call_command("compile_translations")
    assert capsys.readouterr().out == ""


def test_the_catalogue_speaks_as_the_glossary_says() -> None:
    table = (settings.ROOT / "docs" / "reference" / "glossary.md").read_text("utf-8")
    rows = [row for row in re.findall(r"^\| (.+?) \| (.+?) \|$", table, re.MULTILINE) if row[0] != "German"]
    english = catalogue(settings.ROOT / "cms" / "locale" / "en" / "LC_MESSAGES" / "django.po")
    said = {entry.msgid: entry.msgstr or entry.msgstr_plural.get(0, "") for entry in english if not entry.msgctxt}
    found = {german: said[german].lower() for german, _word in rows if german in said}
    assert len(found) > len(rows) / 2
    assert found == {german: word.lower() for german, word in rows if german in found}
