"""The page that presents one competition; the competition itself knows stages, criteria, prizes and decisions."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import BodyBlocks, QuestionBlocks
from home.models.base import SitePage
from home.models.campaign import PresentingPage


class CompetitionPage(PresentingPage):
    competition = models.ForeignKey(
        "competitions.Competition",
        verbose_name=_("Wettbewerb"),
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Fristen und Entscheidungen kommen von dort. Die Seite bekommt dessen Adresse."),
    )
    eligible = models.CharField(_("Wer sich bewerben kann"), max_length=240)
    sum_text = models.CharField(_("Preise in einem Satz"), max_length=160, blank=True)
    body = StreamField(BodyBlocks(), verbose_name=_("Was gesucht wird"), blank=True)
    questions = StreamField(QuestionBlocks(), verbose_name=_("Häufige Fragen"), blank=True)

    presents: ClassVar[str] = "competition"
    parent_page_types: ClassVar[list[str]] = ["home.CompetitionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/competition_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.content_panels,
        FieldPanel("competition"),
        FieldPanel("teaser"),
        FieldPanel("image"),
        MultiFieldPanel(
            [FieldPanel("eligible"), FieldPanel("sum_text")],
            heading=_("Angaben"),
        ),
        FieldPanel("body"),
        FieldPanel("questions"),
    ]
    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("Suchmaschinen")),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("Navigation")),
    ]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Wettbewerbsseite")
        verbose_name_plural = _("Wettbewerbsseiten")
