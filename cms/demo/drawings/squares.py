"""Views within the town: market, town hall, lane, gate, stairs, courtyard, windows."""

from __future__ import annotations

from cms.demo.drawings.houses import eaves, gable, row, window
from cms.demo.drawings.ink import Scene, arch, at, disc, line, poly, rect, stroke, trace
from cms.demo.drawings.landmarks import gate_tower, tower
from cms.demo.drawings.nature import bush, hills, tree
from cms.demo.drawings.skies import sky
from cms.demo.drawings.things import fountain, lamp, paving, person, stall


def market(s: Scene) -> None:
    """Gables around a square, a tower behind, stalls and a fountain."""
    p, w, h = s.palette, s.width, s.height
    base = h * (0.62 if s.is_portrait else 0.7)
    sky(s, 0.55)
    hills(s, 0.5, 0.56)
    row(s, -30, w, base - 80, 90, 125, timber=0.2)
    tower(s, w * s.between(0.25, 0.75), base - 40, s.between(84, 118), s.between(330, 430))
    x, place = -s.between(20, 120), 0
    while x < w:
        wide = s.between(150, 210)
        if s.maybe(0.2):
            eaves(s, x, base, wide * 1.4, wide * 1.05, wide * 0.45, p.walls[4], p.roofs[0], windows=5)
            x += wide * 1.4 - 2
        else:
            gable(
                s,
                x,
                base,
                wide,
                wide * s.between(1.2, 1.55),
                wide * s.between(0.7, 0.86),
                p.walls[place % 5],
                p.roofs[place % 4],
                timber=s.maybe(0.65),
            )
            x += wide - 1
        place += 1
    paving(s, base)
    fountain(s, w * s.between(0.52, 0.75), base + s.between(120, 190), 1.15)
    for k in range(s.rnd.choice([1, 2, 3])):
        stall(s, w * 0.07 + k * 215, base + 96 + k * 34, 1.05, (p.accent, p.far[2], p.gold)[k])
    for _ in range(s.rnd.choice([2, 4, 6])):
        person(s, s.between(60, w - 60), base + s.between(40, 260), s.between(0.9, 1.3))
    if s.maybe(0.6):
        tree(s, w * 0.95, h * 1.01, s.between(150, 220), trunk=1.2, blossom=p.name == "frühling")


def town_hall(s: Scene) -> None:
    """A town hall with an arcade and stepped gable, flags and steps in front."""
    p, w, h = s.palette, s.width, s.height
    base, middle = h * (0.7 if s.is_portrait else 0.76), w * s.between(0.42, 0.58)
    wide, high = min(w * 0.86, 900), s.between(360, 460)
    sky(s, 0.6)
    row(s, -60, w, base - 6, 130, 170, timber=0.7)
    tower(s, middle, base - high - 40, 96, 190, hat=s.rnd.choice(["hood", "onion", "corners"]), roof=p.roofs[2])
    _hall_front(s, middle, base, wide, high)
    paving(s, base)
    s.add(rect(middle - 150, base - 14, 300, 16, p.stone), rect(middle - 180, base, 360, 16, p.frame))
    for side, colour in ((-1, p.accent), (1, p.gold)):
        x, mast = middle + side * wide * 0.36, base - high * 0.66
        s.add(rect(x - 4, mast, 8, 150, p.timber))
        s.add(poly([(x + 4, mast), (x + 74, mast + high * 0.04), (x + 4, mast + high * 0.2)], colour))
        lamp(s, middle + side * wide * 0.5, base + 70, 0.9)
    for _ in range(5):
        person(s, s.between(60, w - 60), base + s.between(50, 240), s.between(1, 1.5))


def _hall_front(s: Scene, middle: float, base: float, wide: float, high: float) -> None:
    p, left, top = s.palette, middle - wide / 2, base - high
    wall = p.walls[s.rnd.choice([0, 1, 3])]
    right = left + wide
    s.add(rect(left, top, wide, high, wall))
    s.add(
        poly([(left - 10, top + 4), (left + 40, top - 130), (right - 40, top - 130), (right + 10, top + 4)], p.roofs[0])
    )
    for k in range(6):  # the steps of the gable
        half, y = wide * 0.2 * (1 - k / 6), top - k * 40
        s.add(
            rect(middle - half, y - 46, half * 2, 52, wall), rect(middle - half - 4, y - 50, half * 2 + 8, 8, p.frame)
        )
    s.add(disc(middle, top - 84, 34, p.frame))
    s.add(stroke(trace(("M", middle, top - 84), ("v", -24), ("M", middle, top - 84), ("h", 17)), p.timber, 5))
    for storey in range(2):
        for k in range(9):
            s.add(window(s, left + wide * (k + 0.5) / 9 - 22, top + 30 + storey * high * 0.29, 44, high * 0.19))
    s.add(rect(left - 8, base - high * 0.4, wide + 16, 12, p.frame))
    for k in range(7):
        x = left + wide * (k + 0.5) / 7
        s.add(arch(x, base, wide * 0.1, high * 0.34, p.shade), arch(x + 6, base, wide * 0.085, high * 0.31, p.window))


def gate(s: Scene) -> None:
    """The old town gate with its wall."""
    p, w, h = s.palette, s.width, s.height
    base, x = h * 0.76, w * s.between(0.38, 0.62)
    sky(s, 0.62)
    hills(s, 0.56)
    row(s, -50, w, base - 20, 110, 150)
    s.add(rect(0, base - 190, w, 200, p.stone), rect(0, base - 190, w, 22, p.shade, 0.16))
    s.add(*(rect(k * 74 + 10, base - 214, 44, 30, p.stone) for k in range(w // 74 + 1)))
    for _ in range(46):
        s.add(rect(s.between(0, w), base - s.between(14, 150), s.between(26, 54), 14, p.shade, 0.1))
    gate_tower(s, x, base, s.between(230, 280), h * s.between(0.34, 0.41))
    s.add(rect(0, base, w, h - base, p.leaf[1]))
    s.add(poly([(x - 66, base), (x + 66, base), (x + w * 0.34, h), (x - w * 0.3, h)], p.ground[0]))
    for k in range(6):
        s.add(rect(x - 60 - k * 44, base + 24 + k * k * 9, 120 + k * 96, 4 + k, p.ground[1], 0.7))
    for side in (-1, 1):
        tree(
            s,
            x + side * w * s.between(0.32, 0.42),
            base + s.between(80, 170),
            s.between(120, 190),
            blossom=p.name == "frühling",
        )
        bush(s, x + side * 230, base + 40, 50, blossom=s.maybe(0.6))
    person(s, x + s.between(-30, 30), base + 70, 1.4)
    person(s, x + s.between(40, 90), base + 110, 1.5)


def rooftops(s: Scene) -> None:
    """Roof behind roof from above, chimneys, two towers."""
    w, h = s.width, s.height
    sky(s, 0.36)
    hills(s, 0.3, 0.34)
    for k in range(s.rnd.choice([1, 2, 3])):
        tower(s, w * s.between(0.12 + k * 0.28, 0.3 + k * 0.28), h * 0.56, s.between(74, 104), s.between(240, 330))
    for layer in range(7):
        base, size = h * at(0.48, 1.16, layer / 6), at(110, 330, layer / 6)
        x = -s.between(0, size)
        while x < w:
            wide = size * s.between(0.9, 1.7)
            _roof(s, x, base, wide, size)
            x += wide * 0.98


def _roof(s: Scene, x: float, base: float, wide: float, size: float) -> None:
    """A broad roof with its tiles, a strip of wall below and perhaps a chimney."""
    p, rise, slope = s.palette, size * s.between(0.5, 0.75), wide * 0.16
    ridge, right = base - rise, x + wide
    s.add(poly([(x, base), (x + slope, ridge), (right - slope, ridge), (right, base)], p.roofs[s.rnd.randrange(4)]))
    s.add(poly([(x + wide * 0.6, ridge), (right - slope, ridge), (right, base), (x + wide * 0.6, base)], p.shade, 0.16))
    for course in range(1, 5):
        share = course / 5
        y, inset = base - rise * share, slope * (1 - share)
        s.add(line((x + inset, y), (right - inset, y), p.shade, 2, 0.22))
    s.add(rect(x + 4, base, wide - 8, size * 0.5, p.walls[s.rnd.randrange(5)]))
    for k in range(4):
        s.add(window(s, x + wide * (0.16 + k * 0.24), base + size * 0.1, wide * 0.1, size * 0.2))
    if s.maybe(0.6):
        s.add(rect(x + wide * 0.3, base - rise * 1.3, wide * 0.09, rise * 0.5, p.walls[3]))
        s.add(rect(x + wide * 0.28, base - rise * 1.34, wide * 0.13, 9, p.timber))
