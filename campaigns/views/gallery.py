"""What everybody may see: the gallery, the map, one entry. No view here knows how many votes anything has."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_cookie

from campaigns import actions
from campaigns.enums import ReportReason
from campaigns.forms import ReportForm
from campaigns.models import Campaign, Entry
from campaigns.queries import (
    PAGE_SIZE,
    Facets,
    Filters,
    GalleryPage,
    TownFacet,
    facets_of,
    gallery_page,
    neighbours,
    public_entry,
    visible_entries,
)
from campaigns.views import remembering
from campaigns.views.ballot_paper import paper_of
from campaigns.views.visiting import accepted, address, of_campaign, outlook, posted, shown
from cms.core.caching import public_page
from cms.core.ratelimit import spend
from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality

_LONGEST = 80


def filters_from(query: QueryDict) -> Filters:
    """Filters as they stand in an address; whatever makes no sense is left out."""
    size = query.get("groesse", "")
    return Filters(
        town=_digits(query.get("ort", ""), 8),
        district=_digits(query.get("kreis", ""), 5),
        size_class=int(size) if size.isascii() and size.isdigit() and len(size) < 3 else None,
        text=query.get("suche", "").replace("\0", "").strip()[:_LONGEST],
    )


def _digits(text: str, length: int) -> str:
    return text if text.isascii() and text.isdigit() and len(text) == length else ""


def query_of(filters: Filters) -> str:
    """The filters as they stand in an address, to be linked."""
    size = "" if filters.size_class is None else str(filters.size_class)
    values = {"ort": filters.town, "kreis": filters.district, "groesse": size, "suche": filters.text}
    return urlencode({name: value for name, value in values.items() if value})


def _page_number(query: QueryDict) -> int:
    text = query.get("seite", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


@require_safe
@of_campaign
@vary_on_cookie
@cache_control(private=True, no_cache=True)
def gallery(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """All public photos in the visitor's own order, with the ballot paper beside them while voting runs."""
    filters, seed = filters_from(request.GET), remembering.seed_of(request)
    found = gallery_page(campaign=campaign, filters=filters, seed=seed, page=_page_number(request.GET))
    now = timezone.now()
    pages = Paginator(range(found.total), PAGE_SIZE)
    context = {
        "campaign": campaign,
        "found": found,
        "facets": found.facets,
        "filters": filters,
        "query": query_of(filters),
        "page": pages.page(found.number),
        "numbers": pages.get_elided_page_range(found.number),
        "paper": paper_of(request, campaign, now),
        "outlook": outlook(campaign, now),
        "heading": _heading(found),
    }
    response = render(request, "campaigns/gallery.html", context)
    remembering.keep_seed(response, seed)
    return response


def _heading(found: GalleryPage) -> str:
    return ngettext("Ein Blick", "%(n)d Blicke", found.total) % {"n": found.total}


@require_safe
@public_page
@of_campaign
def region(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """The same photos by place: the region drawn from its towns, with a list beside it."""
    filters, facets = filters_from(request.GET), facets_of(campaign)
    towns = _towns(campaign, filters, facets)
    fields = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")
    marks = {facet.municipality.pk: _mark(campaign, filters, facet) for facet in towns}
    context = {
        "campaign": campaign,
        "facets": facets,
        "filters": filters,
        "query": query_of(filters),
        "map": region_map(Municipality.objects.active().only(*fields), marked=marks),
        "towns": towns,
        "outlook": outlook(campaign, timezone.now()),
    }
    return render(request, "campaigns/region.html", context)


def _towns(campaign: Campaign, filters: Filters, facets: Facets) -> list[TownFacet]:
    """The towns that match, each with the number of its photos."""
    if filters.text:
        counts = visible_entries(campaign, filters).order_by().values_list("municipality_id").annotate(Count("pk"))
        found = dict(counts)
        towns = [facet for facet in facets.towns if facet.municipality.pk in found]
        return [TownFacet(facet.municipality, facet.size_class, found[facet.municipality.pk]) for facet in towns]
    return [
        facet
        for facet in facets.towns
        if filters.town in {"", facet.municipality.pk}
        and filters.district in {"", facet.municipality.district_ags}
        and filters.size_class in {None, facet.size_class}
    ]


def _mark(campaign: Campaign, filters: Filters, facet: TownFacet) -> MapMark:
    query = query_of(Filters(town=facet.municipality.pk, text=filters.text))
    return MapMark(url=f"{address('gallery', campaign)}?{query}", count=facet.entries)


@require_safe
@of_campaign
@vary_on_cookie
@cache_control(private=True, no_cache=True)
def entry(request: HttpRequest, campaign: Campaign, code: str) -> HttpResponse:
    """One photo with its story, and the ways to the next ones in the visitor's own order."""
    found = public_entry(campaign, code)
    if found.code != code:
        return redirect(found.get_absolute_url())
    seed, now = remembering.seed_of(request), timezone.now()
    before, after = neighbours(found, seed)
    context = {
        "campaign": campaign,
        "entry": found,
        "before": before,
        "after": after,
        "paper": paper_of(request, campaign, now),
        "outlook": outlook(campaign, now),
        **_licence(found),
    }
    response = render(request, "campaigns/entry.html", context)
    remembering.keep_seed(response, seed)
    return response


def _licence(found: Entry) -> dict[str, Any]:
    return {"is_open_licence": found.consents.filter(revoked_at=None, text__kind="open_licence").exists()}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@of_campaign
def report(request: HttpRequest, campaign: Campaign, code: str) -> HttpResponse:
    """„Beitrag melden“: goes to the moderators, hides nothing by itself."""
    found = public_entry(campaign, code)
    form = ReportForm(posted(request))
    if form.is_valid() and accepted(form, lambda: _report(request, found, form)):
        return redirect("campaigns:reported", campaign.slug, found.code)
    return shown(request, "campaigns/report.html", {"campaign": campaign, "entry": found, "form": form})


def _report(request: HttpRequest, found: Entry, form: ReportForm) -> None:
    spend("report", request=request)
    words = {**form.cleaned_data, "reason": ReportReason(form.cleaned_data["reason"])}
    actions.report_entry(entry=found, now=timezone.now(), **words)


@require_safe
@of_campaign
def reported(request: HttpRequest, campaign: Campaign, code: str) -> HttpResponse:
    """Thanks; reloading sends nothing."""
    return render(request, "campaigns/reported.html", {"campaign": campaign, "entry": public_entry(campaign, code)})
