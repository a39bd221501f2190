"""Menu, crumbs and pictures in templates: {% load site_nav %}."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from campaigns.models import Entry
from home.models import SiteImage, SitePage
from home.navigation import Link, menu_at, navigation
from home.queries import with_renditions
from home.queries.languages import foreign

register = template.Library()

# name → (sizes as Wagtail writes them, what `sizes` says about the width on the page)
SHAPES: dict[str, tuple[tuple[str, ...], str]] = {
    "shot": (("width-640", "width-1280", "width-1920"), "(width >= 60rem) 58vw, 100vw"),
    "wide": (("fill-800x450", "fill-1600x900", "fill-2400x1350"), "100vw"),
    "figure": (("width-640", "width-1200"), "(width >= 60rem) 45rem, 100vw"),
    "tile": (("fill-480x360", "fill-960x720"), "(width >= 60rem) 33vw, 100vw"),
    "logo": (("max-160x160", "max-320x320"), "8rem"),
}
FALLBACK = {
    "shot": "width-1280",
    "wide": "fill-1600x900",
    "figure": "width-1200",
    "tile": "fill-960x720",
    "logo": "max-320x320",
}


@register.simple_tag(name="site_nav", takes_context=True)
def menu(context: dict[str, Any]) -> list[Link]:
    """{% site_nav as nav %}: the main menu, the reader's place marked."""
    request = context["request"]
    return menu_at(navigation(request), request.path)


@register.filter
def spoken_as(page: Page) -> SafeString:
    """<p{{ page|spoken_as }}>: says so where a page stands in for one in the reader's language."""
    return format_html(' lang="{}"', code) if (code := foreign(page)) else SafeString("")


@register.simple_tag
def crumbs(page: SitePage | None) -> list[Page]:
    """{% crumbs page as trail %}: the pages above, without the start page."""
    return page.trail() if page is not None and hasattr(page, "trail") else []


@register.simple_tag
def picture(
    image: SiteImage | None,
    shape: str = "shot",
    night: SiteImage | None = None,
    alt: str | None = None,
    eager: bool = False,
) -> SafeString:
    """A picture in WebP and JPEG at fitting sizes; nothing without one. `night` is its twin for dark screens."""
    if image is None:
        return SafeString("")
    specs, sizes = SHAPES[shape]
    _load_sizes(image)
    files = image.get_renditions(*(f"{spec}|format-webp|webpquality-78" for spec in specs), _jpeg(shape))
    *webp, jpeg = files.values()
    dark = _source(night, specs, sizes) if night is not None else SafeString("")
    srcset = ", ".join(f"{rendition.url} {rendition.width}w" for rendition in webp)
    return format_html(
        '<picture>{}<source type="image/webp" srcset="{}" sizes="{}">'
        '<img src="{}" alt="{}" width="{}" height="{}" {}></picture>',
        dark,
        srcset,
        sizes,
        jpeg.url,
        image.default_alt_text if alt is None else alt,
        jpeg.width,
        jpeg.height,
        SafeString('fetchpriority="high"' if eager else 'loading="lazy" decoding="async"'),
    )


def _load_sizes(image: SiteImage) -> None:
    """Ask for all sizes of a picture once, whoever shows it first."""
    if not hasattr(image, "prefetched_renditions") and "renditions" not in getattr(
        image, "_prefetched_objects_cache", {}
    ):
        with_renditions([image])


def _jpeg(shape: str) -> str:
    return f"{FALLBACK[shape]}|format-jpeg|jpegquality-82|bgcolor-fff"


def _source(image: SiteImage, specs: tuple[str, ...], sizes: str) -> SafeString:
    files = image.get_renditions(*(f"{spec}|format-webp|webpquality-78" for spec in specs))
    srcset = ", ".join(f"{rendition.url} {rendition.width}w" for rendition in files.values())
    return format_html(
        '<source media="(prefers-color-scheme: dark)" type="image/webp" srcset="{}" sizes="{}">', srcset, sizes
    )


@register.simple_tag(takes_context=True)
def share_image(context: dict[str, Any], page: SitePage | None) -> str:
    """The full address of the picture that a share shows, or nothing."""
    image = getattr(page, "image", None)
    if image is None:
        return ""
    _load_sizes(image)
    rendition = image.get_rendition("fill-1200x630|format-jpeg|jpegquality-80")
    return context["request"].build_absolute_uri(rendition.url)


@register.simple_tag
def entry_jpeg(entry: Entry) -> str:
    """The middle size of an entry's photo as JPEG, for browsers without WebP."""
    return entry.rendition_url(960, "jpg")
