"""Views in the streets: lane, stairs, courtyard, windows."""

from __future__ import annotations

from cms.demo.drawings.houses import Edge, row, side_wall
from cms.demo.drawings.ink import Scene, at, disc, line, oval, pierced, poly, rect, trace
from cms.demo.drawings.landmarks import tower
from cms.demo.drawings.nature import bush, tree
from cms.demo.drawings.skies import sky
from cms.demo.drawings.things import lamp, lights, parasol, paving, person


def lane(s: Scene) -> None:
    """A narrow lane that runs to a tower."""
    p, w, h = s.palette, s.width, s.height
    eye_x, eye_y = w * s.between(0.4, 0.6), h * s.between(0.56, 0.64)
    sky(s, 0.6, sun=(eye_x / w + s.between(-0.1, 0.1), 0.2))
    tower(s, eye_x + s.between(-30, 30), eye_y + 30, 100, h * s.between(0.2, 0.28))
    s.add(poly([(eye_x - 60, eye_y + 20), (eye_x + 60, eye_y + 20), (w * 1.5, h), (-w * 0.5, h)], p.ground[0]))
    for k in range(9):
        y = at(eye_y + 24, h, (k / 9) ** 1.7)
        s.add(rect(0, y, w, 3 + k, p.ground[1], 0.7))
    for side in (-1, 1):
        stops = [s.between(0.1, 0.14), 0.24, s.between(0.4, 0.46), 0.72, 1.12]
        for k in range(len(stops) - 1):
            far, near = stops[k], stops[k + 1]
            high, edge = s.between(0.62, 0.86), eye_x if side < 0 else w - eye_x
            spots: list[Edge] = []
            for share in (near, far):
                x = eye_x + side * edge * (0.12 + share * 0.95)
                spots.append((x, eye_y - h * high * share * 0.85 - 10, eye_y + 22 + (h - eye_y) * share * 0.78))
            wall, roof = p.walls[(k + side) % 5], p.roofs[k % 4]
            framed, dark = (k + (side > 0)) % 2 == 0, 0.2 if side > 0 else 0.04
            side_wall(s, spots[0], spots[1], wall, roof, columns=3, timber=framed, dark=dark)
    if s.maybe(0.6):
        lights(s, (eye_x - w * 0.3, eye_y - h * 0.22), (eye_x + w * 0.3, eye_y - h * 0.2), 60)
    lamp(s, eye_x + s.rnd.choice([-1, 1]) * w * 0.2, h * 0.86, 1.25)
    for _ in range(s.rnd.choice([1, 2, 3])):
        person(s, eye_x + s.between(-120, 120), h * s.between(0.74, 0.9), s.between(1.4, 2))


def stairs(s: Scene) -> None:
    """Steps that climb between walls to an arch and a tree."""
    p, w, h = s.palette, s.width, s.height
    top, foot, left, right = h * 0.46, h * 0.97, w * 0.3, w * 0.7
    sky(s, 0.6, sun=(s.between(0.35, 0.65), 0.16))
    tower(s, w * s.between(0.35, 0.65), top + 40, 110, h * 0.2)
    tree(s, w * 0.5 + s.between(-60, 60), top + 30, s.between(100, 140), trunk=1, blossom=p.name == "frühling")
    s.add(rect(0, top + 40, w, h, p.ground[1]), rect(left, top, right - left, h - top, p.stone))
    for k in range(15):
        share = (k / 14) ** 1.35
        y, half = at(top + 20, foot, share), at(w * 0.1, w * 0.26, share)
        s.add(
            rect(w / 2 - half, y, half * 2, at(20, 60, share), p.ground[0]),
            rect(w / 2 - half, y + at(10, 30, share), half * 2, at(10, 32, share), p.ground[1]),
        )
    walls = s.rnd.sample(p.walls, 2)
    side_wall(
        s, (-60, -h * 0.05, h * 1.04), (w * 0.39, h * 0.2, top + 30), walls[0], p.roofs[0], timber=True, dark=0.03
    )
    end = (w * 0.61, h * 0.24, top + 30)
    side_wall(s, (w + 60, h * 0.02, h * 1.04), end, walls[1], p.roofs[1], timber=s.maybe(0.5), dark=0.22)
    for side in (-1, 1):
        s.add(line((w / 2 + side * w * 0.1, top - 30), (w / 2 + side * w * 0.27, foot - 130), p.timber, 9))
        for k in range(3):
            bush(
                s,
                w / 2 + side * at(w * 0.14, w * 0.33, k / 2),
                at(top + 60, foot, k / 2),
                at(24, 72, k / 2),
                blossom=True,
            )
    lamp(s, w * 0.36, h * 0.8, 1.3)
    person(s, w * s.between(0.47, 0.53), h * s.between(0.6, 0.75), 1.5)


def courtyard(s: Scene) -> None:
    """A café in a courtyard, seen through a dark archway."""
    p, w, h = s.palette, s.width, s.height
    base = h * 0.72
    sky(s, 0.5)
    row(s, -40, w, base, 220, 280, timber=0.5)
    paving(s, base)
    for _ in range(3):
        lights(s, (w * 0.05, h * s.between(0.2, 0.36)), (w * 0.95, h * s.between(0.2, 0.36)), s.between(60, 120))
    tree(s, w * s.between(0.3, 0.7), base + 30, 150, trunk=1.3, blossom=p.name == "frühling")
    colours = [p.accent, p.gold, p.far[2], p.walls[3]]
    s.rnd.shuffle(colours)
    for k in range(4):
        parasol(
            s, w * (0.2 + 0.2 * k) + s.between(-20, 20), base + 70 + (k % 2) * 120, 0.95 + (k % 2) * 0.3, colours[k]
        )
    for _ in range(3):
        person(s, w * s.between(0.2, 0.8), base + s.between(30, 90), 1.2)
    thick, crown = w * s.between(0.07, 0.11), h * s.between(0.1, 0.16)
    half = w / 2 - thick
    outside = trace(("M", 0, 0), ("H", w), ("V", h), ("H", 0), ("z",))
    inside = trace(
        ("M", thick, h),
        ("V", crown + half * 0.8),
        ("A", half, half * 0.8, 0, 0, 1, w - thick, crown + half * 0.8),
        ("V", h),
        ("z",),
    )
    s.add(pierced(outside + inside, p.fore))
    for side in (0.03, 0.97):
        for k in range(9):
            s.add(disc(w * side + s.between(-34, 34), h * (0.2 + k * 0.09), s.between(28, 50), p.leaf[k % 2]))


def windows(s: Scene) -> None:
    """One front from close by: timber, windows, flower boxes."""
    p, w, h = s.palette, s.width, s.height
    wall, columns, rows = (
        p.walls[s.rnd.randrange(5)],
        s.rnd.choice([3, 4]) + (0 if s.is_portrait else 1),
        s.rnd.choice([3, 4]),
    )
    s.add(rect(0, 0, w, h, wall), rect(0, 0, w, h * 0.09, p.roofs[0]), rect(0, h * 0.09, w, 14, p.shade, 0.35))
    pitch, floor = w / columns, h * 0.91 / rows
    framed = s.maybe(0.7)
    for storey in range(rows):
        y = h * 0.09 + storey * floor
        if framed:
            s.add(rect(0, y + 10, w, 26, p.timber))
        for k in range(columns):
            x = k * pitch
            if framed:
                s.add(rect(x - 11, y + 30, 22, floor, p.timber))
                if (k + storey) % 2:
                    s.add(
                        line((x + 10, y + floor), (x + pitch * 0.24, y + 34), p.timber, 18),
                        line((x + pitch - 10, y + floor), (x + pitch * 0.76, y + 34), p.timber, 18),
                    )
            _big_window(s, x + pitch * 0.27, y + floor * 0.24, pitch * 0.46, floor * 0.56)
    if s.maybe(0.7):
        x = s.between(0, w * 0.5)
        s.add(poly([(x, 0), (x + w * 0.5, 0), (x + w * 0.1, h), (x - w * 0.4, h)], p.shade, 0.13))
    lamp(s, w * s.rnd.choice([0.5, 0.34, 0.68]), h * 1.04, 1.5)


def _big_window(s: Scene, x: float, y: float, wide: float, high: float) -> None:
    p = s.palette
    lit = s.maybe(max(0.12, p.lit))
    shutter = s.rnd.choice([p.far[2], p.accent, p.leaf[0]])
    for side in (x - wide * 0.36, x + wide * 1.04):
        s.add(rect(side, y, wide * 0.32, high, shutter))
        s.add(*(rect(side + 5, y + 10 + k * high / 9, wide * 0.32 - 10, 4, p.shade, 0.25) for k in range(9)))
    s.add(rect(x - 9, y - 9, wide + 18, high + 18, p.frame), rect(x, y, wide, high, p.light if lit else p.window))
    if lit and s.maybe(0.14):
        cat = x + wide * 0.28
        s.add(oval(cat, y + high - 24, 24, 32, p.timber), disc(cat, y + high - 62, 18, p.timber))
        s.add(
            poly([(cat - 17, y + high - 66), (cat - 13, y + high - 92), (cat - 2, y + high - 74)], p.timber),
            poly([(cat + 17, y + high - 66), (cat + 13, y + high - 92), (cat + 2, y + high - 74)], p.timber),
        )
    else:
        s.add(poly([(x, y), (x + wide * 0.4, y), (x, y + high * 0.7)], p.frame, 0.35 if not lit else 0.8))
    s.add(rect(x + wide / 2 - 4, y, 8, high, p.frame), rect(x, y + high * 0.38, wide, 7, p.frame))
    s.add(rect(x - 14, y + high + 2, wide + 28, 26, p.timber))
    for k in range(7):
        place = x - 6 + k * (wide + 12) / 6
        s.add(
            disc(place, y + high - 4, 17, p.leaf[k % 2]),
            disc(place + s.between(-8, 8), y + high - 12, 9, s.rnd.choice(p.bloom)),
        )
