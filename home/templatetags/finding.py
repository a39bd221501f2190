"""What search engines and shares read in the head of a page: {% load finding %}."""

from __future__ import annotations

import json
from typing import Any, Final

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cms.core.languages import site_root
from home.models import HomePage, NewsPage, SitePage
from home.navigation import navigation

register = template.Library()
ESCAPES: Final = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.simple_tag
def drawn_share(page: SitePage) -> str:
    """The address of the drawn picture for shares, for pages without a picture of their own."""
    return f"{settings.BASE_URL}{reverse('home:share', args=[page.translation_key])}"


@register.simple_tag(takes_context=True)
def structured_data(context: dict[str, Any], page: SitePage) -> SafeString:
    """The page for search engines: who runs the site, where the page lies, what it reports."""
    parts = [_organisation(context)] if isinstance(page, HomePage) else [_breadcrumbs(page)]
    if isinstance(page, NewsPage):
        parts.append(_article(context, page))
    text = json.dumps({"@context": "https://schema.org", "@graph": parts}, ensure_ascii=False).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


def _organisation(context: dict[str, Any]) -> dict[str, Any]:
    house = navigation(context["request"]).house
    found: dict[str, Any] = {"@type": "Organization", "name": settings.SITE_NAME, "url": f"{settings.BASE_URL}/"}
    if house is not None and house.street:
        found["address"] = {
            "@type": "PostalAddress",
            "streetAddress": house.street,
            "postalCode": house.postal_code,
            "addressLocality": house.city,
            "addressCountry": "DE",
        }
    if house is not None and house.email:
        found["email"] = house.email
    return found


def _breadcrumbs(page: SitePage) -> dict[str, Any]:
    steps = [(_("Start"), site_root()), *((above.title, above.url) for above in page.trail()), (page.title, page.url)]
    items = [
        {"@type": "ListItem", "position": place, "name": str(name), "item": f"{settings.BASE_URL}{url}"}
        for place, (name, url) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _article(context: dict[str, Any], page: NewsPage) -> dict[str, Any]:
    changed = page.last_published_at
    return {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.description,
        "datePublished": page.date.isoformat(),
        "dateModified": (changed.date() if changed else page.date).isoformat(),
        "inLanguage": context.get("LANGUAGE_CODE", settings.LANGUAGE_CODE),
        "mainEntityOfPage": f"{settings.BASE_URL}{page.url}",
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME},
    }
