"""Forms on pages: {% load form_pages %}."""

from __future__ import annotations

from django import template

from cms.core import clock
from home.models import FormPage

register = template.Library()


@register.simple_tag
def form_state(page: FormPage) -> dict[str, bool]:
    """{% form_state page as state %}: {"is_open": whether answers are still taken}."""
    return {"is_open": page.is_open(clock.now())}
