"""What the pages of the funding guide ask for: {% load funding %}."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from home.models import FundingIndexPage, FundingPage, MeasurePage
from home.queries import funding as queries

register = template.Library()


@register.simple_tag(takes_context=True)
def funding_list(context: dict[str, Any], page: FundingIndexPage) -> queries.FundingList:
    """{% funding_list page as list %}: filters and what fits, as the address asks."""
    return queries.funding_list(page, context["request"].GET, timezone.localdate())


@register.simple_tag
def measures_with(page: FundingPage) -> list[MeasurePage]:
    """{% measures_with page as measures %}: what the programme pays for."""
    return queries.measures_with(page)
