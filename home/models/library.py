"""The document library: every listed document by topic, year and type."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from home.models.base import SitePage


class DocumentLibraryPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.GroupIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/document_library_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Dokumentenbibliothek")
        verbose_name_plural = _("Dokumentenbibliotheken")
