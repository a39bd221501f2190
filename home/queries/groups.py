"""The working groups: all of them, and what one of them does."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import get_language

from home.models import GroupPage, SiteDocument


def shown_groups() -> QuerySet[GroupPage]:
    """All published groups of the active language in their own order."""
    found = GroupPage.objects.live().public().filter(locale__language_code=get_language())
    return found.defer("body").order_by("path")


def documents_of(group: GroupPage) -> list[SiteDocument]:
    """The public documents of a group in the editor's order; one query."""
    return [row.document for row in group.documents.select_related("document").order_by("sort_order")]
