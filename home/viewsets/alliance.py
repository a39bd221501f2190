"""Partners, people and topics in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import Partner, Person, Topic


class PartnerViewSet(SnippetViewSet):
    model = Partner
    icon = "group"
    menu_label = pgettext_lazy("plural", "Partner")
    copy_view_enabled = False
    list_display: ClassVar[list[Any]] = [
        "name",
        Column("get_kind_display", label=_("Art"), sort_key="kind"),
        Column("municipality", label=_("Ort")),
        BooleanColumn("is_public", label=_("öffentlich"), sort_key="is_public"),
        DateColumn("joined_on", label=_("Partner seit"), sort_key="joined_on"),
    ]
    list_filter: ClassVar[list[str]] = ["kind", "is_public"]
    list_export: ClassVar[list[str]] = ["name", "kind", "municipality", "link", "joined_on", "is_public"]
    export_filename = "partner"
    ordering: ClassVar[list[str]] = ["name"]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"
    menu_label = _("Personen")
    copy_view_enabled = False
    list_display: ClassVar[list[str]] = ["role", "name", "duties"]
    ordering: ClassVar[list[str]] = ["role"]


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = _("Themen")
    copy_view_enabled = False
    list_display: ClassVar[list[str]] = ["name", "slug"]
    ordering: ClassVar[list[str]] = ["name"]


class AllianceGroup(SnippetViewSetGroup):
    items = (PartnerViewSet, PersonViewSet, TopicViewSet)
    menu_label = _("Bündnis")
    menu_icon = "group"
    menu_order = 230


alliance_group = AllianceGroup()
