"""The directory of partners, and the declaration that makes an institution one."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from home.blocks import BodyBlocks
from home.models.base import SitePage


class PartnerIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.GroupIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/partner_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Partnerverzeichnis")
        verbose_name_plural = _("Partnerverzeichnisse")


class DeclarationPage(SitePage):
    """„Partner werden“: the way in and the words that are signed."""

    body = StreamField(BodyBlocks(), verbose_name=_("So geht es"), blank=True)
    declaration = RichTextField(
        _("Wortlaut der Erklärung"),
        features=["h3", "bold", "ol", "ul"],
        help_text=_("Genau dieser Text wird unterzeichnet. Nach einer Änderung bitte auch die Fassung ändern."),
    )
    version = models.CharField(_("Fassung"), max_length=40, help_text=_("Zum Beispiel „Fassung vom 8. Juni 2021“."))

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.GroupIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/declaration_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("version"), FieldPanel("declaration")], heading=_("Bündniserklärung")),
    ]
    search_fields: ClassVar[list[Any]] = [
        *SitePage.search_fields,
        index.SearchField("body"),
        index.SearchField("declaration"),
    ]

    class Meta:
        verbose_name = _("Bündniserklärung")
        verbose_name_plural = _("Bündniserklärungen")

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of the words that are signed."""
        return hashlib.sha256(self.declaration.encode()).hexdigest()
