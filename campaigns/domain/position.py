"""Where a photo was taken, seen from the middle of its town: direction in words and a drawing that fits a square."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians
from typing import Final

SIDE: Final = 200.0
ROOM: Final = 0.84  # of half the side: how far from the middle the photo is drawn at most
RINGS: Final = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000)
KM_PER_DEGREE: Final = 111.2
DIRECTIONS: Final = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A square of 200 by 200 with the town in the middle. `ring` is a circle of `ring_km` around it."""

    x: float
    y: float
    ring: float
    ring_km: float
    distance_km: float
    direction: str


def sketch(town: tuple[float, float], photo: tuple[float, float]) -> Sketch:
    """Draw a photo's position around a town; both are (latitude, longitude) in degrees."""
    north = (photo[0] - town[0]) * KM_PER_DEGREE
    east = (photo[1] - town[1]) * KM_PER_DEGREE * cos(radians((photo[0] + town[0]) / 2))
    distance = hypot(north, east)
    middle = SIDE / 2
    scale = middle * ROOM / max(distance, RINGS[0])
    ring_km = max((ring for ring in RINGS if ring <= max(distance, RINGS[0])), default=RINGS[0])
    turn = degrees(atan2(east, north)) % 360
    return Sketch(
        x=round(middle + east * scale, 1),
        y=round(middle - north * scale, 1),
        ring=round(ring_km * scale, 1),
        ring_km=ring_km,
        distance_km=round(distance, 1),
        direction=DIRECTIONS[round(turn / 45) % 8],
    )
