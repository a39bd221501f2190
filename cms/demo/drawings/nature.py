"""Trees, bushes, water, fields and hills."""

from __future__ import annotations

import math

from cms.demo.drawings.ink import Scene, disc, line, oval, poly, rect, shape, stroke, trace, waves

_CROWN = (
    (0, -0.55, 0.5),
    (-0.42, -0.3, 0.46),
    (0.42, -0.28, 0.46),
    (-0.62, 0.12, 0.42),
    (0.62, 0.12, 0.42),
    (-0.28, 0.3, 0.46),
    (0.3, 0.32, 0.44),
    (0, 0, 0.6),
)


def tree(scene: Scene, x: float, base: float, radius: float, *, trunk: float = 1.1, blossom: bool = False) -> None:
    """A broad crown in three tones; bare in winter half of the time, pink when it blossoms."""
    p, r = scene.palette, radius
    if p.snow and scene.maybe(0.5):
        bare_tree(scene, x, base, r * 1.6)
        return
    dark, middle, bright = (p.bloom[0], p.bloom[1], p.frame) if blossom else p.leaf
    scene.add(
        poly(
            [
                (x - r * 0.08, base),
                (x - r * 0.05, base - r * trunk),
                (x + r * 0.05, base - r * trunk),
                (x + r * 0.1, base),
            ],
            p.timber,
        )
    )
    y = base - r * (trunk + 0.5)
    scene.add(*(disc(x + dx * r, y + dy * r, q * r, dark) for dx, dy, q in _CROWN))
    scene.add(*(disc(x + dx * r - r * 0.1, y + dy * r - r * 0.09, q * r * 0.72, middle) for dx, dy, q in _CROWN[:6]))
    scene.add(
        *(disc(x + dx * r * 0.8 - r * 0.2, y + dy * r - r * 0.17, q * r * 0.38, bright) for dx, dy, q in _CROWN[:4])
    )


def bare_tree(scene: Scene, x: float, base: float, height: float) -> None:
    """Branches that fork twice, with snow on the stronger ones in winter."""
    p = scene.palette
    marks: list[str] = []

    def grow(x0: float, y0: float, angle: float, length: float, thick: float) -> None:
        x1, y1 = x0 + length * math.sin(angle), y0 - length * math.cos(angle)
        marks.append(line((x0, y0), (x1, y1), p.timber, thick))
        if thick < 2.5:
            return
        for turn in (-0.5, 0.05, 0.52):
            grow(x1, y1, angle + turn + scene.between(-0.1, 0.1), length * scene.between(0.62, 0.74), thick * 0.56)

    grow(x, base, 0, height * 0.36, height * 0.055)
    scene.add(*marks)
    if p.snow:
        scene.add(oval(x, base, height * 0.16, height * 0.03, p.frame))


def poplar(scene: Scene, x: float, base: float, height: float) -> None:
    p, w = scene.palette, height * 0.13
    scene.add(rect(x - 3, base - height * 0.15, 6, height * 0.15, p.timber))
    scene.add(
        oval(x, base - height * 0.55, w, height * 0.46, p.leaf[0]),
        oval(x - w * 0.25, base - height * 0.57, w * 0.55, height * 0.4, p.leaf[1]),
    )


def fir(scene: Scene, x: float, base: float, height: float) -> None:
    p, w = scene.palette, height * 0.32
    dark = p.far[2] if p.snow else p.leaf[0]
    scene.add(rect(x - height * 0.03, base - height * 0.12, height * 0.06, height * 0.12, p.timber))
    for low, high, k in ((0.08, 0.5, 1.0), (0.32, 0.76, 0.76), (0.56, 1.0, 0.52)):
        tip, foot = base - height * high, base - height * low
        scene.add(poly([(x - w * k, foot), (x, tip), (x + w * k, foot)], dark))
        scene.add(poly([(x, tip), (x + w * k, foot), (x + w * k * 0.2, foot)], scene.palette.shade, 0.2))
        if p.snow:
            scene.add(
                poly(
                    [
                        (x - w * k * 0.55, _down(tip, foot, 0.55)),
                        (x, tip),
                        (x + w * k * 0.55, _down(tip, foot, 0.55)),
                        (x + w * k * 0.2, _down(tip, foot, 0.42)),
                        (x - w * k * 0.1, _down(tip, foot, 0.6)),
                    ],
                    p.frame,
                )
            )


def _down(tip: float, foot: float, share: float) -> float:
    return tip + (foot - tip) * share


def bush(scene: Scene, x: float, base: float, radius: float, *, blossom: bool = False) -> None:
    p = scene.palette
    for dx, q in ((-0.7, 0.6), (0.7, 0.62), (0, 0.85)):
        scene.add(disc(x + dx * radius, base - q * radius * 0.6, q * radius, p.leaf[0]))
    scene.add(disc(x - radius * 0.2, base - radius * 0.75, radius * 0.5, p.leaf[1]))
    if blossom:
        for _ in range(9):
            scene.add(
                disc(
                    x + scene.between(-1.1, 1.1) * radius,
                    base - scene.between(0.1, 1.2) * radius,
                    max(3, radius * 0.09),
                    scene.rnd.choice(p.bloom),
                )
            )


def hills(scene: Scene, *tops: float, heights: tuple[float, ...] = (34, 24, 18)) -> None:
    """Hills behind each other; each top is a share of the height, far to near."""
    for place, top in enumerate(tops):
        scene.add(
            waves(
                scene,
                scene.height * top,
                heights[min(place, 2)],
                scene.between(140, 300) - place * 40,
                scene.between(0, 6),
                scene.palette.far[min(place, 2)],
            )
        )


def water(scene: Scene, top: float, *, glints: int = 42) -> None:
    """Water from a height in pixels to the bottom, with short strokes of light."""
    p = scene.palette
    scene.add(rect(0, top, scene.width, scene.height - top, p.water[0]))
    for _ in range(glints):
        y = top + 8 + (scene.height - top) * scene.rnd.random() ** 1.3
        length = scene.between(60, 260)
        scene.add(
            rect(
                scene.between(-60, scene.width),
                y,
                length,
                4 + (y - top) * 0.008,
                p.water[1 if scene.maybe(0.72) else 2],
            )
        )


def glitter(scene: Scene, x: float, top: float, bottom: float) -> None:
    """The path of light under sun or moon."""
    y = top + 6
    while y < bottom:
        half = 26 + (y - top) * 0.24
        scene.add(
            rect(
                x - half * scene.between(0.5, 1),
                y,
                half * scene.between(1, 2),
                7,
                scene.palette.sun if not scene.palette.stars else scene.palette.water[2],
            )
        )
        y += scene.between(18, 30)


def meadow(scene: Scene, top: float, *, colour: str | None = None) -> None:
    scene.add(waves(scene, top, 16, 260, scene.between(0, 6), colour or scene.palette.leaf[1]))


def flowers(scene: Scene, top: float, bottom: float, count: int) -> None:
    """Dots that grow towards the reader."""
    p = scene.palette
    places = sorted((top + (bottom - top) * scene.rnd.random(), scene.between(0, scene.width)) for _ in range(count))
    for y, x in places:
        radius = 3 + 9 * (y - top) / max(1, bottom - top)
        scene.add(
            line((x, y), (x, y + radius * 2.4), p.leaf[0], max(2, radius * 0.3)),
            disc(x, y, radius, scene.rnd.choice((*p.bloom, p.frame))),
        )


def strips(scene: Scene, top: float, bottom: float, *, vines: bool = False) -> None:
    """Fields or vine rows that run to a point on the horizon."""
    p = scene.palette
    eye = scene.width * scene.between(0.2, 0.8)
    colours, count, reach = p.fields, 15, scene.width * 1.6
    for k in range(count):
        left, right = (eye + (place / count - 0.5) * 2 * reach for place in (k, k + 1))
        near_left, near_right = (eye + (x - eye) * 0.26 for x in (left, right))
        scene.add(poly([(near_left, top), (near_right, top), (right, bottom), (left, bottom)], colours[k % 3]))
        if vines:
            for step in range(14):
                share = (step / 13) ** 1.8
                x, y = near_left + (left - near_left) * share, top + (bottom - top) * share
                size = 5 + 30 * share
                scene.add(disc(x, y - size * 0.6, size, p.leaf[1] if step % 2 else p.leaf[0]))


def reeds(scene: Scene, x: float, base: float, count: int, height: float) -> None:
    p = scene.palette
    for _ in range(count):
        foot, tall, lean = x + scene.between(-70, 70), height * scene.between(0.6, 1), scene.between(-24, 24)
        scene.add(stroke(trace(("M", foot, base), ("q", lean * 0.3, -(tall * 0.6), lean, -tall)), p.leaf[0], 5))
        if scene.maybe(0.5):
            scene.add(oval(foot + lean, base - tall, 6, 22, p.timber))


def path_to(scene: Scene, x: float, top: float, bottom: float, *, width: float = 520) -> None:
    """A path that winds from the reader to a point."""
    p, w = scene.palette, width
    end = scene.width * 0.5
    scene.add(
        shape(
            trace(
                ("M", end - w / 2, bottom),
                (
                    "C",
                    end - w * 0.3,
                    bottom - (bottom - top) * 0.45,
                    x - w * 0.5,
                    top + (bottom - top) * 0.45,
                    x - 8,
                    top,
                ),
                ("H", x + 8),
                (
                    "C",
                    x - w * 0.16,
                    top + (bottom - top) * 0.45,
                    end + w * 0.35,
                    bottom - (bottom - top) * 0.45,
                    end + w / 2,
                    bottom,
                ),
                ("Z",),
            ),
            p.ground[0],
        )
    )
