"""„Suche“: one field, what was found by kind, and a way on when nothing was."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.core.words import words
from home.queries.search import search as look_through

LONGEST_QUERY = 100
LEAST_LETTERS = 2


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The search; without words only its field."""
    query = " ".join(request.GET.get("q", "").split())[:LONGEST_QUERY]
    kind = request.GET.get("art", "")
    context: dict[str, object] = {"query": query, "kind": kind, "address": urlencode({"q": query})}
    if any(len(word) >= LEAST_LETTERS for word in words(query)):
        found = look_through(request, query, kind=kind, number=request.GET.get("seite"))
        context["found"] = found
        if found.page is not None:
            context["numbers"] = found.page.paginator.get_elided_page_range(found.page.number)
    return render(request, "home/search.html", context)
