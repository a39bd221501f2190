"""What a campaign needs of the pages before it opens: one that presents it, and the legal ones."""

from __future__ import annotations

from django.urls import reverse
from wagtail.models import Page, Site

from campaigns.enums import Readiness
from campaigns.models import Campaign
from campaigns.queries.readiness import ReadyItem
from home.models import CampaignPage, SiteSettings
from home.navigation import LEGAL_PAGES


def pages_ready(campaign: Campaign) -> list[ReadyItem]:
    """Two lines of „Was fehlt noch vor der Eröffnung?“."""
    page = CampaignPage.objects.filter(campaign=campaign).order_by("-live", "pk").first()
    if page is None:
        to_page = reverse("wagtailadmin_explore_root")
    else:
        to_page = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return [
        ReadyItem(Readiness.PAGE, page is not None and page.live, to_page),
        ReadyItem(Readiness.LEGAL, _has_legal_pages(), reverse("wagtailsettings:edit", args=["home", "sitesettings"])),
    ]


def _has_legal_pages() -> bool:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return False
    settings = SiteSettings.for_site(site)
    usual = set(site.root_page.get_descendants().live().values_list("slug", flat=True))
    return all(_names_one(getattr(settings, name)) or slug in usual for name, (slug, _label) in LEGAL_PAGES.items())


def _names_one(page: Page | None) -> bool:
    return page is not None and page.live
