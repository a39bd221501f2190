"""What everybody reads once it is final: who won, by class, and the winners of all years."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from competitions import queries
from competitions.models import Competition


@require_safe
def winners(request: HttpRequest, slug: str) -> HttpResponse:
    """The winners of a competition by size class, with picture, prize and the jury's reason."""
    competition = get_object_or_404(Competition, slug=slug)
    stage = queries.decided_stage(competition)
    if stage is None:
        raise Http404
    context = {"competition": competition, "stage": stage, "groups": queries.winners_by_class(stage)}
    return render(request, "competitions/winners.html", context)


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """All decided competitions, the latest year first."""
    return render(request, "competitions/archive.html", {"years": queries.archive()})
