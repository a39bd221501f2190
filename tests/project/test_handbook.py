"""The handbook quotes the words of the screen, and its pictures are those that its command takes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import wagtail
from PIL import Image

from tests.handbook import FOLDER, MOST_BYTES
from tests.handbook_pictures import PICTURES, Picture
from tests.project.test_architecture import ROOT, name_of, tracked

PAGES = sorted((ROOT / "docs" / "handbuch").glob("*.md"))
SPOKEN = {".html", ".py", ".txt", ".js"}
# What the admin puts together from a name of ours and a word of its own.
COMPOSED = {
    "Kampagne hinzufügen",
    "Internes Dokument hinzufügen",
    "Einreichen: Freigabe durch die Geschäftsstelle",
    "Freigeben und veröffentlichen",
}
PICTURE = re.compile(r"!\[([^\]]*)\]\(bilder/([a-z0-9-]+)\.webp\)")


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@cache
def words_of_the_product() -> str:
    """Everything that our own code and templates say."""
    paths = [path for path in tracked() if path.suffix in SPOKEN and not name_of(path).startswith("tests/")]
    return one_line(" ".join(path.read_text(encoding="utf-8") for path in paths))


@cache
def words_of_the_admin() -> set[str]:
    """What Wagtail's admin says in German."""
    wagtails = Path(wagtail.__file__).parent.glob("**/locale/de/LC_MESSAGES/django.po")
    catalogues = [*wagtails, *(ROOT / "cms" / "locale_wagtail").glob("de/LC_MESSAGES/*.po")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in catalogues)
    return set(re.findall(r'^msgstr "(.+)"$', text, re.MULTILINE))


def is_said(quoted: str) -> bool:
    """Does the product, or the admin around it, say these words? „…“ stands for what differs from case to case."""
    pieces = [piece.strip() for piece in quoted.rstrip(".,").split("…") if piece.strip()]
    own = words_of_the_product()
    # the admin writes the name of a field with a capital
    is_own = all(piece in own or f"{piece[:1].lower()}{piece[1:]}" in own for piece in pieces)
    return quoted in COMPOSED or quoted in words_of_the_admin() or is_own


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_quoted_words_stand_on_the_screen(page: Path) -> None:
    text = one_line(PICTURE.sub("", page.read_text(encoding="utf-8")))
    assert [quoted for quoted in re.findall(r"„([^“]+)“", text) if not is_said(quoted)] == []


def test_handbook_shows_every_picture_that_is_taken_and_no_other() -> None:
    shown = [name for page in PAGES for _alt, name in PICTURE.findall(page.read_text(encoding="utf-8"))]
    taken = [picture.name for picture in PICTURES]
    assert sorted(shown) == sorted(taken)
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(taken)


def test_first_page_leads_to_every_other() -> None:
    first = (ROOT / "docs" / "handbuch" / "README.md").read_text(encoding="utf-8")
    others = [page.name for page in PAGES if page.name != "README.md"]
    assert sorted(re.findall(r"\]\(([a-z-]+\.md)\)", first)) == others


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_pictures_are_described(page: Path) -> None:
    found = PICTURE.findall(page.read_text(encoding="utf-8"))
    assert [name for alt, name in found if len(alt) < 20] == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pictures_are_small(picture: Picture) -> None:
    path = FOLDER / f"{picture.name}.webp"
    assert path.stat().st_size <= MOST_BYTES
    with Image.open(path) as shown:
        assert shown.width == 360 if picture.is_phone else shown.width <= 1200
