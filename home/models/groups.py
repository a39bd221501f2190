"""The alliance and its working groups: task, lead, projects, sessions, documents."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from home.blocks import BodyBlocks
from home.models.base import SitePage


class GroupIndexPage(SitePage):
    body = StreamField(BodyBlocks(), verbose_name=_("Inhalt"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = [
        "home.GroupPage",
        "home.PartnerIndexPage",
        "home.DeclarationPage",
        "home.TeamPage",
        "home.DocumentLibraryPage",
        "home.StandardPage",
    ]
    template = "home/group_index_page.html"
    content_panels: ClassVar[list[Any]] = [*SitePage.intro_panels, FieldPanel("body")]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Bündnis mit Arbeitsgruppen")
        verbose_name_plural = _("Bündnis mit Arbeitsgruppen")


class GroupPage(SitePage):
    short_name = models.CharField(_("Kurzname"), max_length=24, blank=True, help_text=_("Zum Beispiel „WULIS“."))
    lead = models.ForeignKey(
        "home.Partner",
        verbose_name=_("Federführung"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="led_groups",
        help_text=_("Die Einrichtung, die die Gruppe leitet."),
    )
    rhythm = models.CharField(
        _("Wie oft sie sich trifft"), max_length=80, blank=True, help_text=_("Zum Beispiel „einmal im Monat“.")
    )
    contact = models.EmailField(_("Fragen an"), blank=True)
    body = StreamField(BodyBlocks(), verbose_name=_("Aufgabe"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.GroupIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/group_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        MultiFieldPanel(
            [FieldPanel("short_name"), FieldPanel("lead"), FieldPanel("rhythm"), FieldPanel("contact")],
            heading=_("Angaben"),
        ),
        FieldPanel("body"),
        InlinePanel("documents", heading=_("Unterlagen"), label=_("Unterlage")),
    ]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Arbeitsgruppe")
        verbose_name_plural = _("Arbeitsgruppen")


class GroupDocument(Orderable):
    """A public document that the group made; minutes belong to the members' area."""

    page = ParentalKey(GroupPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "home.SiteDocument", verbose_name=_("Dokument"), on_delete=models.CASCADE, related_name="+"
    )

    panels: ClassVar[list[Any]] = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("Unterlage")
        verbose_name_plural = _("Unterlagen")
