"""Skies: bands, plain, rays or stripes, with sun, moon, clouds, stars, birds, balloons and snow."""

from __future__ import annotations

import math

from cms.demo.drawings.ink import Scene, disc, line, poly, rect, shape, stroke, trace, waves

STYLES = ("bands", "bands", "rays", "stripes", "plain")


def sky(scene: Scene, horizon: float, *, sun: tuple[float, float] | None = None, style: str | None = None) -> None:
    """Sky down to `horizon` (a share of the height); the sun stands at shares of width and height."""
    style = style or scene.rnd.choice(STYLES)
    where = sun or (scene.between(0.14, 0.86), scene.between(0.12, 0.28))
    if scene.palette.stars and style in {"rays", "stripes"}:
        style = "bands"
    {"bands": _bands, "rays": _rays, "stripes": _stripes, "plain": _plain}[style](scene, horizon, where)
    if scene.palette.stars:
        _stars(scene, horizon)
    _sun(scene, where)
    _clouds(scene, horizon, where)


def _bands(scene: Scene, horizon: float, _where: tuple[float, float]) -> None:
    colours = scene.palette.sky
    scene.add(rect(0, 0, scene.width, scene.height, colours[0]))
    phase = scene.between(0, 6)
    for place, colour in enumerate(colours[1:], 1):
        y = scene.height * horizon * (place / len(colours)) ** 0.9
        scene.add(waves(scene, y, 11, 190, place * 1.9 + phase, colour))


def _stripes(scene: Scene, horizon: float, _where: tuple[float, float]) -> None:
    """Straight bars that grow narrower towards the horizon."""
    colours = scene.palette.sky
    scene.add(rect(0, 0, scene.width, scene.height, colours[0]))
    for place, colour in enumerate(colours[1:], 1):
        y = scene.height * horizon * (place / len(colours)) ** 0.75
        scene.add(rect(0, y, scene.width, scene.height - y, colour))
        scene.add(rect(0, y - 26, scene.width, 9, colour), rect(0, y - 48, scene.width, 4, colour))


def _plain(scene: Scene, horizon: float, where: tuple[float, float]) -> None:
    """Rings of light around the sun."""
    colours = scene.palette.sky
    scene.add(rect(0, 0, scene.width, scene.height, colours[0]))
    reach = scene.height * horizon * 1.5
    for place, colour in enumerate(colours[1:]):
        scene.add(disc(scene.width * where[0], scene.height * where[1], reach * (1 - place / len(colours)), colour))


def _rays(scene: Scene, horizon: float, where: tuple[float, float]) -> None:
    colours = scene.palette.sky
    scene.add(rect(0, 0, scene.width, scene.height, colours[1]))
    x, y, reach, count = scene.width * where[0], scene.height * where[1], scene.width + scene.height, 18
    turn = scene.between(0, 1)
    for place in range(count):
        a, b = ((place + turn + half) / count * math.tau for half in (0, 0.5))
        scene.add(
            poly(
                [
                    (x, y),
                    (x + reach * math.cos(a), y + reach * math.sin(a)),
                    (x + reach * math.cos(b), y + reach * math.sin(b)),
                ],
                colours[2],
            )
        )
    scene.add(disc(x, y, scene.height * 0.16, colours[-1]))


def _stars(scene: Scene, horizon: float) -> None:
    for _ in range(60):
        x, y = scene.between(0, scene.width), scene.between(0, scene.height * horizon * 0.85)
        scene.add(disc(x, y, scene.rnd.choice([1.5, 2, 2, 3]), scene.palette.sun))


def _sun(scene: Scene, where: tuple[float, float]) -> None:
    x, y = scene.width * where[0], scene.height * where[1]
    radius = scene.between(48, 92)
    if scene.palette.stars and scene.maybe(0.5):  # a crescent
        small = radius * 0.72
        scene.add(
            shape(
                trace(
                    ("M", x, y - small),
                    ("a", small, small, 0, 1, 0, small, small),
                    ("a", small * 0.8, small * 0.8, 0, 0, 1, -small, -small),
                    ("z",),
                ),
                scene.palette.sun,
            )
        )
    else:
        scene.add(disc(x, y, radius, scene.palette.sun))


def _clouds(scene: Scene, horizon: float, where: tuple[float, float]) -> None:
    for _ in range(scene.rnd.choice([0, 1, 2, 2, 3, 4])):
        width = scene.between(130, 320)
        x, y = scene.between(-60, scene.width - width * 0.6), scene.height * scene.between(0.07, horizon * 0.62)
        if scene.maybe(0.35):
            scene.add(long_cloud(x, y, width, scene.palette.cloud))
        else:
            scene.add(cloud(x, y, width, scene.palette.cloud))
    if not scene.palette.stars and scene.maybe(0.4):
        birds(scene, where[0] < 0.5, horizon)


def cloud(x: float, y: float, width: float, fill: str) -> str:
    """A flat-bottomed cloud of three humps, its lower left at `x`, `y`."""
    low, humps = width * 0.1, ((0.3, 0.13), (0.52, 0.19), (0.74, 0.12))
    base = bar(x, y - low * 2, width, low * 2, fill)
    return base + "".join(disc(x + width * place, y - low * 1.4, width * size, fill) for place, size in humps)


def bar(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A bar with round ends."""
    round_end = f'rx="{height / 2:.0f}"'
    return f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" {round_end} fill="{fill}"/>'


def long_cloud(x: float, y: float, width: float, fill: str) -> str:
    """Three rounded bars, shifted."""
    bars = [(0, 0, 0.8), (0.22, -22, 0.62), (0.1, 22, 0.7)]
    return "".join(bar(x + width * dx, y + dy, width * w, 20, fill) for dx, dy, w in bars)


def birds(scene: Scene, on_the_right: bool, horizon: float) -> None:
    x0 = scene.width * (0.6 if on_the_right else 0.2)
    for _ in range(scene.rnd.choice([3, 4, 5])):
        x, y, k = x0 + scene.between(0, 260), scene.height * scene.between(0.1, horizon * 0.5), scene.between(10, 18)
        scene.add(
            stroke(
                trace(
                    ("M", x - k, y - k * 0.5),
                    ("q", k * 0.6, -(k * 0.3), k, k * 0.5),
                    ("q", k * 0.4, -(k * 0.8), k, -(k * 0.5)),
                ),
                scene.palette.shade,
                4,
            )
        )


def balloon(scene: Scene, x: float, y: float, size: float) -> None:
    """A hot-air balloon with three stripes."""
    p, k = scene.palette, size
    scene.add(
        line((x - k * 0.3, y + k * 0.7), (x - k * 0.1, y + k * 1.35), p.timber, 2.5),
        line((x + k * 0.3, y + k * 0.7), (x + k * 0.1, y + k * 1.35), p.timber, 2.5),
    )
    scene.add(
        shape(
            trace(
                ("M", x - k, y),
                ("a", k, k, 0, 0, 1, 2 * k, 0),
                ("q", 0, k * 0.5, -(k * 0.6), k),
                ("h", -(k * 0.8)),
                ("q", -(k * 0.6), -(k * 0.5), -(k * 0.6), -k),
                ("z",),
            ),
            p.accent,
        )
    )
    scene.add(
        shape(
            trace(
                ("M", x - k * 0.45, y),
                ("q", 0, -(k * 0.95), k * 0.45, -k),
                ("q", k * 0.45, k * 0.05, k * 0.45, k),
                ("q", 0, k * 0.6, -(k * 0.25), k),
                ("h", -(k * 0.4)),
                ("q", -(k * 0.25), -(k * 0.4), -(k * 0.25), -k),
                ("z",),
            ),
            p.frame,
        )
    )
    scene.add(rect(x - k * 0.16, y + k * 1.3, k * 0.32, k * 0.26, p.timber))


def snowfall(scene: Scene) -> None:
    for _ in range(150):
        x, y = scene.between(0, scene.width), scene.between(0, scene.height)
        scene.add(disc(x, y, scene.rnd.choice([2, 3, 3, 4, 6]), "#FFFFFF", 0.85))
