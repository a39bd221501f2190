"""Projects of the alliance: what, how far, for whom, where, and pictures of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index

from home.blocks import BodyBlocks
from home.blocks.body import TEXT_FEATURES
from home.enums import ProjectStatus
from home.models.base import SitePage
from home.models.groups import GroupPage


class ProjectIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.ProjectPage"]
    template = "home/project_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Übersicht der Projekte")
        verbose_name_plural = _("Übersichten der Projekte")


class ProjectPage(SitePage):
    status = models.CharField(
        _("Stand"), max_length=12, choices=ProjectStatus.choices, default=ProjectStatus.RUNNING, db_index=True
    )
    status_note = models.CharField(
        _("Stand in Worten"),
        max_length=90,
        blank=True,
        help_text=_("Zum Beispiel „zweite Runde, drei Städte“."),
    )
    group = models.ForeignKey(
        GroupPage,
        verbose_name=_("Arbeitsgruppe"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="projects",
    )
    target_groups = models.CharField(
        _("Für wen"),
        max_length=240,
        blank=True,
        help_text=_("Zum Beispiel „Städte bis 30.000 Menschen, Gäste“."),
    )
    carriers = models.CharField(
        _("Träger und Förderung"), max_length=240, blank=True, help_text=_("Wer es trägt, wer es bezahlt.")
    )
    area = models.CharField(
        _("Wo, in Worten"), max_length=90, blank=True, help_text=_("Nur ohne einzelne Orte, zum Beispiel „landesweit“.")
    )
    body = StreamField(BodyBlocks(), verbose_name=_("Worum es geht"), blank=True)
    implementation = RichTextField(_("Umsetzung"), features=TEXT_FEATURES, blank=True)
    offer_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Hier geht es weiter"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Die Kampagne, der Wettbewerb oder eine andere Seite, zu der das Projekt führt."),
    )

    parent_page_types: ClassVar[list[str]] = ["home.ProjectIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/project_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("status_note"),
                FieldPanel("group"),
                FieldPanel("target_groups"),
                FieldPanel("carriers"),
            ],
            heading=_("Angaben"),
        ),
        FieldPanel("body"),
        FieldPanel("implementation"),
        InlinePanel("places", heading=_("Orte"), label=_("Ort")),
        FieldPanel("area"),
        InlinePanel("pictures", heading=_("Bilder"), label=_("Bild")),
        PageChooserPanel("offer_page"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("body"),
        index.SearchField("implementation"),
        index.SearchField("target_groups"),
    ]

    class Meta:
        verbose_name = _("Projekt")
        verbose_name_plural = _("Projekte")


class ProjectPlace(Orderable):
    """A town where the project happens; stands on the map."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="places")
    municipality = models.ForeignKey(
        "places.Municipality", verbose_name=_("Kommune"), on_delete=models.PROTECT, related_name="+"
    )
    note = models.CharField(
        _("Was dort geschieht"), max_length=120, blank=True, help_text=_("Zum Beispiel „übergeben am 21. August 2023“.")
    )

    panels: ClassVar[list[Any]] = [FieldPanel("municipality"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("Ort")
        verbose_name_plural = _("Orte")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "municipality"],
                name="home_project_place_once",
                violation_error_message=_("Diese Kommune steht schon in der Liste."),
            )
        ]


class ProjectPicture(Orderable):
    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey("home.SiteImage", verbose_name=_("Bild"), on_delete=models.CASCADE, related_name="+")
    caption = models.CharField(_("Bildunterschrift"), max_length=200, blank=True)

    panels: ClassVar[list[Any]] = [FieldPanel("image"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("Bild")
        verbose_name_plural = _("Bilder")
