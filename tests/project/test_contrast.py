"""Every pair of colours that the stylesheet puts on each other, by day and by night, computed from the tokens."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

TOKENS = (settings.ROOT / "cms" / "static" / "css" / "tokens.css").read_text("utf-8")
DECLARATION = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
RAW = dict(DECLARATION.findall(TOKENS))
MODES = ("day", "night")

GROUNDS = {
    "plain": ("paper", "ink", "soft", "err-ground"),
    "spruce": ("spruce", "on-spruce", "on-spruce-soft", "err-deep"),
    "brick": ("brick", "on-brick", "on-brick-soft", "err-deep"),
    "sand": ("sand", "on-sand", "on-sand-soft", "err-sand"),
    "sky": ("sky", "on-sky", "on-sky-soft", "err-sky"),
    "board": ("board", "on-board", "on-board-soft", "err-deep"),
}
TEXT = [
    *((letters, ground) for ground, *words in GROUNDS.values() for letters in words),
    ("link", "paper"),
    ("on-input", "input"),
    ("soft", "input"),
    ("good", "paper"),
    # arms of a finger-post and buttons: the paint of the arm under its letters
    ("on-brick", "brick"),
    ("on-spruce", "spruce"),
    ("paper", "ink"),
    ("on-arm", "arm-sand"),
    ("on-arm", "arm-plain"),
    ("on-arm-white", "arm-white"),
    ("ink", "hair"),
    # the ballot's places, the message bar, a picked answer, digits of a code, letters on the map
    ("on-spruce", "spruce-deep"),
    ("on-spruce-soft", "spruce-deep"),
    ("on-sand", "code-bg"),
    ("map-ink", "map-land"),
    ("on-sky", "sky"),
    *((f"on-heat-{step}", f"heat-{step}") for step in ("m3", "m2", "m1", "z", "p1", "p2", "p3")),
]
MARKS = [
    # a boundary, a bar or a dot that carries meaning: 3 to 1 is enough
    ("rule", "paper"),
    ("rule", "input"),
    ("mark", "paper"),
    ("mark", "map-land"),
    ("map-dot", "map-land"),
    ("check", "input"),
    ("check", "sand"),
    ("err-ground", "paper"),
    ("err-ground", "input"),
    ("err-sand", "sand"),
    ("signal", "board"),
    *((ground[1], ground[0]) for ground in GROUNDS.values()),
]


def colour(name: str, mode: str) -> tuple[float, float, float]:
    """The sRGB parts of a token in a mode; follows var() and picks a side of light-dark()."""
    value = RAW[name].strip()
    if found := re.fullmatch(r"light-dark\((#\w+),\s*(#\w+)\)", value):
        value = found[1 if mode == "day" else 2]
    if found := re.fullmatch(r"var\(--([a-z0-9-]+)\)", value):
        return colour(found[1], mode)
    assert re.fullmatch(r"#[0-9a-f]{6}", value), f"--{name} is no plain colour: {value}"
    red, green, blue = (int(value[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, mode: str) -> float:
    """WCAG 2.2 contrast ratio of two tokens."""
    bright, dark = sorted((luminance(colour(one, mode)), luminance(colour(other, mode))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("print-ink", "print-paper", "day") == pytest.approx(21)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("letters,ground", TEXT)
def test_text_stands_out_from_its_ground(letters: str, ground: str, mode: str) -> None:
    assert contrast(letters, ground, mode) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("mark,ground", MARKS)
def test_mark_stands_out_from_its_ground(mark: str, ground: str, mode: str) -> None:
    assert contrast(mark, ground, mode) >= 3


@pytest.mark.parametrize("field,parts", GROUNDS.items())
def test_every_field_uses_the_pairs_that_are_measured(field: str, parts: tuple[str, str, str, str]) -> None:
    layout = (settings.ROOT / "cms" / "static" / "css" / "layout.css").read_text("utf-8")
    name = "board-f" if field == "board" else field
    rule = re.search(rf"^  \.{name} {{(.*?)^  }}", layout, re.DOTALL | re.MULTILINE)
    assert rule is not None
    used = dict(re.findall(r"--(bg|fg|mute|err): var\(--([a-z-]+)\)", rule[1]))
    assert used == dict(zip(("bg", "fg", "mute", "err"), parts, strict=True))


def test_every_colour_token_is_measured_or_decoration() -> None:
    colours = {name for name, value in RAW.items() if "#" in value}
    measured = {name for pair in (*TEXT, *MARKS) for name in pair}
    assert colours - measured == {"print-ink", "print-paper", "print-grey", "print-pale"}
