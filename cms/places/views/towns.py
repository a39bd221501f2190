"""Suggestions while somebody types a town's name: JSON for the script, a fragment of HTML for everybody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cms.core.ratelimit import Throttled, spend
from cms.places.models import Municipality
from cms.places.queries import MIN_LETTERS, matching


@require_safe
@cache_control(public=True, max_age=300)
def towns(request: HttpRequest) -> HttpResponse:
    """Answer ?q= (two letters or more) with at most twelve towns."""
    typed = request.GET.get("q", "")[:100]
    try:
        spend("places.towns", request=request)
    except Throttled as refusal:
        answer = HttpResponse(str(refusal), status=429, content_type="text/plain; charset=utf-8")
        answer["Retry-After"] = str(refusal.retry_after)
        answer["Cache-Control"] = "no-store"
        return answer
    found = matching(typed)
    if request.accepts("text/html") and not request.headers.get("Accept", "").startswith("application/json"):
        context = {"towns": found, "typed": typed, "too_short": len(typed.strip()) < MIN_LETTERS}
        return render(request, "places/towns.html", context)
    return JsonResponse({"towns": [_told(town) for town in found]})


def _told(town: Municipality) -> dict[str, object]:
    return {"ags": town.ags, "label": town.label, "district": town.district, "population": town.population}
