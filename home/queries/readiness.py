"""What a campaign or a competition needs of the pages before it opens: one that presents it, and the legal ones."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from campaigns.enums import Readiness
from campaigns.models import Campaign
from campaigns.queries.readiness import ReadyItem
from cms.accounts.enums import Role
from competitions.models import Competition
from competitions.queries.readiness import ReadinessItem
from home.models import CampaignIndexPage, CampaignPage, CompetitionIndexPage, CompetitionPage, SiteSettings
from home.navigation import LEGAL_PAGES


def pages_ready(campaign: Campaign) -> list[ReadyItem]:
    """Two lines of „Was fehlt noch vor der Eröffnung?“."""
    page = CampaignPage.objects.filter(campaign=campaign).order_by("-live", "pk").first()
    is_live = page is not None and page.live
    return [
        ReadyItem(Readiness.PAGE, is_live, _to_page(page, CampaignPage, CampaignIndexPage), Role.EDITOR),
        ReadyItem(Readiness.LEGAL, _has_legal_pages(), reverse("wagtailsettings:edit", args=["home", "sitesettings"])),
    ]


def competition_page_ready(competition: Competition) -> list[ReadinessItem]:
    """One line of the same question about a competition."""
    page = CompetitionPage.objects.filter(competition=competition).order_by("-live", "pk").first()
    is_live = page is not None and page.live
    note = _("liegt als Entwurf bereit") if page is not None and not is_live else ""
    url = _to_page(page, CompetitionPage, CompetitionIndexPage)
    return [ReadinessItem(_("Seite des Wettbewerbs veröffentlicht"), is_live, note, url, role=Role.EDITOR)]


def _to_page(page: Page | None, kind: type[Page], index: type[Page]) -> str:
    """Where the page is edited, or made when there is none."""
    if page is not None:
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    parent = index.objects.filter(locale=Locale.get_default()).order_by("-live", "pk").first()
    if parent is None:
        return reverse("wagtailadmin_explore_root")
    return reverse("wagtailadmin_pages:add", args=["home", kind._meta.model_name, parent.pk])


def _has_legal_pages() -> bool:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return False
    settings = SiteSettings.for_site(site)
    usual = set(site.root_page.get_descendants().live().values_list("slug", flat=True))
    return all(_names_one(getattr(settings, name)) or slug in usual for name, (slug, _label) in LEGAL_PAGES.items())


def _names_one(page: Page | None) -> bool:
    return page is not None and page.live
