"""The standard page: teaser, picture, text. Legal pages are standard pages too."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks import BodyBlocks
from home.models.base import SitePage


class StandardPage(SitePage):
    body = StreamField(BodyBlocks(), verbose_name=_("Inhalt"), blank=True)

    reviewed_on = models.DateField(
        _("zuletzt geprüft am"),
        null=True,
        blank=True,
        help_text=_("Steht am Ende der Seite. Pflichtseiten melden sich nach einem Jahr in der Übersicht."),
    )

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.StandardPage", "home.GroupIndexPage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]
    template = "home/standard_page.html"
    content_panels: ClassVar[list[Any]] = [*SitePage.intro_panels, FieldPanel("body"), FieldPanel("reviewed_on")]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Standardseite")
        verbose_name_plural = _("Standardseiten")

    def below(self) -> models.QuerySet[Page]:
        """Return the published pages directly below this one."""
        return self.get_children().live().only("id", "title", "url_path", "depth", "path", "locale_id")
