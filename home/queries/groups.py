"""The working groups: all of them, and what one of them does."""

from __future__ import annotations

from django.db.models import QuerySet

from home.models import GroupPage, SiteDocument
from home.queries.languages import in_reach


def shown_groups() -> QuerySet[GroupPage]:
    """All published groups in their own order, in the active language where they are written in it."""
    found = in_reach(GroupPage.objects.live().public()).select_related("locale")
    return found.defer("body").order_by("path")


def documents_of(group: GroupPage) -> list[SiteDocument]:
    """The public documents of a group in the editor's order; one query."""
    return [row.document for row in group.documents.select_related("document").order_by("sort_order")]
