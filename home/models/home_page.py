"""The start page: one sentence, the finger-post, and the sections that an editor arranges."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import HomeSections
from home.models.base import SitePage


class HomePage(SitePage):
    headline = models.CharField(
        _("Leitsatz, erste Zeile"),
        max_length=24,
        help_text=_("Sehr groß gesetzt, darum höchstens 24 Zeichen je Zeile."),
    )
    headline_second = models.CharField(_("Leitsatz, zweite Zeile"), max_length=24, blank=True)
    image_night = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("Bild für die dunkle Ansicht"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Dasselbe Motiv bei Nacht. Ohne dieses Bild steht auch nachts das erste."),
    )
    more_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Seite „Wer wir sind“"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sections = StreamField(HomeSections(), verbose_name=_("Abschnitte"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    max_count_per_parent = 1
    template = "home/home_page.html"
    content_panels: ClassVar[list[Any]] = [
        FieldPanel("title"),
        MultiFieldPanel(
            [
                FieldPanel("headline"),
                FieldPanel("headline_second"),
                FieldPanel("teaser"),
                FieldPanel("more_page"),
                FieldPanel("image"),
                FieldPanel("image_night"),
            ],
            heading=_("Auftakt"),
        ),
        FieldPanel("sections"),
    ]

    class Meta:
        verbose_name = _("Startseite")
        verbose_name_plural = _("Startseiten")

    def trail(self) -> list[Page]:
        return []
