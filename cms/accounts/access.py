"""Doors: who is not logged in is sent to the log-in, who has no business here finds nothing (404)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cms.accounts.enums import STAFF_ROLES, Role
from cms.accounts.permissions import holds_any

View = Callable[..., HttpResponseBase]


def to_login(request: HttpRequest) -> HttpResponseRedirect:
    """Send to the log-in and back here afterwards; what was posted is not repeated."""
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else ""
    query = f"?{urlencode({REDIRECT_FIELD_NAME: back})}" if back else ""
    return HttpResponseRedirect(f"{reverse('account_login')}{query}")


def login_required_here(view: View) -> View:
    """Let only people with an account in; never cache what they see."""
    return _guard(view, None)


def role_required(*roles: Role) -> Callable[[View], View]:
    """Let only holders of one of the roles in; for everybody else who is logged in the page does not exist."""
    if not roles:
        raise ValueError("Name at least one role.")
    return lambda view: _guard(view, roles)


def staff_role_required(*roles: Role) -> Callable[[View], View]:
    """Like `role_required` for views below /verwaltung/; the middleware has already asked for the second factor."""
    unfit = set(roles) - STAFF_ROLES
    if unfit:
        raise ValueError(f"Not a staff role: {', '.join(sorted(unfit))}")
    return role_required(*roles)


def _guard(view: View, roles: tuple[Role, ...] | None) -> View:
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return to_login(request)
        if roles is not None and not holds_any(request.user, roles):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
