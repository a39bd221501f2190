"""Viewpoints that can be shown: published, and their photo still public under the open licence."""

from __future__ import annotations

from django.db.models import QuerySet

from campaigns.models import Campaign
from campaigns.queries.viewpoints import Winner, open_entries, open_winners
from home.models import ViewpointIndexPage, ViewpointPage


def shown_viewpoints() -> QuerySet[ViewpointPage]:
    """All of them, newest first, each with its photo, town and campaign in the same query."""
    return (
        ViewpointPage.objects.live()
        .public()
        .filter(entry__in=open_entries())
        .select_related("entry__municipality", "entry__campaign")
        .defer("body", "arrival")
        .order_by("-first_published_at", "pk")
    )


def viewpoints_below(index: ViewpointIndexPage) -> list[ViewpointPage]:
    """Those of one index page."""
    return list(shown_viewpoints().child_of(index))


def viewpoints_of(campaign: Campaign) -> list[ViewpointPage]:
    """Those that a campaign's photos have become, in the language of the site's default pages."""
    return list(shown_viewpoints().filter(entry__campaign=campaign))


def winners_by_campaign() -> list[tuple[Campaign, list[tuple[Winner, ViewpointPage | None]]]]:
    """[(campaign with a published result, [(winner, its page or draft)])], the newest campaign first."""
    pages = {page.entry_id: page for page in ViewpointPage.objects.exclude(entry=None).defer("body", "arrival")}
    groups = []
    for campaign in Campaign.objects.exclude(results_published_at=None).order_by("-results_published_at"):
        winners = [(winner, pages.get(winner.entry.pk)) for winner in open_winners(campaign)]
        groups.append((campaign, winners))
    return groups
