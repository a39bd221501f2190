"""A list with filters as they stand in its address: read, counted, written, each with the way to be without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cms.places.domain import fold_name
from home.domain.facets import Item, counted, fitting

LONGEST_TEXT = 80
LONGEST_VALUE = 80
TEXT, VIEW, PAGE, TICK = "suche", "ansicht", "seite", "beispiel"
Labels = Mapping[str, str | Promise]


@dataclass(frozen=True)
class Option:
    """One choice of a facet and how many it would show."""

    value: str
    label: str | Promise
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One filter of a list."""

    name: str
    label: str | Promise
    everything: str | Promise
    options: list[Option]


@dataclass(frozen=True)
class Chip:
    """A filter in force, the address without it and how many that would leave."""

    label: str | Promise
    url: str
    left: int


@dataclass(frozen=True)
class Asked:
    """What stands in the address."""

    chosen: dict[str, str]
    text: str
    view: str
    # what was ticked on any page of the list; every link of the list carries it on
    ticks: tuple[str, ...] = ()

    def query(self, *, view: str | None = None, without: str = "") -> str:
        """The same as a query to be linked."""
        view = self.view if view is None else view
        pairs = [*self.asked_pairs, (VIEW, view), *((TICK, tick) for tick in self.ticks)]
        return urlencode([(name, value) for name, value in pairs if value and name != without])

    @property
    def asked_pairs(self) -> list[tuple[str, str]]:
        """The filters alone, by name and value."""
        return [(name, value) for name, value in (*self.chosen.items(), (TEXT, self.text)) if value]

    @property
    def bare_query(self) -> str:
        """The list without any filter; what was ticked stays."""
        return urlencode([(TICK, tick) for tick in self.ticks])


@dataclass(frozen=True)
class Finding:
    """A list as it is shown: what was asked, the filters, and the keys of what fits, in their order."""

    asked: Asked
    facets: list[Facet]
    chips: list[Chip]
    keys: list[int]
    total: int


def asked_in(query: QueryDict, names: Sequence[str]) -> Asked:
    """Read an address; what is too long or not a filter is left out."""
    chosen = {name: query.get(name, "").replace("\0", "").strip() for name in names}
    return Asked(
        chosen={name: value for name, value in chosen.items() if value and len(value) <= LONGEST_VALUE},
        text=query.get(TEXT, "").replace("\0", "").strip()[:LONGEST_TEXT],
        view="karte" if query.get(VIEW) == "karte" else "",
    )


def found_in(
    items: Sequence[Item], matching: Sequence[Item], asked: Asked, shown: Iterable[tuple[str, Any, Any, Labels]]
) -> Finding:
    """Count what fits. `items` are all, `matching` those with the text; `shown` lists (name, label, all, labels)."""
    described = list(shown)
    numbers = counted(matching, [name for name, *_rest in described], asked.chosen)
    facets = [
        Facet(name, label, everything, _options(labels, numbers[name], asked.chosen.get(name, "")))
        for name, label, everything, labels in described
    ]
    return Finding(asked, facets, _chips(items, matching, asked, facets), fitting(matching, asked.chosen), len(items))


def _options(labels: Labels, numbers: Mapping[str, int], chosen: str) -> list[Option]:
    known = [Option(value, label, numbers.get(value, 0), value == chosen) for value, label in labels.items()]
    return [option for option in known if option.count or option.is_chosen]


def _chips(items: Sequence[Item], matching: Sequence[Item], asked: Asked, facets: list[Facet]) -> list[Chip]:
    chips = []
    for facet in facets:
        if value := asked.chosen.get(facet.name):
            label = next((option.label for option in facet.options if option.is_chosen), value)
            left = fitting(matching, {name: one for name, one in asked.chosen.items() if name != facet.name})
            chips.append(Chip(label, f"?{asked.query(without=facet.name)}", len(left)))
    if asked.text:
        chips.append(
            Chip(
                _("„%(text)s“") % {"text": asked.text},
                f"?{asked.query(without=TEXT)}",
                len(fitting(items, asked.chosen)),
            )
        )
    return chips


def has_words(words: Sequence[str], said: Iterable[Any]) -> bool:
    """Tell whether every folded word stands somewhere in what is said."""
    if not words:
        return True
    hay = fold_name(" ".join(str(part) for part in said if part))
    return all(word in hay for word in words)


def page_number(query: QueryDict) -> int:
    """The page of a list that an address asks for."""
    text = query.get(PAGE, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def page_of(keys: Sequence[Any], number: int, size: int) -> Page:
    """The part of a list that a page shows; beyond the end the last one."""
    return Paginator(keys, size).get_page(number)
