"""A code counts once, for ten minutes and five tries; nothing but its keyed hash is stored."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.core.models import OneTimeCode
from cms.core.refusals import Refused

LIFETIME = timedelta(minutes=10)
TRIES = 5
KEEP_SPENT = timedelta(days=1)

EXPIRED = _("Dieser Code ist abgelaufen. Ein Code gilt 10 Minuten. Bitte fordern Sie einen neuen an.")
USED = _("Dieser Code wurde schon verwendet. Bitte fordern Sie einen neuen an.")
EXHAUSTED = _("Der Code wurde zu oft falsch eingegeben und gilt nicht mehr. Bitte fordern Sie einen neuen an.")
WRONG = _("Dieser Code stimmt nicht. Bitte vergleichen Sie ihn mit der neuesten Mail von uns.")


def issue(*, purpose: str, subject: str, now: datetime, length: int = 6) -> str:
    """Return a fresh code of `length` digits; an older one for the same purpose and subject is void."""
    code = "".join(secrets.choice("0123456789") for _digit in range(length))
    subject_hash = _hash("subject", purpose, subject)
    OneTimeCode.objects.update_or_create(
        purpose=purpose,
        subject_hash=subject_hash,
        defaults={
            "code_hash": _hash("code", purpose, subject_hash, code),
            "issued_at": now,
            "expires_at": now + LIFETIME,
            "tries_left": TRIES,
            "used_at": None,
        },
    )
    return code


def redeem(*, purpose: str, subject: str, code: str, now: datetime) -> None:
    """Spend a code, or raise Refused: `code_wrong`, `code_expired`, `code_used`, `code_exhausted`.

    Call it before the transaction of the action it opens, never inside: a failed try
    must stay counted when the rest rolls back (a surrounding transaction is an error).
    """
    with transaction.atomic(durable=True):
        refusal = _spend_try(purpose, _hash("subject", purpose, subject), code, now)
    if refusal is not None:
        raise refusal


def _spend_try(purpose: str, subject_hash: str, code: str, now: datetime) -> Refused | None:
    """Count the try by one conditional UPDATE, then compare; parallel guesses cannot exceed TRIES."""
    held = OneTimeCode.objects.filter(purpose=purpose, subject_hash=subject_hash).first()
    if held is None:
        return Refused("code_wrong", WRONG, field="code")
    same = OneTimeCode.objects.filter(pk=held.pk, code_hash=held.code_hash)
    counted = same.filter(used_at=None, tries_left__gt=0, expires_at__gt=now).update(tries_left=F("tries_left") - 1)
    if not counted:
        return _why_dead(held, now)
    digits = "".join(character for character in code if character.isdigit())
    if constant_time_compare(held.code_hash, _hash("code", purpose, subject_hash, digits)):
        won = same.filter(used_at=None).update(used_at=now)
        return None if won else Refused("code_used", USED, field="code")
    held.refresh_from_db(fields=["tries_left"])
    return _wrong(held.tries_left)


def _why_dead(held: OneTimeCode, now: datetime) -> Refused:
    """Say why a code takes no further try."""
    held.refresh_from_db()
    if held.used_at is not None:
        return Refused("code_used", USED, field="code")
    if held.expires_at <= now:
        return Refused("code_expired", EXPIRED, field="code")
    if held.tries_left == 0:
        return Refused("code_exhausted", EXHAUSTED, field="code")
    return Refused("code_wrong", WRONG, field="code")


def _wrong(tries_left: int) -> Refused:
    """Say that the code is wrong and how many tries are left."""
    if tries_left == 0:
        return Refused("code_exhausted", EXHAUSTED, field="code")
    left = ngettext("Sie haben noch einen Versuch.", "Sie haben noch %(tries)d Versuche.", tries_left)
    return Refused("code_wrong", f"{WRONG} {left % {'tries': tries_left}}", field="code")


def _hash(kind: str, *parts: str) -> str:
    """Return a keyed hash (64 hexadecimal characters) of the parts, separated so that they cannot run together."""
    return salted_hmac(f"cms.core.codes.{kind}", "\x00".join(parts), algorithm="sha256").hexdigest()


def delete_spent(now: datetime) -> int:
    """Delete codes whose time is over by more than a day; return how many."""
    deleted, _by_model = OneTimeCode.objects.filter(expires_at__lt=now - KEEP_SPENT).delete()
    return deleted
