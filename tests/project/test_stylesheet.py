"""The stylesheet: one file for the browser, made from the parts, colours in one place only."""

from __future__ import annotations

import gzip
import re
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from cms.core.stylesheet import LAYERS, bundle, parts

FOLDER = settings.ROOT / "cms" / "static" / "css"
PARTS = parts(FOLDER)
LITERAL = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|\blight-dark\(|(?<![\w-])(?:white|black|red|green|blue)(?![\w-])"
)


def test_site_css_is_up_to_date() -> None:
    call_command("build_css", "--check", stdout=StringIO())


def test_build_css_check_fails_when_a_part_was_edited(settings: object, tmp_path: Path) -> None:
    folder = tmp_path / "cms" / "static" / "css"
    folder.mkdir(parents=True)
    (folder / "base.css").write_text("@layer base {\n  p { margin: 0; }\n}\n")
    settings.ROOT = tmp_path  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="out of date"):
        call_command("build_css", "--check", stdout=StringIO())
    call_command("build_css", stdout=StringIO())
    call_command("build_css", "--check", stdout=StringIO())


def test_bundle_is_in_cascade_order_and_the_same_every_time() -> None:
    text = bundle(FOLDER)
    assert text == bundle(FOLDER)
    assert text.splitlines()[1] == f"@layer {', '.join(LAYERS)};"
    order = [line.split()[1] for line in text.splitlines()[2:] if line.startswith("@layer")]
    assert order == sorted(order, key=LAYERS.index)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_part_is_balanced_layered_and_small(part: Path) -> None:
    text = part.read_text("utf-8")
    assert text.count("{") == text.count("}")
    layer = part.parent.name if part.parent != FOLDER else part.stem
    assert set(re.findall(r"^@layer (\w+) {", text, re.MULTILINE)) == {layer}
    assert re.findall(r"^\S[^\n]*", text, re.MULTILINE) == [f"@layer {layer} {{", "}"] * text.count(
        f"@layer {layer} {{"
    )
    assert len(text.splitlines()) < 300


@pytest.mark.parametrize("part", [part for part in PARTS if part.stem != "tokens"], ids=lambda part: part.stem)
def test_colours_live_in_the_tokens_only(part: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", part.read_text("utf-8"), flags=re.DOTALL)
    assert LITERAL.findall(text) == []


def test_every_token_that_is_used_exists() -> None:
    text = bundle(FOLDER)
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", text))
    declared = set(re.findall(r"--([a-z0-9-]+):", text))
    assert used - declared == set()


def test_site_css_fits_into_the_budget_of_a_page() -> None:
    assert len(gzip.compress((FOLDER / "site.css").read_bytes())) < 20_000


def test_nothing_is_fetched_from_a_stylesheet() -> None:
    text = bundle(FOLDER)
    assert re.findall(r"@import|url\(|@font-face", text) == []
