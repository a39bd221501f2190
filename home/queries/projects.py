"""The projects: list and map with the same filters, and what one project shows."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Prefetch
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cms.places.domain import fold_name
from cms.places.drawing import MapMark
from home.domain.facets import Item
from home.enums import ProjectStatus
from home.models import ProjectIndexPage, ProjectPage, ProjectPicture, ProjectPlace
from home.queries.finding import asked_in, found_in, has_words, page_number, page_of
from home.queries.listing import Listing, counting_map, drawn, in_order
from home.queries.pages import with_renditions

NAMES = ("stand", "gruppe", "ort")
PER_PAGE = 24


def project_list(index: ProjectIndexPage, query: QueryDict) -> Listing:
    """Read the address and find; four queries, however many projects there are."""
    asked = asked_in(query, NAMES)
    rows, towns, groups = _read(index)
    items = [
        Item(
            pk,
            {
                "stand": frozenset({status}),
                "gruppe": frozenset({group} if group else ()),
                "ort": frozenset(towns[pk]),
            },
        )
        for pk, (status, group, *_said) in rows.items()
    ]
    words = fold_name(asked.text).split()
    matching = [item for item in items if has_words(words, (*rows[item.pk][2:], *towns[item.pk].values()))]
    names = {ags: name for many in towns.values() for ags, name in many.items()}
    shown = (
        ("stand", _("Stand"), _("Jeder Stand"), dict(ProjectStatus.choices)),
        ("gruppe", _("Arbeitsgruppe"), _("Alle Gruppen"), groups),
        ("ort", _("Ort"), _("Alle Orte"), dict(sorted(names.items(), key=lambda town: fold_name(town[1])))),
    )
    found = found_in(items, matching, asked, shown)
    if asked.view:
        return Listing(found, [], map=counting_map((ags for pk in found.keys for ags in towns[pk]), asked))
    page = page_of(found.keys, page_number(query), PER_PAGE)
    places = Prefetch("places", queryset=ProjectPlace.objects.select_related("municipality"))
    shown_now = ProjectPage.objects.defer("body", "implementation").prefetch_related(places)
    return Listing(found, in_order(page.object_list, shown_now.in_bulk(list(page.object_list))), page)


def _read(index: ProjectIndexPage) -> tuple[dict[int, tuple[str, ...]], dict[int, dict[str, str]], dict[str, str]]:
    """Return rows by key, the towns of each, the names of the groups; a project has a line for each of its towns."""
    found = ProjectPage.objects.live().public().child_of(index).order_by("path")
    town = ("places__municipality__ags", "places__municipality__name")
    rows: dict[int, tuple[str, ...]] = {}
    towns: dict[int, dict[str, str]] = defaultdict(dict)
    groups: dict[str, str] = {}
    for pk, ags, name, group_title, *row in found.values_list(
        "pk", *town, "group__title", "status", "group__slug", "title", "teaser"
    ):
        rows[pk] = tuple(row)
        if ags:
            towns[pk][ags] = name
        if row[1]:
            groups[row[1]] = group_title
    return rows, towns, groups


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
