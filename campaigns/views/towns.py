"""The photos by place: the region drawn from its towns, with the gallery's filters."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from campaigns.models import Campaign
from campaigns.queries import Facets, Filters, TownFacet, facets_of, visible_entries
from campaigns.views.ballot_paper import paper_of
from campaigns.views.filtering import chips_of, filters_from, query_of, said
from campaigns.views.visiting import address, of_campaign, outlook
from cms.core.caching import public_page
from cms.places.drawing import MapMark, region_map
from cms.places.models import Municipality


@require_safe
@public_page
@of_campaign
@vary_on_cookie
def region(request: HttpRequest, campaign: Campaign) -> HttpResponse:
    """The same photos by place: the region drawn from its towns, with a list beside it."""
    filters, facets, now = filters_from(request.GET), facets_of(campaign), timezone.now()
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
    query = query_of(Filters(town=facet.municipality.pk, text=filters.text))
    return MapMark(url=f"{address('gallery', campaign)}?{query}", count=facet.entries)
