"""A small drawing of one spot: the towns around it as dots, the spot as a cross, the way to a named town as a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cms.places.domain import distance_km
from cms.places.domain.projection import fit
from cms.places.models import Municipality

WIDTH = 480.0
MARGIN = 40.0
MOST_NAMES = 3
ROOM = 26.0  # drawing units between two names


def position_map(
    *, latitude: float, longitude: float, town: Municipality | None, around: Iterable[Municipality]
) -> dict[str, Any]:
    """Return the context of components/position_map.html: spot, dots with the largest towns' names, distance in km."""
    towns = {other.ags: other for other in around}
    if town is not None:
        towns[town.ags] = town
    places = [(other.latitude, other.longitude) for other in towns.values()] + [(latitude, longitude)]
    project = fit(places, width=WIDTH, margin=MARGIN)
    dots = [_dot(other, project(other.latitude, other.longitude)) for other in towns.values()]
    spot = _point(project(latitude, longitude))
    named = _named(town, towns.values())
    goal = next((dot for dot in dots if town is not None and dot["ags"] == town.ags), None)
    return {
        "width": round(WIDTH),
        "height": round(project.height),
        "dots": dots,
        "names": _apart([dot for dot in dots if dot["ags"] in named], goal),
        "spot": spot,
        "goal": goal,
        "is_below": goal is not None and spot["y"] > goal["y"],
        "town": town.label if town else "",
        "km": distance_km(latitude, longitude, town.latitude, town.longitude) if town else None,
    }


def _named(town: Municipality | None, towns: Iterable[Municipality]) -> set[str]:
    largest = sorted(towns, key=lambda other: -other.population)[:MOST_NAMES]
    return {other.ags for other in largest} | ({town.ags} if town else set())


def _apart(dots: list[dict[str, Any]], goal: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Names that do not stand on each other; the named town comes first."""
    kept: list[dict[str, Any]] = []
    for dot in sorted(dots, key=lambda dot: (dot is not goal, -dot["r"])):
        if all(abs(dot["y"] - other["y"]) > ROOM or abs(dot["x"] - other["x"]) > WIDTH / 2 for other in kept):
            kept.append(dot)
    return kept


def _dot(town: Municipality, at: tuple[float, float]) -> dict[str, Any]:
    anchor = "start" if at[0] < WIDTH * 0.35 else "end" if at[0] > WIDTH * 0.65 else "middle"
    radius = 3 if town.population < 2_000 else 5 if town.population < 15_000 else 8
    return {"ags": town.ags, "name": town.name, "r": radius, "anchor": anchor, **_point(at)}


def _point(at: tuple[float, float]) -> dict[str, float]:
    return {"x": round(at[0], 1), "y": round(at[1], 1)}
