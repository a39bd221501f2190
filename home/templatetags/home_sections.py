"""What the sections of the start page and the presenting pages read: {% load home_sections %}."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.blocks import StructValue

from cms.core import clock
from home.domain import DateGroup, DateRow, Offer, arrange
from home.enums import DateKind, EventKind
from home.models import (
    CampaignPage,
    CompetitionPage,
    HomePage,
    NewsPage,
)
from home.navigation import House, Link, navigation
from home.queries import (
    CampaignFacts,
    CompetitionFacts,
    HomeContent,
    IndexGroup,
    campaign_facts,
    campaign_map,
    competition_facts,
    home_content,
    latest_news,
    open_offers,
)
from home.queries import (
    campaigns_by_time as read_campaigns_by_time,
)
from home.queries import (
    competitions_by_time as read_competitions_by_time,
)
from home.queries.glance import Glance, glance

register = template.Library()


@register.simple_tag
def gather(page: HomePage) -> HomeContent:
    """{% gather page as content %}: read everything for the start page at once, however often it is asked for."""
    if "_gathered" not in page.__dict__:
        page._gathered = home_content(page, clock.now())
    return page._gathered


@register.simple_tag(takes_context=True)
def offers_now(context: dict[str, Any]) -> list[Offer]:
    """The open offers, read already by `gather` or, in a block's preview, now."""
    content = context.get("content")
    return content.offers if isinstance(content, HomeContent) else open_offers(clock.now())


@register.simple_tag(takes_context=True)
def news_now(context: dict[str, Any], count: int) -> list[NewsPage]:
    """The newest news, read already by `gather` or now."""
    content = context.get("content")
    if isinstance(content, HomeContent) and content.news:
        return content.news[:count]
    return latest_news(count)


@register.simple_tag(takes_context=True)
def news_index(context: dict[str, Any]) -> Link | None:
    """Where all news are listed."""
    return navigation(context["request"]).news


@register.simple_tag(takes_context=True)
def date_groups(context: dict[str, Any], section: StructValue) -> list[DateGroup]:
    """The departure board of a dates section."""
    now = clock.now()
    rows = [_row(item) for item in section["items"]]
    rows += glance(context["request"]).dates[: section.get("count") or 0]
    if section["with_deadlines"]:
        rows += [_deadline(offer) for offer in offers_now(context)]
    kinds = [(kind.value, str(kind.label)) for kind in EventKind] if section["by_kind"] else ()
    return arrange(rows, now=now, kinds=kinds, day_start=_day_start(now))


def _day_start(now: datetime) -> datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def _row(item: StructValue) -> DateRow:
    return DateRow(
        start=item["start"],
        title=item["title"],
        kind=item["kind"],
        place=item["place"],
        note=item.get("note") or "",
        url=item.href,
        is_provisional=bool(item.get("is_provisional")),
    )


def _deadline(offer: Offer) -> DateRow:
    return DateRow(
        start=offer.until,
        title=f"{offer.milestone}: {offer.title}",
        kind=DateKind.OTHER.value,
        place=_("online"),
        note=_("Frist") if offer.is_open else "",
        url=offer.url,
    )


@register.simple_tag(takes_context=True)
def at_a_glance(context: dict[str, Any]) -> Glance:
    """{% at_a_glance as alliance %}: groups, projects, partners by kind, where directory and calendar are."""
    return glance(context["request"])


@register.simple_tag(takes_context=True)
def members_way(context: dict[str, Any]) -> str:
    """{% members_way as way %}: into the members' area, or to the log-in while there is none."""
    return navigation(context["request"]).members or reverse("account_login")


@register.filter
def chosen_of(everything: tuple[Any, ...], pages: Any) -> list[Any]:
    """{{ alliance.groups|chosen_of:value.items }}: what an editor chose, in that order; all without a choice."""
    known = {one.pk: one for one in everything}
    wanted = [page.pk for page in pages if page is not None]
    return [known[pk] for pk in wanted if pk in known] if wanted else list(everything)


@register.simple_tag(takes_context=True)
def office(context: dict[str, Any]) -> House:
    """Address and contact of the office."""
    return navigation(context["request"]).house or House()


@register.simple_tag
def campaign(page: CampaignPage) -> CampaignFacts:
    """{% campaign page as facts %}"""
    return campaign_facts(page, clock.now())


@register.simple_tag
def competition(page: CompetitionPage) -> CompetitionFacts:
    """{% competition page as facts %}"""
    return competition_facts(page, clock.now())


@register.simple_tag
def campaigns_by_time() -> list[IndexGroup]:
    """{% campaigns_by_time as groups %}"""
    return read_campaigns_by_time(clock.now())


@register.simple_tag
def competitions_by_time() -> list[IndexGroup]:
    """{% competitions_by_time as groups %}"""
    return read_competitions_by_time(clock.now())


@register.simple_tag
def region(facts: CampaignFacts) -> dict[str, Any]:
    """{% region facts as map %}"""
    return campaign_map(facts)
