"""What the pages of the KOMPASS ask for: {% load kompass %}."""

from __future__ import annotations

from typing import Any

from django import template

from home.models import ExampleIndexPage, ExamplePage, KompassIndexPage, MeasurePage, ProblemPage
from home.queries import examples, kompass

register = template.Library()


@register.simple_tag
def way_of(page: KompassIndexPage) -> kompass.Way:
    """{% way_of page as way %}: the four steps and what each holds."""
    return kompass.way_of(page)


@register.simple_tag
def measures_for(page: ProblemPage) -> list[MeasurePage]:
    """{% measures_for page as measures %}"""
    return kompass.measures_for(page)


@register.simple_tag
def links_of(page: MeasurePage) -> kompass.MeasureLinks:
    """{% links_of page as links %}: problems, guides, examples, programmes."""
    return kompass.links_of(page)


@register.simple_tag
def similar_examples(page: ExamplePage) -> list[ExamplePage]:
    """{% similar_examples page as alike %}"""
    return kompass.similar_examples(page)


@register.simple_tag
def collection_beside(page: MeasurePage) -> ExampleIndexPage | None:
    """{% collection_beside page as collection %}"""
    return kompass.collection_beside(page)


@register.simple_tag(takes_context=True)
def example_list(context: dict[str, Any], page: ExampleIndexPage) -> examples.ExampleList:
    """{% example_list page as list %}: filters and what fits, as the address asks."""
    return examples.example_list(page, context["request"].GET)


@register.filter
def of_pages(page: Any) -> Any:
    """The numbers of a pager, the far ones left out."""
    return page.paginator.get_elided_page_range(page.number)
