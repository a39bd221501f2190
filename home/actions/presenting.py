"""A copied campaign or competition gets the draft of a page after the pattern of last year's."""

from __future__ import annotations

from django.db.models import Model
from wagtail.models import Locale

from campaigns.models import Campaign
from competitions.models import Competition
from home.models.campaign import PresentingPage


def draft_page(source: Model, made: Model) -> PresentingPage | None:
    """Copy the page that presents `source`, unpublished; without one there is nothing to do."""
    if not isinstance(source, Campaign | Competition) or not isinstance(made, Campaign | Competition):
        return None
    page = source.pages.filter(locale=Locale.get_default()).order_by("-live", "pk").first()
    if page is None:
        return None
    words = {page.presents: made, "title": made.title, "slug": made.slug, "seo_title": ""}
    copied: PresentingPage = page.copy(update_attrs=words, copy_revisions=False, keep_live=False)
    return copied
