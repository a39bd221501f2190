"""Places on a flat drawing: equirectangular, shrunk by cos(latitude), good to a few hundred metres for one land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

Point = tuple[float, float]


@dataclass(frozen=True)
class Projection:
    """Maps degrees to units of a drawing `width` units wide; y grows downwards."""

    west: float
    north: float
    scale_x: float
    scale_y: float
    margin: float
    width: float
    height: float

    def __call__(self, latitude: float, longitude: float) -> Point:
        """Return (x, y) of a place."""
        return (
            self.margin + (longitude - self.west) * self.scale_x,
            self.margin + (self.north - latitude) * self.scale_y,
        )


def fit(places: Sequence[Point], *, width: float, margin: float) -> Projection:
    """Return the projection that puts all (latitude, longitude) into a drawing of this width, its height following.

    Raises ValueError without a place. Places on one spot get a drawing of half its width in height.
    """
    if not places:
        raise ValueError("There is nothing to draw.")
    south, north = min(lat for lat, _lon in places), max(lat for lat, _lon in places)
    west, east = min(lon for _lat, lon in places), max(lon for _lat, lon in places)
    squeeze = cos(radians((south + north) / 2))
    inner = width - 2 * margin
    span = max((east - west) * squeeze, (north - south) / 1.4)
    if span == 0:
        return Projection(west - 0.5, north + 0.25, inner, inner, margin, width, width / 2)
    per_degree = inner / span
    spare = (inner - (east - west) * squeeze * per_degree) / 2
    return Projection(
        west=west - spare / (squeeze * per_degree),
        north=north,
        scale_x=squeeze * per_degree,
        scale_y=per_degree,
        margin=margin,
        width=width,
        height=(north - south) * per_degree + 2 * margin,
    )
