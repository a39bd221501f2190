"""Houses: timber-framed gables, eaves fronts, rows of them, and walls seen along a lane."""

from __future__ import annotations

from cms.demo.drawings.ink import Point, Scene, arch, at, line, poly, rect


def window(scene: Scene, x: float, y: float, width: float, height: float) -> str:
    p = scene.palette
    marks = rect(x, y, width, height, p.light if scene.maybe(p.lit) else p.window)
    if width > 11:
        marks += rect(x + width / 2 - 1.2, y, 2.4, height, p.frame) + rect(x, y + height * 0.4, width, 2.2, p.frame)
    return marks


def gable(
    scene: Scene,
    x: float,
    base: float,
    width: float,
    height: float,
    rise: float,
    wall: str,
    roof: str,
    *,
    timber: bool = True,
    floors: int = 3,
) -> None:
    """A house with its gable to the street; `rise` is the height of the gable above the wall."""
    p, w, top = scene.palette, width, base - height
    scene.add(poly([(x, base), (x, top), (x + w / 2, top - rise), (x + w, top), (x + w, base)], wall))
    scene.add(poly([(x + w / 2, top - rise), (x + w, top), (x + w, base), (x + w / 2, base)], p.shade, 0.14))
    if timber:
        _framing(scene, x, base, w, height, rise, floors)
    _gable_windows(scene, x, base, w, height, rise, floors)
    edge = max(7, w * 0.07)
    scene.add(
        poly(
            [
                (x - edge, top + edge * 0.5),
                (x + w / 2, top - rise - edge * 1.1),
                (x + w + edge, top + edge * 0.5),
                (x + w + edge * 0.1, top + edge * 0.9),
                (x + w / 2, top - rise + edge * 0.4),
                (x - edge * 0.1, top + edge * 0.9),
            ],
            roof,
        )
    )


def _framing(scene: Scene, x: float, base: float, w: float, height: float, rise: float, floors: int) -> None:
    colour, thick = scene.palette.timber, max(2.5, w * 0.026)
    top, floor = base - height, height / floors
    for storey in range(floors):
        y = top + storey * floor
        scene.add(line((x, y), (x + w, y), colour, thick * 1.25))
        if storey == floors - 1 and floors > 1:
            continue
        scene.add(*(line((x + w * k / 4, y), (x + w * k / 4, y + floor), colour, thick) for k in range(5)))
        scene.add(
            line((x, y + floor), (x + w * 0.25, y), colour, thick),
            line((x + w, y + floor), (x + w * 0.75, y), colour, thick),
        )
        scene.add(line((x, y + floor * 0.52), (x + w, y + floor * 0.52), colour, thick * 0.7))
    collar, inset = top - rise * 0.48, w * 0.26
    scene.add(line((x + inset, collar), (x + w - inset, collar), colour, thick))
    for k in (0.3, 0.5, 0.7):
        head = top - rise + 8 if k == 0.5 else max(top - rise * (1 - abs(k - 0.5) * 2) + 4, collar)
        scene.add(line((x + w * k, top), (x + w * k, head), colour, thick))
    scene.add(
        line((x + w * 0.12, top), (x + w * 0.3, collar + 2), colour, thick),
        line((x + w * 0.88, top), (x + w * 0.7, collar + 2), colour, thick),
    )


def _gable_windows(scene: Scene, x: float, base: float, w: float, height: float, rise: float, floors: int) -> None:
    p, top, floor = scene.palette, base - height, height / floors
    count = 3 if w > 90 else 2
    for storey in range(max(1, floors - 1)):
        for k in range(count):
            middle = x + w * (k + 0.5) / count
            scene.add(window(scene, middle - w * 0.065, top + storey * floor + floor * 0.2, w * 0.13, floor * 0.52))
    scene.add(window(scene, x + w * 0.44, top - rise * 0.38, w * 0.12, rise * 0.2))
    if floors > 1:
        scene.add(arch(x + w / 2, base, w * 0.2, floor * 0.72, p.timber))
        for aside in (0.1, 0.71):
            scene.add(window(scene, x + w * aside, base - floor * 0.78, w * 0.19, floor * 0.46))


def eaves(
    scene: Scene,
    x: float,
    base: float,
    width: float,
    height: float,
    rise: float,
    wall: str,
    roof: str,
    *,
    windows: int = 4,
    floors: int = 2,
) -> None:
    """A house with its eaves to the street, two dormers in the roof."""
    p, w, top, ridge = scene.palette, width, base - height, base - height - rise
    scene.add(rect(x, top, w, height, wall))
    scene.add(poly([(x - 6, top + 4), (x + w * 0.09, ridge), (x + w * 0.91, ridge), (x + w + 6, top + 4)], roof))
    shadow = [(x + w * 0.55, ridge), (x + w * 0.91, ridge), (x + w + 6, top + 4), (x + w * 0.55, top + 4)]
    scene.add(poly(shadow, p.shade, 0.15))
    floor, pane = height / floors, w / windows * 0.4
    for storey in range(floors):
        y = top + storey * floor + floor * 0.22
        for k in range(windows):
            scene.add(window(scene, x + w * (k + 0.5) / windows - pane / 2, y, pane, floor * 0.5))
    for aside in (0.3, 0.68):
        _dormer(scene, x + w * aside, top, w * 0.05, rise, wall)
    if scene.maybe(0.5):
        scene.add(rect(x + w * 0.2, top - rise * 1.35, w * 0.05, rise * 0.5, p.walls[3]))


def _dormer(scene: Scene, x: float, top: float, half: float, rise: float, wall: str) -> None:
    scene.add(rect(x - half, top - rise * 0.36, half * 2, rise * 0.3, wall))
    scene.add(window(scene, x - half * 0.56, top - rise * 0.33, half * 1.12, rise * 0.2))
    low, wide = top - rise * 0.35, half * 1.4
    scene.add(poly([(x - wide, low), (x, top - rise * 0.72), (x + wide, low)], scene.palette.shade, 0.55))


def row(scene: Scene, start: float, end: float, base: float, low: float, high: float, *, timber: float = 0.6) -> None:
    """Houses side by side from `start` to `end`, each `low` to `high` wide."""
    p, x, place = scene.palette, start, scene.rnd.randrange(5)
    while x < end:
        width, here = scene.between(low, high), base + scene.between(-6, 8)
        wall, roof = p.walls[place % 5], p.roofs[(place * 2 + 1) % 4]
        if scene.maybe(0.62):
            gable(
                scene,
                x,
                here,
                width,
                width * scene.between(0.95, 1.35),
                width * scene.between(0.62, 0.85),
                wall,
                roof,
                timber=scene.maybe(timber),
                floors=3 if width > 100 else 2,
            )
        else:
            width *= 1.45
            eaves(
                scene, x, here, width, width * scene.between(0.45, 0.62), width * scene.between(0.22, 0.34), wall, roof
            )
        x += width * 0.97
        place += 1


Edge = tuple[float, float, float]


def side_wall(
    scene: Scene, near: Edge, far: Edge, wall: str, roof: str, *, timber: bool, dark: float, columns: int = 4
) -> None:
    """A house front seen along a lane: `near` and `far` are x, top and bottom of its two edges."""
    p, floors = scene.palette, 4

    def spot(across: float, down: float) -> Point:
        return at(near[0], far[0], across), at(at(near[1], far[1], across), at(near[2], far[2], across), down)

    quad = [spot(0, 0), spot(1, 0), spot(1, 1), spot(0, 1)]
    scene.add(poly(quad, wall), poly(quad, p.shade, dark))
    rise = (near[2] - near[1]) * 0.24
    scene.add(poly([spot(0, 0), spot(1, 0), (far[0], far[1] - rise * 0.75), (near[0], near[1] - rise)], roof))
    for storey in range(floors):
        ceiling, ground, last = storey / floors, (storey + 1) / floors, storey == floors - 1
        high = ceiling + 0.2 / floors
        if timber:
            scene.add(line(spot(0, ceiling), spot(1, ceiling), p.timber, 7))
        for k in range(columns):
            left, right = (k + 0.28) / columns, (k + 0.72) / columns
            is_door = last and k == columns // 2
            low = 0.999 if is_door else high + 0.52 / floors
            fill = p.timber if is_door else p.light if scene.maybe(p.lit) else p.window
            scene.add(poly([spot(left, high), spot(right, high), spot(right, low), spot(left, low)], fill))
            if timber and not last:
                post = k / columns
                scene.add(line(spot(post, ceiling), spot(post, ground), p.timber, 6))
                scene.add(line(spot(post, ground), spot((k + 0.25) / columns, ceiling), p.timber, 5))
