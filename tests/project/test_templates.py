"""Templates keep the house rules: they parse, carry no style or script of their own, and name classes that exist."""

from __future__ import annotations

import re
from pathlib import Path

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
    if not {"admin", "wagtailadmin"} & set(Path(name).parts)
    and not re.search(r"wagtail", (ROOT / name).read_text("utf-8"))
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


def every(names: list[str], *patterns: str) -> dict[str, list[str]]:
    """Return what the patterns find in these templates, by template."""
    found = {name: [hit for pattern in patterns for hit in re.findall(pattern, source(name))] for name in names}
    return {name: hits for name, hits in found.items() if hits}


def test_templates_parse() -> None:
    assert len(NAMES) > 400
    for name in NAMES:
        engines["django"].get_template(name)


def test_templates_have_no_style_or_script_of_their_own() -> None:
    scripts = {
        name: [tag for tag in tags if "src=" not in tag and not DATA_BLOCK.search(tag)]
        for name, tags in every(SCREENS, r"<script\b[^>]*>").items()
    }
    assert {name: tags for name, tags in scripts.items() if tags} == {}
    unwanted = (r"<style\b", r"""\sstyle\s*=\s*["']""", r"""\son[a-z]+\s*=\s*["']""", r"""["']javascript:""")
    assert every(SCREENS, *unwanted) == {}


def test_templates_lead_somewhere_and_fetch_from_here() -> None:
    assert every(PAGES, r'href="#?"', r"""\ssrc(?:set)?=["'](?:https?:)?//""") == {}


def test_templates_are_short_enough_to_read() -> None:
    assert [name for name in NAMES if len((ROOT / name).read_text("utf-8").splitlines()) >= 120] == []


def test_class_names_exist_in_the_stylesheet() -> None:
    unknown = {name: classes(source(name)) - KNOWN for name in SITE}
    assert {name: names for name, names in unknown.items() if names} == {}


def test_components_see_only_what_they_are_given() -> None:
    assert every(PAGES, r"""\{% include ["']components/(?:(?! only %\}).)*?%\}""") == {}


def test_mails_load_nothing() -> None:
    assert every(MAILS, r"<(?:img|link|script|iframe|video)\b") == {}
