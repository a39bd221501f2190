"""Templates keep the house rules: they parse, carry no style or script of their own, and name classes that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

ROOT = settings.ROOT / "templates"
NAMES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.suffix in {".html", ".txt"})
PAGES = [name for name in NAMES if name.endswith(".html")]
MAILS = [name for name in PAGES if "mail" in Path(name).parts]
SCREENS = [name for name in PAGES if name not in MAILS]
# pages of Wagtail's admin and their parts speak Wagtail's classes; its own styles are checked there
SITE = [
    name
    for name in SCREENS
    if "admin" not in Path(name).parts and "wagtail" not in name + (ROOT / name).read_text("utf-8")
]

STYLES = settings.ROOT / "cms" / "static" / "css"
CSS = "\n".join(re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL) for path in STYLES.rglob("*.css"))
KNOWN = set(re.findall(r"\.([a-z][a-z0-9_-]*)", CSS))
DATA_BLOCK = re.compile(r"""type="application/(?:ld\+)?json\"""")
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)


def source(name: str) -> str:
    return COMMENT.sub("", (ROOT / name).read_text("utf-8"))


def classes(text: str) -> set[str]:
    """All class names a template writes out; what a variable completes is left to the tests of that page."""
    found: set[str] = set()
    for value in re.findall(r'\sclass="((?:\{%.*?%\}|\{\{.*?\}\}|[^"{])*)"', text, re.DOTALL):
        marked = re.sub(r"\{\{.*?\}\}", "\0", value)
        words = re.sub(r"\{%.*?%\}", " ", marked) if "\0" not in marked else re.sub(r"\{%.*?%\}", "", marked)
        found |= {word for word in words.split() if "\0" not in word}
    return found


@pytest.mark.parametrize("name", NAMES)
def test_template_parses(name: str) -> None:
    engines["django"].get_template(name)


@pytest.mark.parametrize("name", SCREENS)
def test_template_has_no_style_or_script_of_its_own(name: str) -> None:
    text = source(name)
    scripts = [tag for tag in re.findall(r"<script\b[^>]*>", text) if "src=" not in tag and not DATA_BLOCK.search(tag)]
    assert scripts == []
    assert re.findall(r"<style\b", text) == []
    assert re.findall(r"""\sstyle\s*=\s*["']""", text) == []
    assert re.findall(r"""\son[a-z]+\s*=\s*["']""", text) == []
    assert re.findall(r"""["']javascript:""", text) == []


@pytest.mark.parametrize("name", PAGES)
def test_template_leads_somewhere_and_fetches_from_here(name: str) -> None:
    text = source(name)
    assert re.findall(r'href="#?"', text) == []
    assert re.findall(r"""\ssrc(?:set)?=["'](?:https?:)?//""", text) == []


@pytest.mark.parametrize("name", NAMES)
def test_template_is_short_enough_to_read(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").splitlines()) < 120


@pytest.mark.parametrize("name", SITE)
def test_class_names_exist_in_the_stylesheet(name: str) -> None:
    assert classes(source(name)) - KNOWN == set()


@pytest.mark.parametrize("name", PAGES)
def test_components_see_only_what_they_are_given(name: str) -> None:
    includes = re.findall(r"""\{% include ["']components/.*?%\}""", source(name))
    assert [include for include in includes if not include.endswith(" only %}")] == []


@pytest.mark.parametrize("name", MAILS)
def test_mail_loads_nothing(name: str) -> None:
    assert re.findall(r"<(?:img|link|script|iframe|video)\b", source(name)) == []
