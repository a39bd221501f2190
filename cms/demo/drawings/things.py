"""What stands about in a town: benches, lamps, stalls, tables, boats, fountains."""

from __future__ import annotations

from cms.demo.drawings.ink import Scene, disc, line, oval, poly, rect, shape, stroke, trace


def bench(scene: Scene, x: float, base: float, k: float) -> None:
    colour = scene.palette.accent
    for y in (0, 16):
        scene.add(rect(x, base - 70 * k + y * k, 190 * k, 11 * k, colour))
    scene.add(rect(x - 6 * k, base - 34 * k, 202 * k, 11 * k, colour))
    for leg in (14, 166):
        scene.add(
            poly(
                [
                    (x + leg * k, base - 72 * k),
                    (x + (leg + 9) * k, base - 72 * k),
                    (x + (leg + 12) * k, base),
                    (x + leg * k, base),
                ],
                colour,
            )
        )


def lamp(scene: Scene, x: float, base: float, k: float) -> None:
    p = scene.palette
    lit = p.lit > 0.25
    if lit:
        scene.add(disc(x, base - 322 * k, 92 * k, p.light, 0.22))
    scene.add(
        rect(x - 5 * k, base - 290 * k, 10 * k, 290 * k, p.timber),
        rect(x - 14 * k, base - 34 * k, 28 * k, 34 * k, p.timber),
    )
    scene.add(
        poly(
            [
                (x - 17 * k, base - 292 * k),
                (x - 27 * k, base - 342 * k),
                (x + 27 * k, base - 342 * k),
                (x + 17 * k, base - 292 * k),
            ],
            p.light if lit else p.frame,
        )
    )
    scene.add(poly([(x - 33 * k, base - 340 * k), (x, base - 372 * k), (x + 33 * k, base - 340 * k)], p.timber))


def stall(scene: Scene, x: float, base: float, k: float, colour: str) -> None:
    """A market stall with a striped roof and crates."""
    p = scene.palette
    scene.add(
        rect(x - 4 * k, base - 120 * k, 8 * k, 124 * k, p.timber),
        rect(x + 152 * k, base - 120 * k, 8 * k, 124 * k, p.timber),
    )
    scene.add(rect(x - 8 * k, base - 52 * k, 172 * k, 40 * k, p.frame))
    for place in range(7):
        scene.add(disc(x + (12 + place * 22) * k, base - 54 * k, 12 * k, (p.bloom[0], p.gold, p.leaf[1])[place % 3]))
    for place in range(6):
        left, right = x + (-20 + place * 33) * k, x + (-20 + (place + 1) * 33) * k
        top_left, top_right = x + (place * 26) * k, x + ((place + 1) * 26) * k
        scene.add(
            poly(
                [
                    (left, base - 120 * k),
                    (top_left, base - 164 * k),
                    (top_right, base - 164 * k),
                    (right, base - 120 * k),
                ],
                colour if place % 2 else p.frame,
            )
        )


def fountain(scene: Scene, x: float, base: float, k: float) -> None:
    p = scene.palette
    scene.add(oval(x, base + 8 * k, 130 * k, 22 * k, p.shade, 0.2))
    scene.add(
        rect(x - 92 * k, base - 54 * k, 184 * k, 58 * k, p.stone), rect(x, base - 54 * k, 92 * k, 58 * k, p.shade, 0.16)
    )
    scene.add(
        rect(x - 102 * k, base - 64 * k, 204 * k, 14 * k, p.frame), oval(x, base - 60 * k, 88 * k, 6 * k, p.water[0])
    )
    scene.add(
        rect(x - 11 * k, base - 170 * k, 22 * k, 112 * k, p.stone),
        rect(x - 26 * k, base - 176 * k, 52 * k, 12 * k, p.frame),
    )
    scene.add(disc(x, base - 196 * k, 20 * k, p.accent))
    for side in (-1, 1):
        scene.add(
            stroke(
                trace(("M", x, base - 150 * k), ("q", side * 60 * k, -20 * k, side * 66 * k, 88 * k)),
                p.water[2],
                4 * k,
            )
        )


def parasol(scene: Scene, x: float, base: float, k: float, colour: str) -> None:
    """A table for two under a parasol."""
    p = scene.palette
    scene.add(oval(x, base, 118 * k, 16 * k, p.shade, 0.16))
    scene.add(rect(x - 4 * k, base - 220 * k, 8 * k, 220 * k, p.timber))
    scene.add(
        shape(
            trace(("M", x - 130 * k, base - 186 * k), ("Q", x, base - 296 * k, x + 130 * k, base - 186 * k), ("Z",)),
            colour,
        )
    )
    scene.add(
        shape(
            trace(("M", x - 44 * k, base - 186 * k), ("Q", x, base - 290 * k, x + 44 * k, base - 186 * k), ("Z",)),
            p.frame,
        )
    )
    scene.add(rect(x - 62 * k, base - 74 * k, 124 * k, 10 * k, p.frame))
    for side in (-1, 1):
        seat = x + side * 96 * k
        scene.add(
            rect(seat - 26 * k, base - 48 * k, 52 * k, 8 * k, p.timber),
            rect(seat + side * 22 * k - 4 * k, base - 102 * k, 8 * k, 102 * k, p.timber),
        )
        scene.add(rect(seat - side * 22 * k - 4 * k, base - 48 * k, 8 * k, 48 * k, p.timber))
        scene.add(rect(x + side * 26 * k - 7 * k, base - 90 * k, 14 * k, 16 * k, p.accent))


def lights(scene: Scene, start: tuple[float, float], end: tuple[float, float], sag: float) -> None:
    """A string of bulbs or pennants between two points."""
    p = scene.palette
    middle = ((start[0] + end[0]) / 2, max(start[1], end[1]) + sag)
    scene.add(stroke(trace(("M", start[0], start[1]), ("Q", middle[0], middle[1], end[0], end[1])), p.timber, 3))
    for k in range(1, 14):
        t = k / 14
        x = (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * middle[0] + t * t * end[0]
        y = (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * middle[1] + t * t * end[1]
        if p.lit > 0.25:
            scene.add(disc(x, y + 10, 10, p.light))
        else:
            scene.add(poly([(x - 16, y), (x + 16, y), (x, y + 36)], (p.accent, p.gold, p.frame)[k % 3]))


def boat(scene: Scene, x: float, y: float, k: float, colour: str, *, sail: bool = True) -> None:
    p = scene.palette
    scene.add(oval(x, y + 30 * k, 120 * k, 8 * k, p.shade, 0.2))
    scene.add(
        shape(
            trace(
                ("M", x - 100 * k, y),
                ("h", 200 * k),
                ("q", -16 * k, 34 * k, -52 * k, 34 * k),
                ("h", -104 * k),
                ("q", -34 * k, 0, -44 * k, -(34 * k)),
                ("z",),
            ),
            colour,
        )
    )
    if sail:
        scene.add(rect(x - 3 * k, y - 210 * k, 6 * k, 210 * k, p.timber))
        scene.add(poly([(x + 6 * k, y - 206 * k), (x + 6 * k, y - 18 * k), (x + 96 * k, y - 18 * k)], p.frame))
        scene.add(poly([(x - 6 * k, y - 180 * k), (x - 6 * k, y - 18 * k), (x - 70 * k, y - 18 * k)], p.accent))


def train(scene: Scene, x: float, base: float, k: float) -> None:
    p = scene.palette
    for place in range(3):
        left = x + place * 176 * k
        scene.add(
            rect(left, base - 62 * k, 168 * k, 52 * k, p.accent), rect(left, base - 30 * k, 168 * k, 8 * k, p.frame)
        )
        scene.add(
            *(
                rect(left + (12 + w * 31) * k, base - 54 * k, 21 * k, 18 * k, p.light if p.lit else p.window)
                for w in range(5)
            )
        )
        scene.add(*(disc(left + w * k, base - 6 * k, 9 * k, p.timber) for w in (28, 56, 112, 140)))


def paving(scene: Scene, top: float) -> None:
    """A square in front of the houses, its courses wider towards the reader."""
    p = scene.palette
    scene.add(rect(0, top, scene.width, scene.height - top, p.ground[0]))
    y, step = top + 16, 10.0
    while y < scene.height:
        scene.add(rect(0, y, scene.width, 2 + step * 0.1, p.ground[1], 0.75))
        step *= 1.28
        y += step
    edge = scene.width * scene.between(0.35, 0.65)
    scene.add(poly([(0, top), (edge, top), (edge - scene.width * 0.3, scene.height), (0, scene.height)], p.shade, 0.13))


def person(scene: Scene, x: float, base: float, k: float) -> None:
    """A passer-by as a small flat figure."""
    p = scene.palette
    coat = scene.rnd.choice((p.accent, p.far[2], p.timber, p.gold))
    scene.add(oval(x, base, 22 * k, 5 * k, p.shade, 0.25))
    scene.add(
        line((x - 6 * k, base), (x - 4 * k, base - 34 * k), p.timber, 7 * k),
        line((x + 8 * k, base), (x + 4 * k, base - 34 * k), p.timber, 7 * k),
    )
    scene.add(
        poly(
            [
                (x - 15 * k, base - 28 * k),
                (x - 10 * k, base - 78 * k),
                (x + 10 * k, base - 78 * k),
                (x + 15 * k, base - 28 * k),
            ],
            coat,
        )
    )
    scene.add(disc(x, base - 90 * k, 10 * k, p.walls[1]))
