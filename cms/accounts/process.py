"""Log-in by a code from a mail: known and unknown addresses get the same mail and the same pages.

allauth carries the log-in through its stages (code, second factor); the code itself is one
of ours: stored hashed, ten minutes, five tries. An account is made only once the code has
proven the address, so nothing is stored about an address that somebody merely typed.
"""

from __future__ import annotations

import secrets
import time

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.stagekit import clear_login, stash_login
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from cms.accounts.actions import confirm_address, sign_up
from cms.accounts.models import User
from cms.core import codes, mail
from cms.core.ratelimit import spend

PURPOSE = "accounts.login"


class LoginProcess:
    """One person's way from the address to the code, kept in the session between the pages."""

    def __init__(self, request: HttpRequest, stage: LoginByCodeStage) -> None:
        self.request = request
        self.stage = stage

    @classmethod
    def begin(cls, request: HttpRequest, email: str) -> LoginProcess:
        """Start with an address, send the first code. Raises Throttled."""
        spend("mail.code", request=request, key=f"login:{email}")
        login = Login(user=User.objects.filter(email=email).first(), email=email)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update({"email": email, "nonce": secrets.token_urlsafe(16), "at": time.time()})
        process = cls(request, stage)
        process._send()
        stash_login(request, login)
        return process

    @classmethod
    def resume(cls, request: HttpRequest) -> LoginProcess | None:
        """Return the log-in that waits for its code in this session, if there is one and it is not too old."""
        stage = LoginStageController.enter(request, LoginByCodeStage.key)
        if stage is None:
            return None
        started = stage.state.get("at", 0)
        if "nonce" not in stage.state or time.time() - started > settings.ACCOUNT_LOGIN_TIMEOUT:
            clear_login(request)
            return None
        return cls(request, stage)

    @property
    def email(self) -> str:
        """The address that the code went to."""
        return str(self.stage.state["email"])

    @property
    def masked_email(self) -> str:
        """The address as it may stand on a screen: „a…z@example.org“."""
        box, _at, domain = self.email.partition("@")
        return f"{box[0]}…{box[-1] if len(box) > 2 else ''}@{domain}"

    def send_again(self) -> None:
        """Send a new code; the one before is void. Raises Throttled."""
        spend("mail.code", request=self.request, key=f"login:{self.email}")
        self._send()

    def redeem(self, code: str) -> None:
        """Spend the code. Raises Refused with the reason."""
        spend("code.try", request=self.request, key=self._subject)
        codes.redeem(purpose=PURPOSE, subject=self._subject, code=code, now=timezone.now())

    def finish(self, redirect_url: str | None) -> HttpResponseBase:
        """Log in, or go on to the second factor. Call it only after `redeem`."""
        user = User.objects.filter(email=self.email).first() or sign_up(email=self.email, now=timezone.now())
        if user.is_active:
            confirm_address(user=user)
        record_authentication(self.request, user, method="code", email=self.email)
        return perform_login(self.request, Login(user=user, redirect_url=redirect_url, email=self.email))

    def give_up(self) -> None:
        """Forget the log-in; the next one starts with an address."""
        clear_login(self.request)

    @property
    def _subject(self) -> str:
        return f"{self.email}:{self.stage.state['nonce']}"

    def _send(self) -> None:
        code = codes.issue(purpose=PURPOSE, subject=self._subject, now=timezone.now())
        mail.send(
            template="account/mail/login_code",
            to=self.email,
            context={"code": code, "minutes": int(codes.LIFETIME.total_seconds() // 60)},
        )
