"""Every answer carries the policies that keep foreign code, frames and sensors out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from csp.middleware import CSPMiddleware
from csp.utils import default_config
from django.conf import settings
from django.urls import get_urlconf
from django.utils.deprecation import MiddlewareMixin
from django.utils.module_loading import import_string

from cms.core.ratelimit import Throttled

if TYPE_CHECKING:
    from csp.middleware import PolicyParts
    from django.http import HttpRequest, HttpResponse, HttpResponseBase


class PolicyMiddleware(CSPMiddleware):
    """Content-Security-Policy by area (site or admin) and the headers that Django does not set."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and is_admin_path(request.path):
            parts.config = default_config(settings.CONTENT_SECURITY_POLICY_ADMIN)
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        answer: Any = super().process_response(request, response)
        answer.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        answer.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return answer


class ThrottledMiddleware(MiddlewareMixin):
    """A used-up limit that no view has answered itself gets the page for it."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Throttled):
            return None
        # Django knows no handler429, so the address table names the view the way it names the others.
        answer = import_string(import_module(get_urlconf() or settings.ROOT_URLCONF).handler429)
        return answer(request, exception)


def is_admin_path(path: str) -> bool:
    """Tell whether a path belongs to Wagtail's admin, which has its own policy."""
    return path.startswith(settings.CONTENT_SECURITY_POLICY_ADMIN_PREFIXES)
