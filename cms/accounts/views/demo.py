"""The demo's log-in in one step: it does not exist unless the demo's settings say so."""

from __future__ import annotations

import uuid

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms.accounts.models import User
from cms.accounts.queries import demo_people
from cms.accounts.second_factor import DEMO_SESSION_KEY


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def demo_login(request: HttpRequest) -> HttpResponseBase:
    """List the people of the demo world, one button each; POST logs in as one of them."""
    if not (settings.DEMO and settings.DEMO_ONE_STEP_LOGIN):
        raise Http404
    back = get_next_redirect_url(request)
    if request.method != "POST":
        return render(request, "accounts/demo_login.html", {"people": demo_people(), "next": back or ""})
    try:
        key = uuid.UUID(request.POST.get("person", ""))
    except ValueError:
        raise Http404 from None
    user = get_object_or_404(User.objects.filter(role_grants__isnull=False).distinct(), key=key, is_active=True)
    request.session.flush()
    get_adapter().login(request, user)
    request.session[DEMO_SESSION_KEY] = str(user.key)
    return redirect(back or get_adapter().get_login_redirect_url(request))
