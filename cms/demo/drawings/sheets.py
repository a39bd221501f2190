"""A motif and a seed become a finished SVG."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from cms.demo.drawings import hero, outlooks, squares, streets
from cms.demo.drawings.ink import Scene
from cms.demo.drawings.palettes import PALETTES, Palette

LONG, SHORT = 1600, 1200

MOTIFS: dict[str, Callable[[Scene], None]] = {
    "market": squares.market,
    "town_hall": squares.town_hall,
    "lane": streets.lane,
    "gate": squares.gate,
    "stairs": streets.stairs,
    "courtyard": streets.courtyard,
    "windows": streets.windows,
    "rooftops": squares.rooftops,
    "castle_hill": outlooks.castle_hill,
    "river": outlooks.river,
    "overlook": outlooks.overlook,
    "park": outlooks.park,
    "viaduct": outlooks.viaduct,
    "vineyard": outlooks.vineyard,
    "lake": outlooks.lake,
    "church": outlooks.church,
    "merchants_bridge": outlooks.merchants_bridge,
}

# Nobody sits under a parasol in the snow.
UNFIT = {"courtyard": {"winter", "nebel"}, "vineyard": {"winter"}, "lake": {"winter"}}


def lights_of(motif: str) -> list[str]:
    """The names of the lights in which a motif may stand."""
    return [name for name in PALETTES if name not in UNFIT.get(motif, set())]


def palette_of(motif: str, seed: int, light: str | None = None) -> Palette:
    """The light of a picture: `light` by its name, else the one that the seed picks."""
    return PALETTES[light or Random(f"light {motif} {seed}").choice(lights_of(motif))]


def drawn_svg(motif: str, seed: int, *, light: str | None = None, portrait: bool = False) -> str:
    """A picture of 1600 × 1200 (or 1200 × 1600) px as SVG; KeyError for an unknown motif or light."""
    width, height = (SHORT, LONG) if portrait else (LONG, SHORT)
    scene = Scene(width, height, palette_of(motif, seed, light), Random(f"{motif} {seed} {portrait}"))
    MOTIFS[motif](scene)
    body = "".join(scene.marks)
    if Random(f"mirror {motif} {seed}").random() < 0.5:
        body = f'<g transform="translate({width} 0) scale(-1 1)">{body}</g>'
    return _sheet(width, height, body)


def hero_svg(*, night: bool) -> str:
    """The wide town of the home page, by day or by night: the same houses in both."""
    scene = hero.hero(night=night)
    return _sheet(scene.width, scene.height, "".join(scene.marks))


def icon_svg() -> str:
    """The arrow of the sign, for tabs and home screens."""
    return hero.ICON


def _sheet(width: int, height: int, body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'preserveAspectRatio="xMidYMid slice">{body}</svg>'
    )
