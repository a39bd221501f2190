"""What a visitor's browser remembers: necessary cookies of our own, and nothing about it in the database.

Signed where a value must come from us. The plain address of a voter lives only here, until the ballot is cast.
"""

from __future__ import annotations

import re
import secrets
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from campaigns.models import Campaign

SEED: Final = "reihenfolge"
SEEDS: Final = 4096
MOST_CHOICES: Final = 20
_CODE: Final = re.compile(r"B-[2-9A-Z]{4,5}\Z")
_DAY: Final = 24 * 60 * 60

# Kept apart by campaign: choices as long as a campaign may run, drafts as long as retention says, addresses
# for half an hour.
CHOICE: Final = "stimmzettel"
DRAFT: Final = "entwurf"
AUTHOR: Final = "absender"
VOTER: Final = "stimmabgabe"
RECEIPT: Final = "quittung"
OWN: Final = "eingereicht"
_SECONDS: Final = {CHOICE: 60 * _DAY, DRAFT: 7 * _DAY, AUTHOR: 14 * _DAY, VOTER: 1800, RECEIPT: 3600, OWN: 60 * _DAY}


def is_entry_code(text: str) -> bool:
    """Could this be the code of an entry at all?"""
    return bool(_CODE.match(text))


def seed_of(request: HttpRequest) -> int:
    """The visitor's place in the random order; drawn anew for a first visit."""
    kept = request.COOKIES.get(SEED, "")
    return int(kept) if kept.isascii() and kept.isdigit() and len(kept) <= 4 else secrets.randbelow(SEEDS)


def keep_seed(response: HttpResponseBase, seed: int) -> None:
    """Until the browser is closed: the order stays while paging and is mixed anew for the next visit."""
    _set(response, SEED, str(seed), None)


def choice_of(request: HttpRequest, campaign: Campaign) -> list[str]:
    """The entry codes on this visitor's ballot paper, in order; whatever is no code is ignored."""
    kept = request.COOKIES.get(_name(CHOICE, campaign), "").split(".")
    return [code for code in dict.fromkeys(kept) if is_entry_code(code)][:MOST_CHOICES]


def keep_choice(response: HttpResponseBase, campaign: Campaign, codes: list[str]) -> None:
    """Write the ballot paper."""
    _set(response, _name(CHOICE, campaign), ".".join(codes), _SECONDS[CHOICE])


def keep(response: HttpResponseBase, campaign: Campaign, kind: str, value: Any) -> None:
    """Remember a value of this campaign, signed."""
    name = _name(kind, campaign)
    _set(response, name, signing.dumps(value, salt=name, compress=True), _SECONDS[kind])


def recall(request: HttpRequest, campaign: Campaign, kind: str) -> Any:
    """A value remembered by `keep`; None when there is none, it is too old or not from us."""
    name = _name(kind, campaign)
    try:
        return signing.loads(request.COOKIES.get(name, ""), salt=name, max_age=_SECONDS[kind])
    except signing.BadSignature:
        return None


def forget(response: HttpResponseBase, campaign: Campaign, *kinds: str) -> None:
    """Remember these no longer."""
    for kind in kinds:
        response.delete_cookie(_name(kind, campaign), samesite="Lax")  # type: ignore[attr-defined]


def _name(kind: str, campaign: Campaign) -> str:
    return f"{kind}_{campaign.slug}"


def _set(response: HttpResponseBase, name: str, value: str, seconds: int | None) -> None:
    response.set_cookie(  # type: ignore[attr-defined]
        name, value, max_age=seconds, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
    )
