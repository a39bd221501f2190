"""While a file named „wartung“ lies in the data folder, every page says that work is going on; health answers on."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from cms.core.context import house

SWITCH = "wartung"
OPEN = ("/gesund/", "/static/")
SECONDS = 600


class MaintenanceMiddleware:
    """Stands before everything: neither database nor session is asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(OPEN) or not (settings.DATA_DIR / SWITCH).exists():
            return self.get_response(request)
        response = HttpResponse(render_to_string("503.html", house()), status=503)
        response["Retry-After"] = str(SECONDS)
        response["Cache-Control"] = "no-store"
        return response
