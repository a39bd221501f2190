"""Whether a second factor is set up for an account and was shown in this session."""

from __future__ import annotations

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from cms.accounts.models import User

DEMO_SESSION_KEY = "demo_login"
REAL_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_set_up(user: User) -> bool:
    """Whether the account has a passkey or an app; recovery codes alone are no factor."""
    return Authenticator.objects.filter(user=user, type__in=REAL_FACTORS).exists()


def is_passed(request: HttpRequest) -> bool:
    """Whether this session has shown a factor that the account still has."""
    if settings.DEMO_ONE_STEP_LOGIN and request.session.get(DEMO_SESSION_KEY) == str(request.user.key):
        return True
    records = get_authentication_records(request, request.user)
    if not any(record.get("method") == "mfa" for record in records):
        return False
    return is_set_up(request.user)


def note_set_up(request: HttpRequest, authenticator: Authenticator) -> None:
    """Count a factor that has just been set up as shown: setting it up took it."""
    post_authentication(request, authenticator, reauthenticated=True)
