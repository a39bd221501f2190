"""What the pages of the alliance ask for: {% load alliance %}."""

from __future__ import annotations

from typing import Any

from django import template

from cms.core import clock
from home.models import (
    EventPage,
    GroupPage,
    Person,
    ProjectIndexPage,
    ProjectPage,
    SiteDocument,
    TeamPage,
)
from home.models import ProjectPicture as Picture
from home.navigation import Link, navigation
from home.queries import groups, library, partners, projects, team
from home.queries.events import events_of_group
from home.queries.glance import ProjectGlance, glance
from home.queries.listing import Listing

register = template.Library()


@register.simple_tag(takes_context=True)
def around_alliance(context: dict[str, Any]) -> list[Link]:
    """{% around_alliance as links %}: partners, office, documents, declaration; what stands below the alliance."""
    return list(navigation(context["request"]).alliance[1:])


@register.simple_tag(takes_context=True)
def projects_of(context: dict[str, Any], page: GroupPage) -> list[ProjectGlance]:
    """{% projects_of page as projects %}"""
    return [project for project in glance(context["request"]).projects if project.group == page.translation_key]


@register.simple_tag
def sessions_of(page: GroupPage) -> dict[str, list[EventPage]]:
    """{% sessions_of page as sessions %}: ahead and past."""
    return events_of_group(page, now=clock.now())


@register.simple_tag(takes_context=True)
def partners_way(context: dict[str, Any]) -> Link | None:
    """{% partners_way as way %}: where one becomes a partner."""
    return navigation(context["request"]).partners


@register.simple_tag
def documents_of(page: GroupPage) -> list[SiteDocument]:
    """{% documents_of page as documents %}"""
    return groups.documents_of(page)


@register.simple_tag(takes_context=True)
def project_list(context: dict[str, Any], page: ProjectIndexPage) -> Listing:
    """{% project_list page as list %}: filters and what fits, as the address asks."""
    return projects.project_list(page, context["request"].GET)


@register.simple_tag
def project_map(page: ProjectPage) -> dict[str, Any]:
    """{% project_map page as map %}: the region with the project's towns."""
    return projects.project_map(page)


@register.simple_tag
def pictures_of(page: ProjectPage) -> list[Picture]:
    """{% pictures_of page as pictures %}"""
    return projects.pictures_of(page)


@register.simple_tag(takes_context=True)
def partner_list(context: dict[str, Any]) -> Listing:
    """{% partner_list as list %}"""
    return partners.partner_list(context["request"].GET)


@register.simple_tag(takes_context=True)
def document_list(context: dict[str, Any]) -> Listing:
    """{% document_list as list %}"""
    return library.document_list(context["request"].GET)


@register.simple_tag
def people_of(page: TeamPage) -> list[Person]:
    """{% people_of page as people %}"""
    return team.people_of(page)


@register.filter
def of_pages(page: Any) -> Any:
    """The numbers of a pager, the far ones left out."""
    return page.paginator.get_elided_page_range(page.number)
