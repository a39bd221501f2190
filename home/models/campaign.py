"""The page that presents one campaign; the campaign itself knows dates, rules and votes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import BodyBlocks, PrizeBlocks
from home.models.base import SitePage


class PresentingPage(SitePage):
    """Abstract base of pages that stand at the address of what they present."""

    presents: ClassVar[str]

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Take over the address: everything below this page is served at /…/<slug>/."""
        if getattr(self, f"{self.presents}_id"):
            self.slug = getattr(self, self.presents).slug
        super().full_clean(*args, **kwargs)


class CampaignPage(PresentingPage):
    campaign = models.ForeignKey(
        "campaigns.Campaign",
        verbose_name=_("Kampagne"),
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Termine und Regeln kommen von dort. Die Seite bekommt deren Adresse."),
    )
    body = StreamField(BodyBlocks(), verbose_name=_("Worum es geht"), blank=True)
    prizes = StreamField(PrizeBlocks(), verbose_name=_("Das gibt es zu gewinnen"), blank=True)
    carrier = models.CharField(_("Träger"), max_length=200, blank=True)
    contact = models.EmailField(_("Fragen an"), blank=True)
    terms_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Teilnahmebedingungen"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    presents: ClassVar[str] = "campaign"
    parent_page_types: ClassVar[list[str]] = ["home.CampaignIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/campaign_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.content_panels,
        FieldPanel("campaign"),
        FieldPanel("teaser"),
        FieldPanel("image"),
        FieldPanel("body"),
        FieldPanel("prizes"),
        MultiFieldPanel(
            [FieldPanel("carrier"), FieldPanel("contact"), PageChooserPanel("terms_page")], heading=_("Angaben")
        ),
    ]
    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("Suchmaschinen")),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("Navigation")),
    ]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Kampagnenseite")
        verbose_name_plural = _("Kampagnenseiten")
