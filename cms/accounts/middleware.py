"""Nothing below /verwaltung/ answers before log-in, a staff role and a second factor have been shown."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from cms.accounts.access import to_login
from cms.accounts.permissions import may_enter_admin
from cms.accounts.second_factor import is_passed, is_set_up


class SecondFactorMiddleware:
    """The door of the admin: it stands before every address below it, pages, previews and interfaces alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponseBase | None:
        """Answer instead of the view when something is still missing.

        Runs per view, not per request, so that the answer to a page without a door (404) passes the same middleware
        as every other answer.
        """
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return None
        answer = self._missing(request)
        if answer is not None:
            add_never_cache_headers(answer)
        return answer

    def _missing(self, request: HttpRequest) -> HttpResponseBase | None:
        if not request.user.is_authenticated:
            return to_login(request)
        if not may_enter_admin(request.user):
            raise Http404
        if request.path_info == reverse("wagtailadmin_login"):
            return HttpResponseRedirect(reverse("wagtailadmin_home"))
        if is_passed(request):
            return None
        if is_set_up(request.user):
            return HttpResponseRedirect(_with_next("mfa_reauthenticate", request))
        messages.info(request, _("Für die Verwaltung brauchen Sie einen zweiten Faktor. Richten Sie ihn jetzt ein."))
        return HttpResponseRedirect(_with_next("mfa_index", request))


def _with_next(name: str, request: HttpRequest) -> str:
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else reverse("wagtailadmin_home")
    return f"{reverse(name)}?{urlencode({REDIRECT_FIELD_NAME: back})}"
