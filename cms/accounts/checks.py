"""What the accounts demand of the settings; the deploy check refuses shortcuts of the demo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

MIDDLEWARE = "cms.accounts.middleware.SecondFactorMiddleware"


@register(Tags.security, deploy=True)
def one_step_login_is_for_the_demo(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """The log-in without code and second factor must be off."""
    if settings.DEMO_ONE_STEP_LOGIN:
        return [
            Error(
                "DEMO_ONE_STEP_LOGIN lets anybody in as anybody.",
                hint="Unset DEMO_ONE_STEP_LOGIN; it exists for `make demo` only.",
                id="accounts.E001",
            )
        ]
    return []


@register(Tags.security)
def second_factor_is_asked_for(app_configs: Sequence[AppConfig] | None, **_kwargs: Any) -> list[CheckMessage]:
    """The admin's door must stand in the row of middleware, after the sessions and accounts are known."""
    order = list(settings.MIDDLEWARE)
    before = "allauth.account.middleware.AccountMiddleware"
    if MIDDLEWARE not in order or before not in order or order.index(MIDDLEWARE) < order.index(before):
        return [
            Error(
                f"{MIDDLEWARE} must come after {before}.",
                hint="Without it the admin opens without a second factor.",
                id="accounts.E002",
            )
        ]
    return []
