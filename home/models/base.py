"""What every page of the site has: teaser, picture, and the words that search engines and shares show."""

from __future__ import annotations

from typing import Any, ClassVar

from csp.constants import SELF
from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import Page
from wagtail.search import index

TEASER_LENGTH = 300


class SitePage(Page):
    """Abstract base of all page types."""

    teaser = models.TextField(
        _("Teaser"),
        max_length=TEASER_LENGTH,
        help_text=_("Ein bis zwei Sätze. Stehen groß am Anfang, in Listen und bei Suchmaschinen."),
    )
    image = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    intro_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("teaser"), FieldPanel("image")]
    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Adresse und Suchmaschinen"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("Navigation")),
    ]
    settings_panels: ClassVar[list[Any]] = [PublishingPanel()]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("teaser")]

    class Meta:
        abstract = True

    @property
    def description(self) -> str:
        """Return the sentence for search engines and shares."""
        return self.search_description or self.teaser

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Full addresses begin with BASE_URL, as everywhere; the host in Wagtail's own settings decides nothing."""
        parts = super().get_url_parts(request)
        return None if parts is None else (parts[0], settings.BASE_URL, parts[2])

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Let the editor show the page in its own frame; for visitors no page may be framed."""
        response = super().serve_preview(request, mode_name)
        response._csp_replace = {"frame-ancestors": [SELF]}
        return response

    def trail(self) -> list[Page]:
        """Return the live pages between the start page and this one, for the crumbs; one query, once."""
        if "_trail" not in self.__dict__:
            above = self.get_ancestors().live().filter(depth__gt=2)
            self._trail = list(above.only("id", "title", "url_path", "depth", "locale_id"))
        return self._trail
