"""What the pages of the members' area read: {% load members %}."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.core import clock
from home.models import InternalDocument, MinutesPage, Reader
from home.navigation import Link
from home.queries.members import minutes_files, start_of

register = template.Library()


@register.simple_tag(takes_context=True)
def members_ways(context: dict[str, Any]) -> list[Link]:
    """The area's own navigation; the reader's place is marked."""
    ways = [
        Link(_("Start"), "/intern/"),
        Link(_("Neuigkeiten"), reverse("home:members_news")),
        Link(_("Unterlagen"), reverse("home:members_documents")),
        Link(_("Mitglieder"), reverse("home:members_directory")),
        Link(_("Mein Profil"), reverse("home:members_profile")),
    ]
    return [replace(way, current=context["request"].path == way.url) for way in ways]


@register.simple_tag
def members_start(reader: Reader) -> dict[str, Any]:
    """Everything that the first page of the area shows."""
    return start_of(reader, clock.now())


@register.simple_tag
def minutes_documents(page: MinutesPage, reader: Reader) -> list[InternalDocument]:
    """The files of minutes that this reader may open."""
    return minutes_files(page, reader)
