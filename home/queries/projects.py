"""The projects: list and map with the same filters, and what one project shows."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cms.places.domain import fold_name
from cms.places.drawing import MapMark
from cms.places.models import Municipality
from home.domain.facets import Item
from home.enums import ProjectStatus
from home.models import ProjectIndexPage, ProjectPage, ProjectPicture, ProjectPlace
from home.queries.finding import Asked, asked_in, found_in, has_words, page_number, page_of
from home.queries.groups import shown_groups
from home.queries.listing import Listing, counting_map, drawn, in_order
from home.queries.pages import with_renditions

NAMES = ("stand", "gruppe", "ort")
PER_PAGE = 24


def shown_projects() -> QuerySet[ProjectPage]:
    """All published projects in the order of the tree; without their long texts."""
    found = ProjectPage.objects.live().public().select_related("group")
    return found.defer("body", "implementation", "group__body").order_by("path")


def project_list(index: ProjectIndexPage, query: QueryDict) -> Listing:
    """Read the address and find; at most nine queries, however many projects there are."""
    asked = asked_in(query, NAMES)
    towns = _towns(index)
    rows = shown_projects().child_of(index).values_list("pk", "status", "group__slug", "title", "teaser")
    rows = list(rows)
    items = [_item(row, towns) for row in rows]
    words = fold_name(asked.text).split()
    matching = [item for item, row in zip(items, rows, strict=True) if has_words(words, row[3:])]
    found = found_in(items, matching, asked, _facets({ags for many in towns.values() for ags in many}))
    if asked.view:
        return Listing(found, [], map=_map(found.keys, asked))
    page = page_of(found.keys, page_number(query), PER_PAGE)
    shown = shown_projects().prefetch_related("places__municipality").in_bulk(list(page.object_list))
    return Listing(found, in_order(page.object_list, shown), page)


def _item(row: tuple[Any, ...], towns: dict[int, list[str]]) -> Item:
    pk, status, group, *_said = row
    values = {"stand": frozenset({status}), "gruppe": frozenset({group} if group else ())}
    return Item(pk, {**values, "ort": frozenset(towns[pk])})


def _towns(index: ProjectIndexPage) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    places = ProjectPlace.objects.filter(page__in=ProjectPage.objects.live().child_of(index))
    for page, ags in places.values_list("page_id", "municipality_id"):
        found[page].append(ags)
    return found


def _facets(towns: set[str]) -> tuple[tuple[str, Any, Any, dict[str, Any]], ...]:
    labels = {town.ags: town.label for town in Municipality.objects.filter(ags__in=towns).order_by("name_folded")}
    groups = dict(shown_groups().values_list("slug", "title"))
    return (
        ("stand", _("Stand"), _("Jeder Stand"), dict(ProjectStatus.choices)),
        ("gruppe", _("Arbeitsgruppe"), _("Alle Gruppen"), groups),
        ("ort", _("Ort"), _("Alle Orte"), labels),
    )


def _map(keys: list[int], asked: Asked) -> dict[str, Any]:
    places = ProjectPlace.objects.filter(page__in=keys).values_list("municipality_id", flat=True)
    return counting_map(places, asked)


def project_map(project: ProjectPage) -> dict[str, Any]:
    """The region with the towns of one project; a mark leads to what else happens there."""
    index = project.get_parent().get_url() or "/"
    places = project.places.all()
    marks = {
        place.municipality_id: MapMark(url=f"{index}?ort={place.municipality_id}", label=place.note) for place in places
    }
    return drawn(marks)


def pictures_of(project: ProjectPage) -> list[ProjectPicture]:
    """The gallery of a project with all sizes of its pictures; two queries."""
    found = list(project.pictures.select_related("image").order_by("sort_order"))
    with_renditions(picture.image for picture in found)
    return found
