"""What members read: their groups, minutes and files, internal news, and who else is there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet

from home.models import GroupPage, InternalDocument, Membership, MembersIndexPage, MembersPage, MinutesPage, Reader
from home.queries.events import next_events

ON_START = 5


def area() -> MembersIndexPage | None:
    """Return the page that the area hangs on, once it is published."""
    return MembersIndexPage.objects.live().order_by("depth", "pk").first()


def groups_of(reader: Reader) -> QuerySet[GroupPage]:
    """Return the groups whose minutes this reader may see."""
    groups = GroupPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).defer("body")
    return groups if reader.is_keeper else groups.filter(pk__in=reader.group_ids)


def minutes_of(reader: Reader) -> QuerySet[MinutesPage]:
    """Return the minutes this reader may see, the latest session first."""
    found = MinutesPage.objects.live().select_related("group").defer("body", "group__body")
    if not reader.is_keeper:
        found = found.filter(group_id__in=reader.group_ids)
    return found.order_by("-date", "-pk")


def documents_of(reader: Reader) -> QuerySet[InternalDocument]:
    """Return the files this reader may open, the newest first."""
    found = InternalDocument.objects.select_related("group").defer("group__body")
    if not reader.is_keeper:
        found = found.filter(Q(group=None) | Q(group_id__in=reader.group_ids))
    return found.order_by("-added_at", "-pk")


def internal_news() -> QuerySet[MembersPage]:
    """Return news for all members, the newest first."""
    return MembersPage.objects.live().filter(is_news=True).defer("body").order_by("-date", "-pk")


def internal_pages() -> QuerySet[MembersPage]:
    """Return the pages that stay: rules of the house and the like."""
    return MembersPage.objects.live().filter(is_news=False).defer("body").order_by("path")


def start_of(reader: Reader, now: datetime) -> dict[str, Any]:
    """Return what the first page of the area shows."""
    return {
        "news": list(internal_news()[:ON_START]),
        "pages": list(internal_pages()),
        "groups": list(
            groups_of(reader)
            .annotate(sessions=Count("minutes", filter=Q(minutes__live=True)), latest=Max("minutes__date"))
            .order_by("path")
        ),
        "minutes": list(minutes_of(reader)[:ON_START]),
        "documents": list(documents_of(reader)[:ON_START]),
        "dates": next_events(ON_START, now=now, language=settings.LANGUAGE_CODE),
    }


def listed_members(text: str = "") -> QuerySet[Membership]:
    """Return the members who agreed to stand in the directory, by name."""
    found = (
        Membership.objects.filter(is_listed=True, user__is_active=True)
        .select_related("user", "partner")
        .prefetch_related("groups")
        .order_by("user__name", "pk")
    )
    for word in text.split()[:5]:
        found = found.filter(
            Q(user__name__icontains=word)
            | Q(partner__name__icontains=word)
            | Q(task__icontains=word)
            | Q(about__icontains=word)
        )
    return found


def minutes_files(page: MinutesPage, reader: Reader) -> list[InternalDocument]:
    """Return the files of minutes that this reader may open, in the order in which they were put there."""
    attached = [part.document_id for part in page.documents.all()]
    found = documents_of(reader).in_bulk(attached)
    return [found[key] for key in attached if key in found]
