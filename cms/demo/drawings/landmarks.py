"""What towns are known by: towers, churches, castles, gates, bridges, town halls."""

from __future__ import annotations

from cms.demo.drawings.houses import window
from cms.demo.drawings.ink import Scene, arch, disc, line, pierced, poly, rect, shape, stroke, trace

HATS = ("spire", "hood", "onion", "corners", "crown")


def tower(
    scene: Scene,
    x: float,
    base: float,
    width: float,
    height: float,
    *,
    hat: str | None = None,
    clock: bool = True,
    roof: str | None = None,
) -> None:
    """A church tower around `x` with one of five hats."""
    p, w, top = scene.palette, width, base - height
    cover = roof or p.roofs[1]
    kind = hat or scene.rnd.choice(HATS)
    scene.add(rect(x - w / 2, top, w, height, p.stone), rect(x - w / 2, top, w / 2, height, p.shade, 0.18))
    scene.add(rect(x - w * 0.56, top, w * 1.12, w * 0.09, cover))
    peak = {"spire": _spire, "hood": _hood, "onion": _onion, "corners": _corners, "crown": _crown}[kind](
        scene, x, top, w, cover
    )
    scene.add(line((x, peak + 6), (x, peak - w * 0.36), cover, 3), disc(x, peak - w * 0.1, max(3, w * 0.07), p.gold))
    glow = p.light if p.lit else p.window
    for k in (-0.2, 0.2):
        scene.add(arch(x + w * k, top + w * 0.85, w * 0.18, w * 0.5, glow))
    if clock:
        y = top + w * 1.25
        scene.add(disc(x, y, w * 0.2, p.frame))
        scene.add(stroke(trace(("M", x, y), ("v", -(w * 0.14)), ("M", x, y), ("h", w * 0.1)), p.timber, 2.5))
    for k in range(1, 5):
        y = top + w * 1.3 + k * w * 0.75
        if y < base - 10:
            scene.add(rect(x - w * 0.06, y, w * 0.12, w * 0.28, p.window))


def _spire(scene: Scene, x: float, top: float, w: float, roof: str) -> float:
    rise = w * 2.6
    scene.add(poly([(x - w * 0.6, top + 2), (x, top - rise), (x + w * 0.6, top + 2)], roof))
    scene.add(poly([(x, top - rise), (x + w * 0.6, top + 2), (x + w * 0.12, top + 2)], scene.palette.shade, 0.25))
    return top - rise


def _hood(scene: Scene, x: float, top: float, w: float, roof: str) -> float:
    p, a, rise = scene.palette, w * 0.62, w * 2.2
    scene.add(
        shape(
            trace(
                ("M", x - a, top),
                ("C", x - a, top - rise * 0.2, x - a * 0.55, top - rise * 0.26, x - a * 0.42, top - rise * 0.36),
                ("H", x + a * 0.42),
                ("C", x + a * 0.55, top - rise * 0.26, x + a, top - rise * 0.2, x + a, top),
                ("Z",),
            ),
            roof,
        )
    )
    scene.add(rect(x - a * 0.36, top - rise * 0.54, a * 0.72, rise * 0.19, p.stone))
    scene.add(rect(x - a * 0.12, top - rise * 0.52, a * 0.24, rise * 0.15, p.light if p.lit else p.window))
    scene.add(
        shape(
            trace(
                ("M", x - a * 0.46, top - rise * 0.53),
                ("C", x - a * 0.46, top - rise * 0.7, x - a * 0.1, top - rise * 0.7, x, top - rise),
                ("C", x + a * 0.1, top - rise * 0.7, x + a * 0.46, top - rise * 0.7, x + a * 0.46, top - rise * 0.53),
                ("Z",),
            ),
            roof,
        )
    )
    return top - rise


def _onion(scene: Scene, x: float, top: float, w: float, roof: str) -> float:
    a, rise = w * 0.68, w * 1.5
    scene.add(rect(x - w * 0.5, top - w * 0.16, w, w * 0.18, roof))
    scene.add(
        shape(
            trace(
                ("M", x - a * 0.6, top - w * 0.14),
                ("C", x - a * 1.3, top - w * 0.55, x - a * 0.7, top - w * 0.95, x, top - rise),
                ("C", x + a * 0.7, top - w * 0.95, x + a * 1.3, top - w * 0.55, x + a * 0.6, top - w * 0.14),
                ("Z",),
            ),
            roof,
        )
    )
    return top - rise


def _corners(scene: Scene, x: float, top: float, w: float, roof: str) -> float:
    for k in (-0.46, 0.46):
        scene.add(rect(x + w * k - w * 0.12, top - w * 0.3, w * 0.24, w * 0.4, scene.palette.stone))
        scene.add(
            poly(
                [
                    (x + w * k - w * 0.16, top - w * 0.28),
                    (x + w * k, top - w * 0.95),
                    (x + w * k + w * 0.16, top - w * 0.28),
                ],
                roof,
            )
        )
    rise = w * 2.2
    scene.add(poly([(x - w * 0.42, top + 2), (x, top - rise), (x + w * 0.42, top + 2)], roof))
    return top - rise


def _crown(scene: Scene, x: float, top: float, w: float, roof: str) -> float:
    """Battlements round a low tent roof."""
    p = scene.palette
    scene.add(rect(x - w * 0.6, top - w * 0.1, w * 1.2, w * 0.28, p.stone))
    scene.add(*(rect(x - w * 0.6 + k * w * 0.264, top - w * 0.26, w * 0.15, w * 0.18, p.stone) for k in range(5)))
    scene.add(poly([(x - w * 0.4, top - w * 0.1), (x, top - w * 1.1), (x + w * 0.4, top - w * 0.1)], roof))
    return top - w * 1.1


def nave(scene: Scene, x: float, base: float, width: float, height: float, rise: float) -> None:
    """The long side of a church with tall windows."""
    p = scene.palette
    scene.add(rect(x, base - height, width, height, p.walls[0]))
    scene.add(
        poly(
            [
                (x - 5, base - height),
                (x + width * 0.06, base - height - rise),
                (x + width * 0.97, base - height - rise),
                (x + width + 5, base - height),
            ],
            p.roofs[0],
        )
    )
    for k in range(int(width / 34)):
        scene.add(arch(x + 17 + k * 34, base - height * 0.2, 13, height * 0.5, p.light if p.lit else p.window))


def castle(scene: Scene, x: float, base: float, k: float, *, ruin: bool = False) -> None:
    """A castle around `x`; `k` scales it (1 is some 300 px wide)."""
    p, roof = scene.palette, scene.palette.roofs[0]
    keep = base - 214 * k

    def spots(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + dx * k, base - dy * k) for dx, dy in points]

    scene.add(rect(x - 150 * k, base - 62 * k, 300 * k, 90 * k, p.stone))
    scene.add(*(rect(x - 150 * k + i * 31 * k, base - 72 * k, 18 * k, 12 * k, p.stone) for i in range(10)))
    scene.add(rect(x - 96 * k, base - 128 * k, 112 * k, 70 * k, p.walls[0]))
    if ruin:
        scene.add(poly(spots((-96, 126), (-96, 170), (-60, 150), (-20, 176), (16, 126)), p.walls[0]))
    else:
        scene.add(poly(spots((-104, 126), (-86, 178), (6, 178), (24, 126)), roof))
    scene.add(*(window(scene, x - 84 * k + i * 26 * k, base - 112 * k, 12 * k, 20 * k) for i in range(4)))
    scene.add(rect(x + 44 * k, keep, 52 * k, 152 * k, p.stone), rect(x + 70 * k, keep, 26 * k, 152 * k, p.shade, 0.18))
    scene.add(window(scene, x + 62 * k, base - 190 * k, 13 * k, 24 * k))
    if ruin:
        scene.add(*(rect(x + (44 + i * 21) * k, base - 226 * k, 11 * k, 14 * k, p.stone) for i in range(3)))
    else:
        scene.add(poly(spots((36, 210), (70, 288), (104, 210)), roof))
        scene.add(line((x + 70 * k, base - 284 * k), (x + 70 * k, base - 314 * k), p.timber, 3 * k))
        scene.add(poly(spots((71, 314), (104, 306), (71, 296)), p.accent))
    scene.add(rect(x - 152 * k, base - 120 * k, 34 * k, 60 * k, p.stone))
    scene.add(poly(spots((-158, 118), (-135, 162), (-112, 118)), roof))
    scene.add(rect(x - 150 * k, base - 10 * k, 300 * k, 38 * k, p.shade, 0.14))


def gate_tower(scene: Scene, x: float, base: float, width: float, height: float) -> None:
    """A square tower with a passage through it."""
    p, w, top = scene.palette, width, base - height
    scene.add(rect(x - w / 2, top, w, height, p.stone), rect(x, top, w / 2, height, p.shade, 0.15))
    for k in range(7):
        scene.add(rect(x - w / 2, base - height * (0.1 + k * 0.13), w * 0.1, 16, p.shade, 0.16))
        scene.add(rect(x + w * 0.4, base - height * (0.05 + k * 0.13), w * 0.1, 16, p.shade, 0.16))
    scene.add(arch(x, base, w * 0.5, height * 0.34, p.shade), arch(x, base, w * 0.4, height * 0.3, p.sky[-1]))
    scene.add(rect(x - w * 0.56, top - 6, w * 1.12, 26, p.frame))
    for y in (0.14, 0.34):
        scene.add(
            *(
                window(scene, x + w * k - w * 0.055, top + height * y, w * 0.11, height * 0.085)
                for k in (-0.25, 0, 0.25)
            )
        )
    scene.add(disc(x, top + height * 0.55, w * 0.13, p.frame))
    scene.add(
        stroke(
            trace(("M", x, top + height * 0.55), ("v", -(w * 0.1)), ("M", x, top + height * 0.55), ("h", w * 0.07)),
            p.timber,
            4,
        )
    )
    scene.add(
        poly(
            [(x - w * 0.62, top), (x - w * 0.16, top - w * 0.75), (x + w * 0.16, top - w * 0.75), (x + w * 0.62, top)],
            p.roofs[0],
        )
    )
    scene.add(poly([(x, top - w * 0.75), (x + w * 0.16, top - w * 0.75), (x + w * 0.62, top), (x, top)], p.shade, 0.18))
    scene.add(rect(x - w * 0.09, top - w * 1.0, w * 0.18, w * 0.27, p.stone))
    scene.add(poly([(x - w * 0.14, top - w * 0.98), (x, top - w * 1.42), (x + w * 0.14, top - w * 0.98)], p.roofs[1]))


def arches(scene: Scene, base: float, top: float, count: int, *, fill: str, start: float, end: float) -> None:
    """A wall with `count` open arches, as bridges and viaducts have; one looks through them."""
    pitch, high = (end - start) / count, (base - top) * 0.84
    half = min(pitch * 0.37, high)
    wall = trace(("M", start, base), ("V", top), ("H", end), ("V", base), ("z",))
    for k in range(count):
        left = start + pitch * (k + 0.5) - half
        wall += trace(
            ("M", left, base), ("v", half - high), ("a", half, half, 0, 0, 1, 2 * half, 0), ("v", high - half), ("z",)
        )
    scene.add(pierced(wall, fill))
    for k in range(count):
        middle = start + pitch * (k + 0.5)
        scene.add(
            stroke(
                trace(("M", middle - half, base - high + half), ("a", half, half, 0, 0, 1, 2 * half, 0)),
                scene.palette.shade,
                max(4, half * 0.09),
                0.3,
            )
        )
