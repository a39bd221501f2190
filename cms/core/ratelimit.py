"""Named limits per subject and network; one shared IPv4 address is never locked out early."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_ratelimit.core import get_usage

from cms.core.refusals import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

TOO_MANY = _("Das waren zu viele Versuche in kurzer Zeit.")
UNKNOWN = "unknown"
IPV6_SCOPES = {"ipv6_64": 64, "ipv6_56": 56, "ipv6_48": 48}


class Throttled(Refused):
    """A limit is used up; `retry_after` says for how many seconds."""

    def __init__(self, retry_after: int) -> None:
        minutes = max(1, -(-retry_after // 60))
        wait = ngettext(
            "Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.",
            "Bitte warten Sie %(minutes)d Minuten und versuchen Sie es dann noch einmal.",
            minutes,
        ) % {"minutes": minutes}
        super().__init__("throttled", f"{TOO_MANY} {wait}")
        self.retry_after = retry_after


def spend(name: str, *, request: HttpRequest, key: str = "", only_key: bool = False) -> None:
    """Count one use of the limit `name` and raise Throttled when any of its scopes is used up.

    settings.RATE_LIMITS[name] maps scopes to rates such as "5/10m". Scopes are `key`
    (what the caller passes: an address, a person), `ipv4`, `ipv6_64`, `ipv6_56`, `ipv6_48`.
    Networks come first: who is stopped there cannot use up somebody else's key. `only_key` leaves networks out, for
    somebody who has proven otherwise to be no robot.
    """
    rates = settings.RATE_LIMITS[name]
    for scope, value in _scopes(client_address(request), key):
        rate = rates.get(scope)
        if rate is None or (only_key and scope != "key"):
            continue
        hashed = salted_hmac(f"cms.core.ratelimit.{scope}", value, algorithm="sha256").hexdigest()
        usage = get_usage(
            request, group=f"{name}:{scope}", key=lambda _group, _request, v=hashed: v, rate=rate, increment=True
        )
        if usage is not None and usage["should_limit"]:
            raise Throttled(max(1, usage["time_left"]))


def is_used_up(name: str, *, request: HttpRequest, key: str = "") -> bool:
    """Tell whether one more use of the limit `name` would be too much; counts nothing."""
    rates = settings.RATE_LIMITS[name]
    for scope, value in _scopes(client_address(request), key):
        if (rate := rates.get(scope)) is None:
            continue
        hashed = salted_hmac(f"cms.core.ratelimit.{scope}", value, algorithm="sha256").hexdigest()
        usage = get_usage(
            request, group=f"{name}:{scope}", key=lambda _group, _request, v=hashed: v, rate=rate, increment=False
        )
        if usage is not None and usage["count"] >= usage["limit"]:
            return True
    return False


def _scopes(address: str, key: str) -> Iterator[tuple[str, str]]:
    """Yield (scope, value): the networks of the address from wide to narrow, then the key."""
    parsed = parse_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        for scope in sorted(IPV6_SCOPES):
            yield scope, str(ipaddress.ip_network((parsed, IPV6_SCOPES[scope]), strict=False))
    else:
        yield "ipv4", str(parsed or UNKNOWN)
    if key:
        yield "key", key


def client_address(request: HttpRequest) -> str:
    """Return the client's network address, believing only what trusted proxies wrote.

    settings.TRUSTED_PROXIES proxies stand before us. Each appends the address it saw to
    X-Forwarded-For, so the client is that many places from the right; whatever stands
    further left was sent by the client itself and proves nothing.
    """
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if settings.TRUSTED_PROXIES else []
    chain = [part.strip() for part in seen if part.strip()] + [request.META.get("REMOTE_ADDR", "")]
    claimed = chain[max(0, len(chain) - 1 - settings.TRUSTED_PROXIES)]
    parsed = parse_address(claimed)
    return str(parsed) if parsed is not None else UNKNOWN


def parse_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address in a text that may carry a port, brackets or a zone; None when there is none."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def network_key(address: str, *, at: datetime | None = None) -> str:
    """Return a keyed name (32 characters) of the address's network: IPv4 /24, IPv6 /56.

    The key changes every calendar week, so that names of different weeks cannot be
    joined, and nobody without SECRET_KEY can turn one back.
    """
    parsed = parse_address(address)
    year, week, _day = (at or timezone.now()).isocalendar()
    network = UNKNOWN
    if parsed is not None:
        prefix = 24 if parsed.version == 4 else 56
        network = str(ipaddress.ip_network((parsed, prefix), strict=False))
    return salted_hmac(f"cms.core.ratelimit.network.{year}.{week}", network, algorithm="sha256").hexdigest()[:32]
