"""The map of the region with a class for every town: a dot of its own drawing, not only of its own colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cms.places.domain.labels import Spot, place_labels
from cms.places.domain.projection import fit
from cms.places.drawing import LETTER_SIZES, MARGIN, WIDTH, drawn, land_of
from cms.places.models import Municipality

NAMED = 24


def level_map(municipalities: Iterable[Municipality], *, levels: Mapping[str, int], count: int) -> dict[str, Any]:
    """Return the context of components/level_map.html. `levels` maps keys (AGS) to classes from 0 to count - 1."""
    towns = list(municipalities)
    if not towns:
        return {"is_empty": True}
    project = fit([(town.latitude, town.longitude) for town in towns], width=WIDTH, margin=MARGIN)
    points = {town.ags: project(town.latitude, town.longitude) for town in towns}

    def path(keys: Iterable[str]) -> str:
        return "".join(f"M{points[key][0]:.0f} {points[key][1]:.0f}h0" for key in keys)

    known = [town for town in towns if town.ags in levels]
    named = sorted(known, key=lambda town: (-town.population, town.ags))[:NAMED]
    spots = [Spot(*points[town.ags], 12.0, town.name) for town in named]
    labels = {
        name: place_labels(spots, size=size, width=WIDTH, height=project.height) for name, size in LETTER_SIZES.items()
    }
    return {
        "is_empty": False,
        "width": round(WIDTH),
        "height": round(project.height),
        "land": land_of(towns, project),
        "land_width": round(2 * MARGIN - 4),
        "without": path(town.ags for town in towns if town.ags not in levels),
        "known": path(town.ags for town in known),
        "levels": [path(town.ags for town in known if levels[town.ags] == level) for level in range(count)],
        "names": [
            {"size": size, "text": town.name, "x": drawn(label.x), "y": drawn(label.y), "anchor": label.anchor}
            for size, placed in labels.items()
            for town, label in zip(named, placed, strict=True)
            if label is not None
        ],
    }
