"""The photos by place: the region drawn from its towns, the towns from A to Z, one town with its photos and poster."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from campaigns.exports import PAPERS, town_poster
from campaigns.forms.finding import FindTownForm
from campaigns.models import Campaign
from campaigns.permissions import may_see_counts
from campaigns.queries import (
    PAGE_SIZE,
    Facets,
    Filters,
    TownFacet,
    facets_of,
    gallery_page,
    published_result,
    visible_entries,
)
from campaigns.queries.towns import Standing, eligible_towns, photos_by_town, standing_of, town_of
from campaigns.views import remembering
from campaigns.views.ballot_paper import paper_of
from campaigns.views.calling import call_of
from campaigns.views.filtering import chips_of, filters_from, query_of, said
from campaigns.views.sharing import share_of_town
from campaigns.views.visiting import address, of_campaign, outlook
from cms.core import clock
from cms.core.caching import public_page
from cms.core.ratelimit import spend
from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality


@require_safe
@public_page
@of_campaign
@vary_on_cookie
def region(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """The same photos by place: the region drawn from its towns, with a list beside it."""
    filters, facets, now = filters_from(request.GET), facets_of(campaign), clock.now()
    towns = _towns(campaign, filters, facets)
    fields = ("ags", "name", "name_folded", "has_namesake", "district", "population", "latitude", "longitude")
    marks = {facet.municipality.pk: _mark(campaign, filters, facet) for facet in towns}
    context = {
        "campaign": campaign,
        "facets": facets,
        "filters": filters,
        "query": query_of(filters),
        "said": said(sum(town.entries for town in towns), facets.total),
        "chips": chips_of(campaign, filters, facets, counted=not towns),
        "paper": paper_of(request, campaign, now),
        "map": region_map(Municipality.objects.active().only(*fields), marked=marks),
        "towns": towns,
        "outlook": outlook(campaign, now),
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
    """To the town's page; while words are searched for, to the photos of the town that hold them."""
    town = facet.municipality
    if not filters.text:
        return MapMark(url=campaign.town_url(town.pk, town.name), count=facet.entries)
    query = query_of(Filters(town=town.pk, text=filters.text))
    return MapMark(url=f"{address('gallery', campaign)}?{query}", count=facet.entries)


@require_safe
@public_page
@of_campaign
def towns(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """Every town that may take part, by district, with a field that finds one."""
    eligible = eligible_towns(campaign)
    form = FindTownForm(request.GET or None, among=eligible)
    if form.is_valid():
        town = form.cleaned_data["name"]
        return redirect(campaign.town_url(town.pk, town.name))
    context = {
        "campaign": campaign,
        "form": form,
        "districts": _by_district(campaign, list(eligible.only("ags", "name", "district", "district_ags"))),
        "outlook": outlook(campaign, clock.now()),
    }
    return render(request, "campaigns/towns.html", context)


def _by_district(campaign: Campaign, found: list[Municipality]) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """[(district, [(town, address, photos)])], both by name."""
    photos = photos_by_town(campaign)
    districts: dict[str, list[tuple[str, str, int]]] = {}
    for town in found:
        row = (town.name, campaign.town_url(town.pk, town.name), photos.get(town.pk, 0))
        districts.setdefault(town.district, []).append(row)
    return sorted(districts.items())


@require_safe
@of_campaign
@vary_on_cookie
@cache_control(private=True, no_cache=True)
def town(request: HttpRequest, campaign: Campaign, town: str) -> HttpResponse:
    """One town in this campaign: what can be done now, its photos, its result, its poster."""
    place, now, seed = town_of(campaign, town), clock.now(), remembering.seed_of(request)
    url = campaign.town_url(place.pk, place.name)
    if request.path != url and not request.path.endswith(url):
        return redirect(url, permanent=True)
    found = gallery_page(campaign=campaign, filters=Filters(town=place.pk), seed=seed, page=_page(request))
    pages = Paginator(range(found.total), PAGE_SIZE)
    context = {
        "campaign": campaign,
        "town": place,
        "size": campaign.size_class_label(campaign.size_class_of(place)),
        "found": found,
        "page": pages.page(found.number),
        "numbers": pages.get_elided_page_range(found.number),
        "paper": paper_of(request, campaign, now),
        "call": call_of(campaign, place, found.total, now),
        "standing": _standing(campaign, place),
        "share": share_of_town(campaign, place),
        "papers": PAPERS,
    }
    response = render(request, "campaigns/town.html", context)
    remembering.keep_seed(response, seed)
    return response


def _page(request: HttpRequest) -> int:
    text = request.GET.get("seite", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _standing(campaign: Campaign, place: Municipality) -> Standing | None:
    """The town in the result, once everybody may see it."""
    result = published_result(campaign)
    if result is None or not may_see_counts(campaign, clock.now()):
        return None
    return standing_of(result, place)


@require_safe
@of_campaign
def poster(request: HttpRequest, campaign: Campaign, town: str, paper: str) -> HttpResponse:
    """The town's poster as PDF: a call, the dates, a code that leads to the town's page."""
    place = town_of(campaign, town)
    if paper not in PAPERS:
        raise Http404
    spend("print", request=request)
    response = HttpResponse(town_poster(campaign, place, paper, clock.now()), content_type="application/pdf")
    name = _("Plakat") + f"-{place.name}-{paper.upper()}.pdf"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
