"""Distances between two places on the globe (haversine)."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0


def distance_km(from_lat: float, from_lon: float, to_lat: float, to_lon: float) -> float:
    """Return the great-circle distance in kilometres between two WGS 84 points in degrees."""
    rise, turn = radians(to_lat - from_lat), radians(to_lon - from_lon)
    half = sin(rise / 2) ** 2 + cos(radians(from_lat)) * cos(radians(to_lat)) * sin(turn / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))
