"""The declaration that is in force, and signatures on their way."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import get_language

from cms.core.tokens import digest
from home.enums import SigningState
from home.models import DeclarationPage, PartnerApplication


def declaration_in_force() -> DeclarationPage | None:
    """Return the published declaration, in the active language if there is one."""
    found = list(DeclarationPage.objects.live().select_related("locale").order_by("pk"))
    wanted = get_language()
    return min(found, key=lambda page: page.locale.language_code != wanted, default=None)


def signing_by_token(token: str) -> PartnerApplication | None:
    """Return the signature that a private link belongs to."""
    return PartnerApplication.objects.select_related("partner").filter(token_digest=digest(token)).first()


def signings(state: str = "") -> QuerySet[PartnerApplication]:
    """Return what the office sees: everything confirmed, what waits first, then the newest."""
    found = PartnerApplication.objects.select_related("municipality", "partner")
    if state in SigningState.values:
        return found.filter(state=state)
    return found.exclude(state=SigningState.UNCONFIRMED)
