"""Views from outside: castle, river, overlook, park, viaduct, vineyard, lake, winter, merchants' bridge."""

from __future__ import annotations

from cms.demo.drawings.houses import gable, row
from cms.demo.drawings.ink import Scene, oval, poly, rect, shape, trace, waves
from cms.demo.drawings.landmarks import arches, castle, nave, tower
from cms.demo.drawings.nature import (
    bush,
    fir,
    flowers,
    glitter,
    hills,
    meadow,
    path_to,
    poplar,
    reeds,
    strips,
    tree,
    water,
)
from cms.demo.drawings.skies import balloon, sky, snowfall
from cms.demo.drawings.things import bench, boat, lamp, person, train


def castle_hill(s: Scene) -> None:
    """A castle on its hill above the roofs."""
    p, w, h = s.palette, s.width, s.height
    x, top = w * s.between(0.3, 0.7), h * s.between(0.36, 0.44)
    sky(s, 0.6, sun=(s.between(0.1, 0.9), s.between(0.1, 0.34)))
    hills(s, 0.47)
    half = s.between(180, 230)
    s.add(
        shape(
            trace(
                ("M", x - half * 3.4, h),
                ("C", x - half * 2, h * 0.66, x - half * 1.5, top + 40, x - half, top),
                ("H", x + half),
                ("C", x + half * 1.6, top + 60, x + half * 2, h * 0.6, x + half * 3.6, h * 0.72),
                ("V", h),
                ("Z",),
            ),
            p.far[1],
        )
    )
    castle(s, x, top, half / 150, ruin=s.maybe(0.25))
    for _ in range(16):
        aside = s.between(-1.6, 1.6)
        tree(s, x + aside * half, top + 60 + abs(aside) * 110 + s.between(0, 70), s.between(26, 44), trunk=0.5)
    s.add(waves(s, h * 0.63, 20, 150, s.between(0, 6), p.far[2]))
    row(s, -20, w, h * 0.73, 76, 106, timber=0.4)
    tower(s, w * s.between(0.12, 0.88), h * 0.76, s.between(70, 92), s.between(230, 290))
    row(s, -40, w, h * 0.86, 112, 150, timber=0.75)
    row(s, -90, w, h * 1.05, 180, 235, timber=0.9)


def river(s: Scene) -> None:
    """A stone bridge over the river, two towers behind."""
    p, w, h = s.palette, s.width, s.height
    base, x = h * s.between(0.58, 0.66), w * s.between(0.3, 0.7)
    sky(s, 0.55)
    hills(s, 0.42, 0.49, 0.55)
    row(s, -20, w, base - 60, 80, 110, timber=0.3)
    nave(s, x + 10, base - 30, 260, 140, 100)
    high = s.between(290, 350)
    tower(s, x, base - 20, 74, high, hat="spire")
    if s.maybe(0.7):
        tower(s, x + 96, base - 20, 74, high, hat="spire", clock=False)
    row(s, -60, x - 30, base, 105, 145, timber=0.7)
    row(s, x + 250, w + 80, base, 105, 145)
    s.add(rect(0, base - 6, w, 24, p.stone))
    water(s, base + 18)
    for place in range(7):
        tree(s, w * (place + 0.5) / 7 + s.between(-30, 30), base, s.between(34, 54), trunk=0.5)
    top = base + s.between(70, 130)
    arches(s, h * 0.93, top, s.rnd.choice([3, 4, 5]), fill=p.stone, start=-40, end=w + 40)
    s.add(rect(0, top - 20, w, 24, p.frame))
    for _ in range(3):
        person(s, s.between(80, w - 80), top - 18, 1)
    bank = trace(("M", 0, h), ("V", h - 80), ("Q", w * 0.2, h - 140, w * 0.44, h - 30), ("T", w * 0.66, h), ("Z",))
    s.add(shape(bank, p.fore))


def overlook(s: Scene) -> None:
    """A bench under a tree, the whole town below."""
    p, w, h = s.palette, s.width, s.height
    sky(s, 0.5)
    hills(s, 0.4)
    x = w * s.between(0.6, 0.82)
    s.add(
        shape(
            trace(
                ("M", x - 460, h * 0.66),
                ("C", x - 240, h * 0.5, x - 200, h * 0.4, x - 130, h * 0.38),
                ("H", x + 130),
                ("C", x + 220, h * 0.42, x + 300, h * 0.52, x + 480, h * 0.6),
                ("V", h * 0.8),
                ("H", x - 460),
                ("Z",),
            ),
            p.far[1],
        )
    )
    castle(s, x, h * 0.38, 0.85, ruin=s.maybe(0.3))
    s.add(waves(s, h * 0.53, 18, 170, s.between(0, 6), p.far[2]))
    row(s, -20, w, h * 0.6, 66, 92, timber=0.3)
    tower(s, w * s.between(0.2, 0.34), h * 0.63, s.between(60, 80), s.between(250, 330))
    tower(s, w * s.between(0.45, 0.6), h * 0.64, s.between(52, 66), s.between(190, 240))
    row(s, -60, w, h * 0.69, 92, 130, timber=0.7)
    row(s, -120, w, h * 0.8, 128, 170, timber=0.85)
    s.add(waves(s, h * 0.84, 26, 330, s.between(0, 6), p.leaf[0] if not p.snow else p.ground[1]))
    s.add(waves(s, h * 0.9, 20, 380, s.between(0, 6), p.fore if not p.snow else p.ground[0]))
    bench(s, w * s.between(0.2, 0.5), h * 0.955, s.between(1.1, 1.5))
    tree(s, w * s.rnd.choice([0.06, 0.94]), h, s.between(220, 330), trunk=1, blossom=p.name == "frühling")


def park(s: Scene) -> None:
    """Trees, flower beds, a path and a pavilion."""
    p, w, h = s.palette, s.width, s.height
    sky(s, 0.45)
    hills(s, 0.4)
    row(s, -30, w, h * 0.47, 70, 95, timber=0.3)
    meadow(s, h * 0.5, colour=p.leaf[2] if not p.snow else p.ground[0])
    x = w * s.between(0.3, 0.7)
    if not p.snow:
        flowers(s, h * 0.6, h, 220)
    path_to(s, x, h * 0.53, h)
    _pavilion(s, x, h * 0.55, s.between(0.9, 1.25))
    for k in range(9):
        share = k / 8
        side = -1 if k % 2 else 1
        tree(
            s,
            w / 2 + side * w * s.between(0.2, 0.46) * (0.5 + share * 0.7),
            h * (0.56 + 0.36 * share),
            70 + 150 * share,
            trunk=0.9,
            blossom=p.name in {"frühling", "morgenrot"} and s.maybe(0.75),
        )
    bench(s, w * s.between(0.36, 0.5), h * 0.86, 1.2)
    person(s, x + s.between(-30, 60), h * 0.66, 1.2)


def _pavilion(s: Scene, x: float, base: float, k: float) -> None:
    p = s.palette
    s.add(
        rect(x - 110 * k, base - 20 * k, 220 * k, 22 * k, p.stone),
        rect(x - 96 * k, base - 150 * k, 192 * k, 16 * k, p.frame),
    )
    s.add(*(rect(x + side * k - 6 * k, base - 140 * k, 12 * k, 122 * k, p.frame) for side in (-88, -40, 40, 88)))
    s.add(poly([(x - 122 * k, base - 148 * k), (x, base - 246 * k), (x + 122 * k, base - 148 * k)], p.roofs[0]))
    s.add(rect(x - 4 * k, base - 276 * k, 8 * k, 36 * k, p.gold))


def viaduct(s: Scene) -> None:
    """A railway viaduct across the valley."""
    p, w, h = s.palette, s.width, s.height
    top = h * s.between(0.4, 0.5)
    sky(s, 0.56)
    hills(s, 0.42, 0.5, 0.58)
    row(s, w * s.between(0.1, 0.3), w * 0.8, h * 0.74, 64, 88, timber=0.4)
    tower(s, w * s.between(0.3, 0.7), h * 0.75, 54, 150)
    s.add(waves(s, h * 0.74, 18, 240, s.between(0, 6), p.leaf[1] if not p.snow else p.ground[0]))
    arches(s, h * 0.86, top, s.rnd.choice([4, 5, 6, 7]), fill=p.stone, start=-60, end=w + 60)
    s.add(rect(0, top - 18, w, 24, p.frame), rect(0, top + 6, w, 12, p.shade, 0.25))
    train(s, s.between(-80, w * 0.5), top - 16, s.between(1, 1.3))
    s.add(waves(s, h * 0.82, 20, 210, s.between(0, 6), p.leaf[0] if not p.snow else p.ground[1]))
    for _ in range(12):
        tree(s, s.between(0, w), h * s.between(0.84, 0.96), s.between(40, 86), trunk=0.6)
    s.add(waves(s, h * 0.94, 16, 300, s.between(0, 6), p.fore))


def vineyard(s: Scene) -> None:
    """Rows of vines or fields down to a village."""
    p, w, h = s.palette, s.width, s.height
    top = h * s.between(0.52, 0.6)
    sky(s, 0.5)
    hills(s, 0.38, 0.46, 0.52)
    x = w * s.between(0.25, 0.75)
    row(s, x - 330, x + 330, top + 6, 62, 86, timber=0.5)
    tower(s, x, top + 10, 58, s.between(150, 210))
    strips(s, top, h, vines=s.maybe(0.6))
    for k in range(s.rnd.choice([2, 4, 6])):
        poplar(s, w * s.between(0, 1), top + s.between(10, 50), s.between(110, 210) + k)
    if not p.stars and s.maybe(0.5):
        for _ in range(s.rnd.choice([1, 2, 3])):
            balloon(s, w * s.between(0.1, 0.9), h * s.between(0.14, 0.3), s.between(40, 80))
    hut = w * s.between(0.12, 0.85)
    gable(s, hut, h * s.between(0.72, 0.8), 130, 90, 70, p.walls[3], p.roofs[0], timber=s.maybe(0.5), floors=1)
    bush(s, hut + 150, h * 0.8, 44, blossom=True)


def lake(s: Scene) -> None:
    """The far shore with its town, boats and reeds."""
    p, w, h = s.palette, s.width, s.height
    shore, sun = h * s.between(0.5, 0.58), (s.between(0.2, 0.8), s.between(0.2, 0.36))
    sky(s, 0.54, sun=sun)
    hills(s, 0.38, 0.46)
    row(s, w * s.between(-0.1, 0.3), w * s.between(0.6, 1.1), shore, 66, 94, timber=0.4)
    tower(s, w * s.between(0.3, 0.7), shore, 66, s.between(210, 270))
    for _ in range(7):
        tree(s, s.between(0, w), shore + 4, s.between(30, 56), trunk=0.5)
    water(s, shore, glints=60)
    glitter(s, w * sun[0], shore, h * 0.9)
    boat(s, w * s.between(0.15, 0.45), h * s.between(0.66, 0.72), s.between(0.8, 1.1), p.frame)
    boat(s, w * s.between(0.55, 0.9), h * s.between(0.74, 0.82), s.between(1.1, 1.5), p.accent, sail=s.maybe(0.6))
    x = w * s.rnd.choice([0.1, 0.75])
    s.add(poly([(x, h * 0.84), (x + 90, h * 0.84), (x + 190, h), (x - 60, h)], p.timber))
    s.add(*(rect(x - 30 + k * 4, h * (0.86 + k * 0.035), 160, 5, p.frame, 0.5) for k in range(4)))
    for _ in range(3):
        reeds(s, s.between(0, w), h * 1.01, 11, s.between(150, 260))


def church(s: Scene) -> None:
    """A church among firs, deep in snow or in its season."""
    p, w, h = s.palette, s.width, s.height
    sky(s, 0.5)
    hills(s, 0.42, 0.5)
    x, base = w * s.between(0.32, 0.6), h * s.between(0.64, 0.7)
    row(s, -20, w, base - 50, 84, 116)
    nave(s, x, base, s.between(300, 380), 170, 140)
    tower(s, x, base + 6, 120, s.between(280, 360))
    ground = p.ground if p.snow else (p.leaf[2], p.leaf[1])
    s.add(waves(s, base - 6, 14, 220, s.between(0, 6), ground[1]))
    path_to(s, x + 20, base + 6, h, width=380)
    for k in range(11):
        share = k / 10
        side = -1 if k % 2 else 1
        fir(s, w / 2 + side * w * s.between(0.24, 0.52), base + (h - base) * share * 0.95 + 20, 150 + 270 * share)
    lamp(s, w * s.between(0.4, 0.6), h * 0.88, 1.1)
    person(s, x + 40, h * 0.8, 1.4)
    if p.snow:
        snowfall(s)


def merchants_bridge(s: Scene) -> None:
    """A bridge with houses on it."""
    p, w, h = s.palette, s.width, s.height
    top = h * s.between(0.6, 0.66)
    sky(s, 0.55)
    hills(s, 0.46)
    row(s, -30, w, top - 10, 80, 110, timber=0.3)
    tower(s, w * s.between(0.1, 0.9), top, 90, s.between(320, 420))
    water(s, top + 90, glints=34)
    arches(s, h * 0.9, top, s.rnd.choice([3, 4]), fill=p.stone, start=-30, end=w + 30)
    x, place = -s.between(10, 60), s.rnd.randrange(5)
    while x < w:
        wide = s.between(120, 170)
        gable(
            s,
            x,
            top + 6,
            wide,
            wide * s.between(1.3, 1.8),
            wide * s.between(0.62, 0.9),
            p.walls[place % 5],
            p.roofs[place % 4],
            timber=s.maybe(0.75),
            floors=s.rnd.choice([3, 4]),
        )
        x += wide - 1
        place += 1
    s.add(rect(0, top, w, 20, p.frame))
    s.add(oval(w * 0.1, h * 1.02, w * 0.4, h * 0.1, p.fore))
    for _ in range(5):
        bush(s, w * s.between(0, 0.45), h * 0.97, s.between(30, 56), blossom=s.maybe(0.7))
    boat(s, w * s.between(0.55, 0.85), h * 0.93, 0.9, p.accent, sail=False)
