"""The alliance at a glance, for the start page: kept for a minute, forgotten when a page changes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.core import clock
from home.domain import DateRow
from home.models import EventIndexPage, PartnerIndexPage, ProjectPage
from home.navigation import Link, kept
from home.queries.events import next_dates
from home.queries.groups import shown_groups
from home.queries.languages import foreign, in_reach
from home.queries.partners import partners_by_kind

DATES = 24


@dataclass(frozen=True)
class GroupGlance:
    """One working group and the titles of its projects."""

    pk: int
    title: str
    text: str
    url: str
    foreign: str
    projects: tuple[str, ...]


@dataclass(frozen=True)
class ProjectGlance:
    """One project: where, and how far."""

    pk: int
    title: str
    place: str
    status: str
    url: str
    foreign: str
    group: UUID | None
    """Its working group, in whatever language."""


@dataclass(frozen=True)
class Glance:
    """Everything at once."""

    groups: tuple[GroupGlance, ...]
    projects: tuple[ProjectGlance, ...]
    partners: tuple[tuple[str, tuple[str, ...]], ...]
    dates: tuple[DateRow, ...]
    directory: Link | None
    calendar: Link | None


def glance(request: HttpRequest) -> Glance:
    """Return what is published, in German where it is not translated; no query when it is known, else seven."""
    return kept(request, "glance", lambda: _read(request))


def _read(request: HttpRequest) -> Glance:
    pages = in_reach(ProjectPage.objects.live().public()).select_related("locale").order_by("path")
    pages = pages.annotate(group_key=F("group__translation_key"))
    projects = list(pages.defer("body", "implementation").prefetch_related("places__municipality"))
    titles: dict[UUID | None, list[str]] = {}
    for project in projects:
        titles.setdefault(project.group_key, []).append(project.title)
    return Glance(
        groups=tuple(
            GroupGlance(
                pk=group.pk,
                title=group.title,
                text=group.teaser,
                url=group.get_url(request) or "/",
                foreign=foreign(group),
                projects=tuple(titles.get(group.translation_key, ())),
            )
            for group in shown_groups()
        ),
        projects=tuple(_project(project, request) for project in projects),
        partners=tuple((kind, tuple(names)) for kind, names in partners_by_kind()),
        dates=tuple(next_dates(DATES, now=clock.now())),
        directory=_first(PartnerIndexPage, request),
        calendar=_first(EventIndexPage, request),
    )


def _project(project: ProjectPage, request: HttpRequest) -> ProjectGlance:
    towns = ", ".join(place.municipality.name for place in project.places.all())
    return ProjectGlance(
        pk=project.pk,
        title=project.title,
        place=towns or project.area,
        status=project.status_note or str(project.get_status_display()),
        url=project.get_url(request) or "/",
        foreign=foreign(project),
        group=project.group_key,
    )


def _first(kind: type[PartnerIndexPage | EventIndexPage], request: HttpRequest) -> Link | None:
    page = kind.objects.live().public().filter(locale__language_code=get_language()).first()
    return Link(page.title, page.get_url(request) or "/") if page is not None else None
