"""The map of the region, drawn from its municipalities: dots by size, the marked ones are links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any

from django.utils.functional import Promise

from cms.places.domain.labels import Spot, place_labels
from cms.places.domain.outline import outline
from cms.places.domain.projection import Point, Projection, fit
from cms.places.models import Municipality

WIDTH = 1000.0
MARGIN = 46.0
# Letters in drawing units for a map of about 330, 640 and 1000 pixels: never less than some 13 pixels on the screen.
LETTER_SIZES = {"s": 42.0, "m": 24.0, "l": 17.0}
DOT_STEPS = ((2_000, 4), (5_000, 6), (15_000, 9), (30_000, 13), (100_000, 18))
LARGEST_DOT = 26
LONGEST_EDGE = (90, 2.1)  # drawing units, plus so many mean distances between neighbours


@dataclass(frozen=True)
class MapMark:
    """Why a town is marked: where its link leads, and what stands behind its name, e.g. „12 Beiträge“."""

    url: str
    label: str | Promise = ""
    count: int | None = None


def region_map(municipalities: Iterable[Municipality], *, marked: Mapping[str, MapMark]) -> dict[str, Any]:
    """Return the context of components/region_map.html: dots, land, marks (most important first) and the list of them.

    `marked` maps the keys (AGS) of municipalities to their marks; keys that are not among the municipalities are left
    out. The larger a mark's count, then its town, the sooner its name gets room on the map.
    """
    towns = list(municipalities)
    if not towns:
        return {"is_empty": True, "marks": [], "list": []}
    project = fit([(town.latitude, town.longitude) for town in towns], width=WIDTH, margin=MARGIN)
    chosen = sorted(
        (town for town in towns if town.ags in marked),
        key=lambda town: (-(marked[town.ags].count or 0), -town.population, town.ags),
    )
    marks = _marks(chosen, marked, project)
    return {
        "is_empty": False,
        "width": round(WIDTH),
        "height": round(project.height),
        "land": land_of(towns, project),
        "land_width": round(2 * MARGIN - 4),
        "dots": _dots([town for town in towns if town.ags not in marked], project),
        "marks": marks,
        "list": sorted(marks, key=lambda mark: mark["sort"]),
    }


def _marks(towns: list[Municipality], marked: Mapping[str, MapMark], project: Projection) -> list[dict[str, Any]]:
    points = [project(town.latitude, town.longitude) for town in towns]
    radii = [max(11.0, _diameter(town.population) * 0.62) for town in towns]
    spots = [
        Spot(x, y, radius, _written(town, marked[town.ags]))
        for town, (x, y), radius in zip(towns, points, radii, strict=True)
    ]
    labels = {
        name: place_labels(spots, size=size, width=WIDTH, height=project.height) for name, size in LETTER_SIZES.items()
    }
    return [
        {
            "name": town.label,
            "sort": (town.name_folded, town.district),
            "url": marked[town.ags].url,
            "label": marked[town.ags].label,
            "count": marked[town.ags].count,
            "x": drawn(spot.x),
            "y": drawn(spot.y),
            "r": drawn(spot.radius),
            "texts": _texts(labels, index),
            "call": _call(spot),
        }
        for index, (town, spot) in enumerate(zip(towns, spots, strict=True))
    ]


def _texts(labels: Mapping[str, list[Any]], index: int) -> list[dict[str, str]]:
    placed = ((name, found[index]) for name, found in labels.items())
    return [
        {"size": name, "x": drawn(label.x), "y": drawn(label.y), "anchor": label.anchor}
        for name, label in placed
        if label
    ]


def _call(spot: Spot) -> dict[str, str]:
    """Where the name appears when the dot is pointed at or focused: towards the middle, above the dot."""
    anchor = "start" if spot.x < WIDTH * 0.4 else "end" if spot.x > WIDTH * 0.6 else "middle"
    y = spot.y - spot.radius - 12 if spot.y > 80 else spot.y + spot.radius + 40
    return {"x": drawn(spot.x), "y": drawn(y), "anchor": anchor}


def _written(town: Municipality, mark: MapMark) -> str:
    return f"{town.name} {mark.count}" if mark.count is not None else town.name


def _dots(towns: list[Municipality], project: Projection) -> list[dict[str, Any]]:
    """Return one path per size: a stroke of length zero with round ends is a dot, ten bytes each."""
    by_size: dict[int, list[str]] = {}
    for town in towns:
        x, y = project(town.latitude, town.longitude)
        by_size.setdefault(_diameter(town.population), []).append(f"M{x:.0f} {y:.0f}h0")
    return [{"size": size, "path": "".join(path)} for size, path in sorted(by_size.items())]


def land_of(towns: list[Municipality], project: Projection) -> str:
    """Return the outline as a path; the template strokes it so thickly that it keeps clear of the dots."""
    points = [project(town.latitude, town.longitude) for town in towns]
    spacing = sqrt(WIDTH * project.height * 0.6 / len(points))
    ring = _outline(tuple(points), LONGEST_EDGE[0] + LONGEST_EDGE[1] * spacing)
    return f"M{' '.join(f'{x:.0f} {y:.0f}' for x, y in ring)}Z"


@lru_cache(maxsize=8)
def _outline(points: tuple[Point, ...], longest: float) -> list[Point]:
    """The register changes once a year, the outline with it."""
    return outline(points, longest=longest)


def _diameter(population: int) -> int:
    return next((size for bound, size in DOT_STEPS if population <= bound), LARGEST_DOT)


def drawn(value: float) -> str:
    """Return a length of the drawing with at most one decimal."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
