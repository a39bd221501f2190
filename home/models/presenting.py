"""Index pages of campaigns and contests."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from home.models.base import SitePage


class CampaignIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.CampaignPage"]
    max_count_per_parent = 1
    template = "home/campaign_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Übersicht der Mitmach-Kampagnen")
        verbose_name_plural = _("Übersichten der Mitmach-Kampagnen")


class CompetitionIndexPage(SitePage):
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.CompetitionPage"]
    max_count_per_parent = 1
    template = "home/competition_index_page.html"
    content_panels: ClassVar[list[Any]] = SitePage.intro_panels

    class Meta:
        verbose_name = _("Übersicht der Wettbewerbe")
        verbose_name_plural = _("Übersichten der Wettbewerbe")
