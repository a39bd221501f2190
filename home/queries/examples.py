"""The list and the map of examples, with the same filters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from cms.places.domain import SIZE_BOUNDS
from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality
from cms.places.sizes import size_class_label
from home.enums import ActorKind, CostClass, VacancyKind
from home.models import ExampleIndexPage, ExamplePage
from home.queries.finding import LONGEST_VALUE, TICK, Asked, Finding, asked_in, found_in, page_number, page_of
from home.queries.kompass import examples_of, shelf_of
from home.queries.pages import pictures

NAMES = ("groesse", "leerstand", "massnahme", "kosten", "mitwirkung", "kreis")
PER_PAGE = 20
DOSSIER_MOST = 20
_MAP_FIELDS = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")


@dataclass(frozen=True)
class ExampleList:
    """What the page shows: the filters, and either one page of the list or the map."""

    found: Finding
    page: Page | None
    examples: list[ExamplePage]
    map: dict[str, Any] | None
    # ticked on other pages of the list or under other filters: name in the address and title
    elsewhere: list[tuple[str, str]]

    @property
    def list_query(self) -> str:
        """The filters, for the list."""
        return self.found.asked.query(view="")

    @property
    def map_query(self) -> str:
        """The filters, for the map."""
        return self.found.asked.query(view="karte")

    @property
    def filter_query(self) -> str:
        """The filters alone, for the dossier of what they find."""
        return urlencode(self.found.asked.asked_pairs)

    @property
    def dossier(self) -> int:
        """How many of these fit into one dossier."""
        return min(len(self.found.keys), DOSSIER_MOST)

    @property
    def is_whole(self) -> bool:
        """Whether one dossier holds all that was found."""
        return len(self.found.keys) <= DOSSIER_MOST


def example_list(index: ExampleIndexPage, query: QueryDict) -> ExampleList:
    """Read the address and find: five queries, however many examples there are; one more for what is ticked."""
    known = ticked(index, query)
    asked = replace(asked_in(query, NAMES), ticks=tuple(known))
    found, titles = finding(index, asked)
    if asked.view:
        return ExampleList(found, None, [], _map(index, found), list(known.items()))
    page = page_of(found.keys, page_number(query), PER_PAGE)
    examples = in_order(index, list(page.object_list), titles)
    here = {example.slug for example in examples}
    elsewhere = [(slug, title) for slug, title in known.items() if slug not in here]
    return ExampleList(found, page, examples, None, elsewhere)


def ticked(index: ExampleIndexPage, query: QueryDict) -> dict[str, str]:
    """The titles of the examples that an address names, in its order, by slug; at most as many as a dossier holds."""
    asked = [slug for slug in dict.fromkeys(query.getlist(TICK)) if 0 < len(slug) <= LONGEST_VALUE and "\0" not in slug]
    if not asked:
        return {}
    titles = dict(examples_of(index).filter(slug__in=asked[:DOSSIER_MOST]).values_list("slug", "title"))
    return {slug: titles[slug] for slug in asked if slug in titles}


def finding(index: ExampleIndexPage, asked: Asked) -> tuple[Finding, dict[int, list[str]]]:
    """Count the examples of a collection by everything that was asked; the second is the measures of each, by title."""
    shelf = shelf_of(index, asked.text)
    sizes = {str(number): size_class_label(number, SIZE_BOUNDS) for number in range(len(SIZE_BOUNDS) + 1)}
    districts = dict(sorted(shelf.districts.items(), key=lambda pair: pair[1]))
    shown = (
        ("groesse", _("Größe der Stadt"), _("Alle Größen"), sizes),
        ("leerstand", _("Art des Leerstands"), _("Jeder Leerstand"), dict(VacancyKind.choices)),
        ("massnahme", _("Maßnahme"), _("Alle Maßnahmen"), shelf.measures),
        ("kosten", _("Kosten"), _("Alle Kosten"), dict(CostClass.choices)),
        ("mitwirkung", _("Wer mitwirkt"), _("Alle Beteiligten"), dict(ActorKind.choices)),
        ("kreis", _("Landkreis"), _("Alle Kreise"), districts),
    )
    titles = {item.pk: [shelf.measures[one] for one in sorted(item.values["massnahme"])] for item in shelf.items}
    return found_in(shelf.items, shelf.matching, asked, shown), titles


def in_order(index: ExampleIndexPage, keys: list[int], titles: dict[int, list[str]]) -> list[ExamplePage]:
    """The examples with these keys, in this order, with town, titles of measures and picture."""
    rows = examples_of(index).in_bulk(keys)
    images = pictures(row.image_id for row in rows.values())
    for row in rows.values():
        row.image = images.get(row.image_id)
        row.measure_titles = titles[row.pk]
    return [rows[key] for key in keys if key in rows]


def chosen_examples(query: QueryDict) -> list[ExamplePage]:
    """The examples named in the address (`beispiel`), else those that its filters find; at most 20."""
    index = ExampleIndexPage.objects.live().public().first()
    if index is None:
        return []
    slugs = list(dict.fromkeys(query.getlist("beispiel")))[:DOSSIER_MOST]
    if slugs:
        known = dict(examples_of(index).filter(slug__in=slugs).values_list("slug", "pk"))
        keys = [known[slug] for slug in slugs if slug in known]
    else:
        keys = finding(index, asked_in(query, NAMES))[0].keys[:DOSSIER_MOST]
    rows = examples_of(index).defer(None).prefetch_related("measures", "actors").in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def _map(index: ExampleIndexPage, found: Finding) -> dict[str, Any]:
    """The towns of what was found; each mark leads to its town's part of the list."""
    rows = examples_of(index).filter(pk__in=found.keys).values_list("municipality_id", "slug", "municipality__name")
    numbers: Counter[str] = Counter()
    where: dict[str, str] = {}
    base = index.get_url() or "/"
    for ags, slug, name in rows:
        numbers[ags] += 1
        where[ags] = f"{base}{slug}/" if numbers[ags] == 1 else f"{base}?suche={name}"
    marks = {ags: MapMark(url=where[ags], count=number) for ags, number in numbers.items() if ags}
    return region_map(Municipality.objects.active().only(*_MAP_FIELDS), marked=marks)
