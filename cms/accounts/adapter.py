"""How allauth speaks and acts here: our mails, our words, our notion of a client's address, encrypted secrets."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.accounts.permissions import may_enter_admin
from cms.core import mail
from cms.core.languages import site_root
from cms.core.ratelimit import client_address

NOTICES = {
    "mfa/email/totp_activated": gettext_lazy("Die Anmeldung mit einer App wurde eingerichtet."),
    "mfa/email/totp_deactivated": gettext_lazy("Die Anmeldung mit einer App wurde abgeschaltet."),
    "mfa/email/webauthn_added": gettext_lazy("Ein Passkey wurde hinzugefügt."),
    "mfa/email/webauthn_removed": gettext_lazy("Ein Passkey wurde entfernt."),
    "mfa/email/recovery_codes_generated": gettext_lazy("Neue Notfallcodes wurden erzeugt."),
}
WRONG_CODE = gettext_lazy("Dieser Code stimmt nicht. Codes der App gelten nur 30 Sekunden: Nehmen Sie den aktuellen.")
TOO_MANY = gettext_lazy("Das waren zu viele Versuche. Bitte warten Sie fünf Minuten.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts open by code only; every mail is one of ours."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """allauth's own sign-up stays shut: an account begins with a code (see cms.accounts.process)."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Follow `next` only to this very site: other allowed hosts may be other sites."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Believe only what trusted proxies wrote."""
        return client_address(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead people to their work: staff to the admin, jurors to the jury, everybody else to the account."""
        user = request.user
        if may_enter_admin(user):
            return reverse("wagtailadmin_home")
        if user.is_authenticated and user.roles == {Role.JUROR}:
            return f"{site_root()}jury/"
        return reverse("account_home")

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """The second factor is the only thing to ask again; there are no passwords."""
        return [method for method in super().get_reauthentication_methods(user) if method["id"] != "reauthenticate"]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a notice about the account's safety; allauth has nothing else to write about."""
        mail.send(
            template="account/mail/security_notice",
            to=email,
            context={"event": str(NOTICES[template_prefix]), "url": settings.BASE_URL + reverse("mfa_index")},
        )


class MFAAdapter(DefaultMFAAdapter):
    """Second factors: secrets encrypted at rest, our QR code, our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "unverified_email": gettext_lazy("Bitte melden Sie sich zuerst einmal mit einem Code aus der E-Mail an."),
    }

    def encrypt(self, text: str) -> str:
        """Encrypt with a key derived from SECRET_KEY."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt with SECRET_KEY or one of SECRET_KEY_FALLBACKS."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code as inline SVG, black on white whatever the theme."""
        return segno.make(url, error="m").svg_inline(border=3, dark="#000", light="#fff", svgclass="qr", omitsize=True)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """What the app shows beside the site's name."""
        return user.email if isinstance(user, User) else super().get_totp_label(user)

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:  # noqa: A002
        """Suggest a name for a passkey."""
        held = user.authenticator_set.filter(type=type).count()  # type: ignore[attr-defined]
        return _("Passkey {number}").format(number=held + 1)


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(key))) for key in keys])


def _derived(secret: str) -> bytes:
    return hashlib.blake2b(secret.encode(), digest_size=32, person=b"accounts.mfa").digest()
