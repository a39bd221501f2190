"""The few marks that every picture is made of: flat shapes as SVG, coordinates in whole pixels."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from cms.demo.drawings.palettes import Palette

Point = tuple[float, float]


@dataclass
class Scene:
    """A sheet being drawn: size in pixels, colours, the seeded hand, and what has been drawn so far."""

    width: int
    height: int
    palette: Palette
    rnd: Random
    marks: list[str] = field(default_factory=list)

    @property
    def is_portrait(self) -> bool:
        return self.height > self.width

    def add(self, *marks: str) -> None:
        self.marks.extend(marks)

    def between(self, low: float, high: float) -> float:
        return self.rnd.uniform(low, high)

    def maybe(self, chance: float) -> bool:
        return self.rnd.random() < chance


def trace(*steps: tuple[str | float, ...]) -> str:
    """Path data from steps such as ("M", x, y) and ("h", 20)."""
    return "".join(f"{letter}{' '.join(f'{number:.0f}' for number in numbers)}" for letter, *numbers in steps)


def poly(points: Iterable[Point], fill: str, opacity: float = 1) -> str:
    path = "L".join(f"{x:.0f} {y:.0f}" for x, y in points)
    return f'<path d="M{path}Z" fill="{fill}"{_faint(opacity)}/>'


def shape(path: str, fill: str, opacity: float = 1) -> str:
    return f'<path d="{path}" fill="{fill}"{_faint(opacity)}/>'


def pierced(path: str, fill: str) -> str:
    """A shape whose inner outlines are holes."""
    return f'<path fill-rule="evenodd" d="{path}" fill="{fill}"/>'


def rect(x: float, y: float, width: float, height: float, fill: str, opacity: float = 1) -> str:
    return f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" fill="{fill}"{_faint(opacity)}/>'


def disc(x: float, y: float, radius: float, fill: str, opacity: float = 1) -> str:
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}" fill="{fill}"{_faint(opacity)}/>'


def oval(x: float, y: float, across: float, down: float, fill: str, opacity: float = 1) -> str:
    return f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{across:.0f}" ry="{down:.0f}" fill="{fill}"{_faint(opacity)}/>'


def stroke(path: str, colour: str, width: float, opacity: float = 1) -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:.1f}"{_faint(opacity)}/>'


def line(start: Point, end: Point, colour: str, width: float, opacity: float = 1) -> str:
    return stroke(f"M{start[0]:.0f} {start[1]:.0f}L{end[0]:.0f} {end[1]:.0f}", colour, width, opacity)


def arch(x: float, base: float, width: float, height: float, fill: str, opacity: float = 1) -> str:
    """An opening with a round head; `x` is its middle, `height` up to the crown."""
    half = width / 2
    return shape(
        f"M{x - half:.0f} {base:.0f}V{base - height + half:.0f}a{half:.0f} {half:.0f} 0 0 1 {width:.0f} 0V{base:.0f}z",
        fill,
        opacity,
    )


def waves(scene: Scene, y: float, height: float, length: float, phase: float, fill: str) -> str:
    """Land or sky from a soft wavy edge down to the bottom."""
    edge = [
        (x, y + height * math.sin(x / length + phase) + height * 0.35 * math.sin(x / length * 2.3 + phase * 1.7))
        for x in range(0, scene.width + 25, 24)
    ]
    return poly([(0, scene.height), *edge, (scene.width, scene.height)], fill)


def at(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def _faint(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{opacity:.2f}"'
