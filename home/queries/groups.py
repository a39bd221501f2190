"""The working groups: all of them, and what one of them does."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language
from wagtail.models import Page

from home.models import GroupIndexPage, GroupPage, ProjectPage, SiteDocument


def shown_groups() -> QuerySet[GroupPage]:
    """All published groups of the active language in their own order, each with its lead and number of projects."""
    running = Count("projects", filter=Q(projects__live=True))
    found = GroupPage.objects.live().public().filter(locale__language_code=get_language())
    return found.select_related("lead").annotate(project_count=running).defer("body").order_by("path")


def groups_below(index: GroupIndexPage) -> list[GroupPage]:
    """The groups of one alliance page, each with the titles of its projects; two queries."""
    groups = list(shown_groups().child_of(index))
    titles: dict[int, list[str]] = {group.pk: [] for group in groups}
    projects = ProjectPage.objects.live().filter(group__in=titles).order_by("path")
    for group, title in projects.values_list("group_id", "title"):
        titles[group].append(title)
    for group in groups:
        group.project_titles = titles[group.pk]
    return groups


def others_below(index: GroupIndexPage) -> list[Page]:
    """What else stands below the alliance page: partners, office, documents, declaration."""
    children = index.get_children().live().public().not_type(GroupPage)
    return list(children.only("id", "title", "url_path", "depth", "path", "locale_id"))


def documents_of(group: GroupPage) -> list[SiteDocument]:
    """The public documents of a group in the editor's order; one query."""
    return [row.document for row in group.documents.select_related("document").order_by("sort_order")]


def projects_of(group: GroupPage) -> list[ProjectPage]:
    """The published projects of a group with their towns; two queries."""
    found = ProjectPage.objects.live().public().filter(group=group)
    return list(found.defer("body", "implementation").prefetch_related("places__municipality").order_by("path"))
