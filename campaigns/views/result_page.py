"""What a page with a result shows: podium, winners on the map, tables per class and of towns, what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from campaigns.domain.honours import HONOURED, with_class_places
from campaigns.enums import ExclusionReason
from campaigns.models import Campaign, Entry
from campaigns.queries import visible_entries
from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality

ROWS = 10
BAR = 200  # drawing units of the longest bar
_MAP_FIELDS = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")


def public_entries(campaign: Campaign) -> dict[str, Entry]:
    """Those that still stand in the gallery: only they get a picture and a link."""
    found = {entry.code: entry for entry in visible_entries(campaign)}
    for entry in found.values():
        entry.campaign = campaign
    return found


def result_context(campaign: Campaign, snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """The context of campaigns/result.html but for the count file; two queries, whatever the number of entries."""
    public = public_entries(campaign)
    first = [_shown(row, public) for row in snapshot["entries"] if row["place"] <= HONOURED and row["votes"]]
    towns = with_class_places(snapshot["towns"])
    return {
        "campaign": campaign,
        "numbers": snapshot,
        "turnout": _turnout(snapshot),
        "excluded": excluded(snapshot),
        "podium": first[:HONOURED],
        "beside": first[HONOURED:],
        "jury": [_shown(row, public) for row in snapshot.get("jury", [])],
        "classes": _classes(campaign, snapshot, public),
        "towns": [{**row, "url": campaign.town_url(row["ags"], row["town"])} for row in towns[:ROWS]],
        "more_towns": max(0, len(towns) - ROWS),
        "map": winners_map(campaign, snapshot),
    }


def excluded(snapshot: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Votes that do not count, by reason in words."""
    return [(str(ExclusionReason(reason).label), number) for reason, number in snapshot["excluded"].items() if number]


def _turnout(snapshot: Mapping[str, Any]) -> dict[str, int]:
    """The figures of the vote: people, votes cast, counted and not, towns and photos to choose from."""
    left_out = sum(snapshot["excluded"].values())
    return {
        "ballots": snapshot["ballots"],
        "cast": snapshot["counted"] + left_out,
        "counted": snapshot["counted"],
        "excluded": left_out,
        "entries": len(snapshot["entries"]),
        "towns": len(snapshot["towns"]),
    }


def _shown(row: Mapping[str, Any], public: Mapping[str, Entry]) -> dict[str, Any]:
    return {**row, "entry": public.get(row["code"])}


def _classes(campaign: Campaign, snapshot: Mapping[str, Any], public: Mapping[str, Entry]) -> list[dict[str, Any]]:
    """One table per size class, best first, each row with the length of its bar."""
    most = max((row["votes"] for row in snapshot["entries"]), default=0) or 1
    by_class = sorted(snapshot["entries"], key=lambda row: (row["size_class"], row["class_place"]))
    tables = []
    for index, rows in groupby(by_class, key=lambda row: row["size_class"]):
        lines = [{**_shown(row, public), "bar": round(BAR * row["votes"] / most)} for row in rows]
        tables.append(
            {
                "id": f"klasse-{index}",
                "index": index,
                "label": campaign.size_class_label(index),
                "towns": len({row["ags"] for row in lines}),
                "entries": len(lines),
                "rows": lines[:ROWS],
                "more": max(0, len(lines) - ROWS),
            }
        )
    return tables


def winners_map(campaign: Campaign, snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """The region with the towns whose photo won its size class."""
    marked: dict[str, MapMark] = {}
    for row in snapshot["entries"]:
        if row["class_place"] == 1 and row["votes"]:
            marked[row["ags"]] = MapMark(url=campaign.town_url(row["ags"], row["town"]), label=_("Platz 1"))
    return region_map(Municipality.objects.active().only(*_MAP_FIELDS), marked=marked)
