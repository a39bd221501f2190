"""Filters that combine: what fits all of them, and how much every further choice would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """One thing of a list with its values by facet; a facet may have several values, or none."""

    pk: int
    values: Mapping[str, frozenset[str]]


def fits(item: Item, chosen: Mapping[str, str], *, but: str = "") -> bool:
    """Tell whether an item has every chosen value; the facet `but` is not asked."""
    return all(value in item.values.get(facet, ()) for facet, value in chosen.items() if value and facet != but)


def fitting(items: Collection[Item], chosen: Mapping[str, str]) -> list[int]:
    """Return the keys of the items that have every chosen value, in their order."""
    return [item.pk for item in items if fits(item, chosen)]


def counted(items: Collection[Item], facets: Collection[str], chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Return for each facet how many items each of its values would show, all other choices kept."""
    found: dict[str, Counter[str]] = {facet: Counter() for facet in facets}
    for item in items:
        missed = [facet for facet, value in chosen.items() if value and value not in item.values.get(facet, ())]
        if len(missed) > 1:
            continue
        for facet in missed if missed else facets:
            found[facet].update(item.values.get(facet, ()))
    return found
