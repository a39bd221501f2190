"""What pages show of viewpoints: {% load viewpoints %}."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from campaigns.models import Campaign, Entry
from cms.core.documents import qr_svg
from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality
from home.models import ViewpointIndexPage, ViewpointPage
from home.queries import viewpoints as queries

register = template.Library()
_SIDES = re.compile(r'width="(\d+)" height="(\d+)"')  # a drawing that grows with its frame needs a view box instead
_MAP_FIELDS = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")


@register.simple_tag
def viewpoints_below(page: ViewpointIndexPage) -> list[ViewpointPage]:
    """{% viewpoints_below page as spots %}: the published ones whose photo may be shown."""
    return queries.viewpoints_below(page)


@register.simple_tag
def viewpoints_of(campaign: Campaign) -> list[ViewpointPage]:
    """{% viewpoints_of campaign as spots %}: what became of its photos."""
    return queries.viewpoints_of(campaign)


@register.simple_tag
def viewpoint_map(spots: ViewpointPage | Iterable[ViewpointPage]) -> dict[str, Any]:
    """{% viewpoint_map spots as map %}: the region with the towns of these viewpoints (or of this one page)."""
    marks: dict[str, MapMark] = {}
    for spot in [spots] if isinstance(spots, ViewpointPage) else spots:
        entry = spot.entry
        if entry is not None and entry.municipality_id:
            marks.setdefault(entry.municipality_id, MapMark(url=spot.get_url() or "/"))
    return region_map(Municipality.objects.active().only(*_MAP_FIELDS), marked=marks)


@register.simple_tag
def town_url(entry: Entry) -> str:
    """{% town_url entry %}: the page of its town in the campaign."""
    town = entry.municipality
    return entry.campaign.town_url(town.pk, town.name) if town else entry.campaign.get_absolute_url()


@register.simple_tag
def qr_of(page: ViewpointPage) -> SafeString:
    """{% qr_of page %}: a drawn code that leads to the page, on its quiet white ground."""
    label = _("QR-Code, führt zu dieser Seite")
    drawing = mark_safe(_SIDES.sub(r'viewBox="0 0 \1 \2"', qr_svg(page.full_url or "").decode(), count=1))
    return format_html('<div class="qr-frame" role="img" aria-label="{}">{}</div>', label, drawing)
