"""Pictures of entries and numbers of votes as pages show them."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext as _

from campaigns.models import Entry

register = template.Library()

_WORDS = {
    2: lambda: _("zwei"),
    3: lambda: _("drei"),
    4: lambda: _("vier"),
    5: lambda: _("fünf"),
    6: lambda: _("sechs"),
    7: lambda: _("sieben"),
    8: lambda: _("acht"),
    9: lambda: _("neun"),
    10: lambda: _("zehn"),
    11: lambda: _("elf"),
    12: lambda: _("zwölf"),
}


@register.inclusion_tag("campaigns/partials/picture.html")
def entry_picture(
    entry: Entry, *, sizes: str, width: int = 480, alt: str = "", eager: bool = False, square: int = 0
) -> dict[str, Any]:
    """The public photo in the size the page needs; `square` gives the sides of a small cut-out."""
    own_width, own_height = entry.rendition_dimensions(width)
    return {
        "srcset": entry.srcset("webp"),
        "jpg": entry.rendition_url(width, "jpg"),
        "sizes": sizes,
        "width": square or own_width,
        "height": square or own_height,
        "alt": alt,
        "eager": eager,
    }


@register.filter
def in_words(number: int) -> str:
    """„drei“ for 3; from 13 on, and for 1, the figure."""
    return _WORDS[number]() if number in _WORDS else str(number)
