"""The admin speaks German also where Wagtail's own catalogues have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils import translation

from cms.core.catalogues import untranslated
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_cast_member
from tests.project.test_translations import mark_faults

OURS = Path(settings.LOCALE_PATHS[1]) / "de" / "LC_MESSAGES"
MODEL = re.compile(r"%\(model_name\)s|\{model_name\}")
DOMAINS = ("django", "djangojs")


def wagtail_folders() -> Iterator[Path]:
    """Yield where Wagtail and its extensions keep their catalogues."""
    for config in apps.get_app_configs():
        if config.name.split(".")[0].startswith("wagtail") and (Path(config.path) / "locale" / "en").is_dir():
            yield Path(config.path) / "locale"


@cache
def english(domain: str) -> dict[str, polib.POEntry]:
    """Return every text of Wagtail's source."""
    found = {}
    for folder in wagtail_folders():
        path = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
        found.update({entry.msgid: entry for entry in polib.pofile(str(path))} if path.exists() else {})
    return found


@cache
def german(domain: str) -> set[str]:
    """Return what Wagtail or this site says in German."""
    folders = [folder / "de" / "LC_MESSAGES" for folder in wagtail_folders()]
    paths = [path for folder in (*folders, OURS) if (path := folder / f"{domain}.po").exists() and path.stat().st_size]
    return {entry.msgid for path in paths for entry in polib.pofile(str(path)).translated_entries()}


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_text_of_the_admin_is_left_in_english(domain: str) -> None:
    assert len(english(domain)) > 50
    assert sorted(english(domain).keys() - german(domain)) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_our_german_belongs_to_texts_that_exist(domain: str) -> None:
    catalogue = polib.pofile(str(OURS / f"{domain}.po"), check_for_duplicates=True)
    extensions = {"tags"}  # of taggit, which brings no English catalogue
    assert {entry.msgid for entry in catalogue} - english(domain).keys() <= extensions
    assert untranslated(catalogue) == []
    for entry in catalogue:  # „seite“ in the middle of a sentence helps nobody; every other gap stays
        entry.msgid = MODEL.sub("", entry.msgid) if not MODEL.search(entry.msgstr) else entry.msgid
    assert mark_faults(catalogue) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_editors_are_not_told_of_locales(domain: str) -> None:
    said = [entry.msgstr for entry in polib.pofile(str(OURS / f"{domain}.po"))]
    assert [text for text in said if "locale" in text.lower().replace("%(locale)s", "").replace("{locale", "")] == []


def test_ours_comes_before_wagtails() -> None:
    with translation.override("de"):
        assert translation.gettext("Locale") == "Sprache"
        assert translation.gettext("A network error occurred") == "Die Verbindung ist unterbrochen"


@pytest.mark.django_db
def test_lists_of_pages_count_in_german(client: Client) -> None:
    editor = make_cast_member("editor")
    client.force_login(editor)
    pass_second_factor(client, editor)
    page: Any = client.get("/verwaltung/pages/").content.decode()
    assert "1–1 von 1" in page
    assert 'aria-label="Actions"' not in page


@pytest.mark.django_db
def test_report_of_translations_names_its_filters(client: Client) -> None:
    office = make_cast_member("office")
    client.force_login(office)
    pass_second_factor(client, office)
    page = client.get("/verwaltung/localize/reports/translations/").content.decode()
    assert "Sprache der Übersetzung" in page
    assert "locale</" not in page
