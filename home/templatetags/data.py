"""What data pages ask for: {% load data %}."""

from __future__ import annotations

from typing import Any

from django import template

from home.models import DataIndexPage, DataPage
from home.queries import data as queries

register = template.Library()


@register.simple_tag(takes_context=True)
def data_view(context: dict[str, Any], page: DataPage) -> queries.DataView | None:
    """{% data_view page as view %}: map, bars and table of the edition that the address asks for."""
    return queries.data_view(page, context["request"].GET)


@register.simple_tag
def data_pages_of(page: DataIndexPage) -> list[queries.DataListing]:
    """{% data_pages_of page as rows %}"""
    return queries.data_pages_of(page)
