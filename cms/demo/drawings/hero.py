"""The wide town of the home page: one place, drawn by day and by night, and the sign's arrow as icon."""

from __future__ import annotations

from random import Random

from cms.demo.drawings.houses import row
from cms.demo.drawings.ink import Scene, disc, rect, shape, trace, waves
from cms.demo.drawings.landmarks import castle, nave, tower
from cms.demo.drawings.nature import tree
from cms.demo.drawings.palettes import NIGHT, NOON
from cms.demo.drawings.skies import cloud
from cms.demo.drawings.things import bench

WIDTH, HEIGHT = 1700, 1100
SEED = 11


def hero(*, night: bool) -> Scene:
    """Bench and castle stand to the right: the left is for words. Both lights show the very same houses."""
    palette = NIGHT if night else NOON
    scene = Scene(WIDTH, HEIGHT, palette, Random(SEED))
    _sky(scene)
    _town(scene)
    _foreground(scene)
    return scene


def _sky(scene: Scene) -> None:
    p, w, h = scene.palette, scene.width, scene.height
    scene.add(rect(0, 0, w, h, p.sky[0]))
    for place, colour in enumerate(p.sky[1:], 1):
        scene.add(waves(scene, h * 0.52 * (place / len(p.sky)) ** 0.9, 10, 190, place * 1.9, colour))
    own = Random(SEED)  # stars must not shift the houses
    if p.stars:
        for _ in range(52):
            scene.add(disc(own.uniform(0, w), own.uniform(0, h * 0.4), own.choice([2, 2, 3]), p.sun))
    scene.add(disc(w * 0.7, h * 0.17, h * 0.06, p.sun))
    if not p.stars:
        for x, y, wide in ((0.12, 0.2, 0.16), (0.4, 0.09, 0.1), (0.8, 0.12, 0.13)):
            scene.add(cloud(w * x, h * y, w * wide, p.cloud))


def _town(scene: Scene) -> None:
    p, w, h = scene.palette, scene.width, scene.height
    scene.add(waves(scene, h * 0.4, 34, 260, 0.9, p.far[0]))
    hill = trace(
        ("M", w * 0.5, h * 0.7),
        ("C", w * 0.66, h * 0.5, w * 0.7, h * 0.395, w * 0.77, h * 0.37),
        ("H", w * 0.92),
        ("C", w * 0.96, h * 0.4, w, h * 0.46, w * 1.02, h * 0.54),
        ("V", h * 0.8),
        ("Z",),
    )
    scene.add(shape(hill, p.far[1]))
    castle(scene, w * 0.845, h * 0.37, 0.97)
    scene.add(waves(scene, h * 0.53, 18, 170, 2.6, p.far[2]))
    row(scene, -20, w, h * 0.6, w * 0.045, w * 0.062, timber=0.3)
    nave(scene, w * 0.605, h * 0.62, w * 0.14, h * 0.1, h * 0.09)
    tower(scene, w * 0.6, h * 0.63, w * 0.046, h * 0.27, hat="spire")
    tower(scene, w * 0.24, h * 0.64, w * 0.036, h * 0.2, hat="onion", roof=p.roofs[2])
    row(scene, -60, w, h * 0.69, w * 0.06, w * 0.085, timber=0.7)
    row(scene, -120, w, h * 0.8, w * 0.085, w * 0.11, timber=0.85)


def _foreground(scene: Scene) -> None:
    p, w, h = scene.palette, scene.width, scene.height
    scene.add(rect(0, h * 0.79, w, h * 0.21, p.water[0]))
    for _ in range(30):
        y, colour = h * scene.between(0.81, 0.94), p.water[1 if scene.maybe(0.7) else 2]
        scene.add(rect(scene.between(-60, w), y, scene.between(60, 240), 4, colour))
    scene.add(rect(0, h * 0.782, w, h * 0.016, p.stone))
    bank = trace(
        ("M", 0, h * 0.87),
        ("C", w * 0.2, h * 0.83, w * 0.42, h * 0.9, w * 0.62, h * 0.93),
        ("S", w * 0.9, h * 0.91, w, h * 0.88),
        ("V", h),
        ("H", 0),
        ("Z",),
    )
    scene.add(shape(bank, p.fore))
    bench(scene, w * 0.7, h * 0.955, 1.13)
    tree(scene, w * 0.965, h, h * 0.17, trunk=1)


ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0e3d32" d="M0 0h32v32H0z"/>'
    '<path fill="none" stroke="#f7f4ec" stroke-width="4" d="M4 16h23M18 7l9 9-9 9"/></svg>'
)
