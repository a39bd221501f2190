"""Proof of work for busy networks (ALTCHA): ordinary people never see it, robots pay, nobody else learns of it.

While a network asks for few mails, nothing happens. Beyond the soft limit a form carries a small task that the browser
solves by itself; who solves it is not counted by network. Without scripts a limit of its own applies, told in words.
"""

from __future__ import annotations

import base64
import binascii
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from altcha import ChallengeOptionsV1, create_challenge_v1, verify_solution_v1
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from cms.core.ratelimit import Throttled, is_used_up, spend
from cms.core.refusals import Refused

if TYPE_CHECKING:
    from django.http import HttpRequest

FIELD = "altcha"
LIFETIME = timedelta(minutes=20)
SOFT = "mail.busy"
UNPROVEN = "mail.unproven"
LONGEST = 2_000

WRONG = _("Die Prüfung, dass Sie kein Automat sind, gilt nicht mehr. Bitte senden Sie das Formular noch einmal.")
TOO_MANY = _(
    "Aus Ihrem Netz kommen gerade sehr viele Anfragen. Mit eingeschaltetem JavaScript geht es sofort weiter. "
    "Ohne JavaScript versuchen Sie es bitte in einer Stunde noch einmal; Ihre Angaben sind nicht verloren."
)


def spend_or_prove(name: str, *, request: HttpRequest, key: str = "") -> None:
    """Count one use of the limit `name`; on a busy network demand a solved task, once. Raises Refused or Throttled."""
    is_proven = False
    if settings.ALTCHA and is_used_up(SOFT, request=request):
        is_proven = _prove(request)
    elif settings.ALTCHA:
        spend(SOFT, request=request)
    spend(name, request=request, key=key, only_key=is_proven)


def _prove(request: HttpRequest) -> bool:
    """Redeem a task if one was sent; without one, use the small limit of those who cannot solve it."""
    if payload := request.POST.get(FIELD, ""):
        redeem(payload)
        return True
    try:
        spend(UNPROVEN, request=request)
    except Throttled as refusal:
        raise Refused("proof_missing", TOO_MANY) from refusal
    return False


def task_for(request: HttpRequest) -> dict[str, Any] | None:
    """The task for a form on this page; None as long as the network is not busy."""
    if not settings.ALTCHA or not is_used_up(SOFT, request=request):
        return None
    expires = timezone.now() + LIFETIME
    options = ChallengeOptionsV1(max_number=settings.ALTCHA_EFFORT, hmac_key=_key(), expires=expires)
    return dict(create_challenge_v1(options).to_dict())


def redeem(payload: str) -> None:
    """Accept a solved task once; raises Refused (`proof_wrong`) for anything else.

    `payload` is base64 of JSON: algorithm, challenge, number, salt, signature. The shared cache makes „once“ atomic.
    """
    if len(payload) > LONGEST or not _is_solved(payload):
        raise Refused("proof_wrong", WRONG)
    challenge = str(_read(payload)["challenge"])
    if not cache.add(f"core:altcha:{challenge}", 1, int(LIFETIME.total_seconds())):
        raise Refused("proof_wrong", WRONG)


def _is_solved(payload: str) -> bool:
    told = _read(payload)
    if told.get("algorithm") != "SHA-256" or not isinstance(told.get("salt"), str) or "expires=" not in told["salt"]:
        return False
    is_right, _error = verify_solution_v1(payload, _key(), check_expires=True)
    return bool(is_right)


def _read(payload: str) -> dict[str, Any]:
    """What the payload holds; nothing when it is no JSON object in base64."""
    try:
        told = json.loads(base64.b64decode(payload, validate=True))
    except (binascii.Error, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _key() -> str:
    return salted_hmac("cms.core.altcha", "key", algorithm="sha256").hexdigest()
