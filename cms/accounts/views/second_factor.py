"""allauth's pages for the second factor; setting one up counts as having shown it."""

from __future__ import annotations

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from cms.accounts.permissions import needs_second_factor
from cms.accounts.queries import factors_of
from cms.accounts.second_factor import is_passed, note_set_up

NEXT_SESSION_KEY = "second_factor_next"


@method_decorator([never_cache, login_required], name="dispatch")
class FactorsView(IndexView):
    """What protects the account, and what can be added. Remembers where somebody was going."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep `next` while factors are being set up."""
        back = get_next_redirect_url(request)
        if back:
            request.session[NEXT_SESSION_KEY] = back
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add our own account of the factors to allauth's."""
        factors = factors_of(self.request.user)
        onward = self.request.session.get(NEXT_SESSION_KEY) if is_passed(self.request) else None
        own = {"factors": factors, "must_protect": needs_second_factor(self.request.user), "onward": onward}
        return {**super().get_context_data(**kwargs), **own}


@method_decorator([never_cache, login_required], name="dispatch")
class ActivateAppView(ActivateTOTPView):
    """Set up an app."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Count the app as shown in this session."""
        response = super().form_valid(form)
        note_set_up(self.request, Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP))
        return response


@method_decorator([never_cache, login_required], name="dispatch")
class AddPasskeyView(AddWebAuthnView):
    """Add a passkey."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Count the passkey as shown in this session."""
        response = super().form_valid(form)
        newest = Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.WEBAUTHN).latest("pk")
        note_set_up(self.request, newest)
        return response
