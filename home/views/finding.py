"""What search engines, feeds and telephones ask for: map of the site, rules for robots, icons, pictures for shares."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from home.exports.sharing import share_picture
from home.queries.sitemap import mapped_pages, public_page

PRIVATE = ("verwaltung/", "konto/", "jury/", "intern/", "suche/", "demo/")
COLOUR, PAPER = "#0e3d32", "#f7f4ec"
DAY = 86_400


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages with their translations, as the protocol of sitemaps.org wants them."""
    context = {"entries": mapped_pages(request)}
    return render(request, "home/sitemap.xml", context, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Which areas are nobody's business; a demo is not for search engines at all."""
    closed = (
        ["/"] if settings.DEMO else [f"/{p}{area}" for p in settings.LANGUAGE_PREFIXES.values() for area in PRIVATE]
    )
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), f"Sitemap: {settings.BASE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """How the site looks on a home screen."""
    icons = [
        {"src": static(f"img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)
    ]
    icons.append({**icons[-1], "purpose": "maskable"})
    content = {
        "name": settings.SITE_NAME,
        "short_name": "Stadtblick",
        "lang": settings.LANGUAGE_CODE,
        "start_url": "/",
        "display": "browser",
        "theme_color": COLOUR,
        "background_color": PAPER,
        "icons": icons,
    }
    return JsonResponse(content, content_type="application/manifest+json")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Old programs ask for this address without looking."""
    return redirect(static("img/icon-192.png"))


@require_safe
def share(request: HttpRequest, key: UUID) -> HttpResponse:
    """The picture of a public page for shares."""
    page = public_page(key, get_language())
    if page is None:
        raise Http404
    answer = HttpResponse(share_picture(page), content_type="image/jpeg")
    answer["Cache-Control"] = f"public, max-age={DAY}"
    return answer
