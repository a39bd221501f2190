from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpRequest
from django.test import RequestFactory

from cms.core.ratelimit import Throttled, client_address, network_key, parse_address, spend


def request_from(address: str, forwarded: str | None = None) -> HttpRequest:
    headers: dict[str, Any] = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().post("/", REMOTE_ADDR=address, **headers)


def uses_until_stopped(name: str, addresses, *, key: str = "", most: int = 50) -> int:
    """Return how many uses were allowed before the limit stopped one."""
    for count, address in zip(range(most), addresses, strict=False):
        try:
            spend(name, request=request_from(address), key=key)
        except Throttled:
            return count
    return most


@pytest.mark.parametrize(
    ("proxies", "remote", "forwarded", "expected"),
    [
        (0, "203.0.113.9", None, "203.0.113.9"),
        (0, "203.0.113.9", "198.51.100.1", "203.0.113.9"),  # nobody is trusted, so the header is hearsay
        (1, "10.0.0.1", "198.51.100.1", "198.51.100.1"),
        (1, "10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),  # the client invented the first
        (2, "10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        (
            2,
            "10.0.0.1",
            "198.51.100.1",
            "198.51.100.1",
        ),  # one proxy was passed by: the leftmost is still a proxy's word
        (1, "10.0.0.1", None, "10.0.0.1"),
        (1, "10.0.0.1", " , ,198.51.100.1 ", "198.51.100.1"),
        (1, "", "198.51.100.1", "198.51.100.1"),  # behind a socket
        (0, "", None, "unknown"),
        (1, "10.0.0.1", "nonsense", "unknown"),
        (1, "10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"),
        (1, "10.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
        (0, "::ffff:203.0.113.9", None, "203.0.113.9"),
        (0, "fe80::1%eth0", None, "fe80::1"),
    ],
)
def test_client_address_counts_trusted_proxies_from_the_right(
    proxies: int, remote: str, forwarded: str | None, expected: str, settings
) -> None:
    settings.TRUSTED_PROXIES = proxies

    assert client_address(request_from(remote, forwarded)) == expected


@pytest.mark.parametrize("text", ["", "nonsense", "1.2.3", "1.2.3.4.5", "2001:db8:::1", "[", "999.1.1.1"])
def test_parse_address_finds_none(text: str) -> None:
    assert parse_address(text) is None


@pytest.fixture(params=["local", pytest.param("redis", marks=pytest.mark.redis)])
def limits(request, settings) -> None:
    """Small limits, on the local cache and on a real Redis server."""
    if request.param == "redis":
        request.getfixturevalue("redis_cache")
    settings.RATE_LIMITS = {
        "small": {"key": "3/h", "ipv4": "6/h", "ipv6_64": "2/h", "ipv6_56": "4/h", "ipv6_48": "6/h"},
        "other": {"key": "3/h"},
    }


SAME_V4 = ["203.0.113.9"] * 50
V6_HOST = [f"2001:db8:0:1::{number:x}" for number in range(50)]
V6_64 = [f"2001:db8:0:{number:x}::1" for number in range(50)]  # one /56
V6_56 = [f"2001:db8:0:{number:x}00::1" for number in range(50)]  # one /48
V6_48 = [f"2001:db8:{number:x}::1" for number in range(50)]
V4_EACH = [f"203.0.113.{number}" for number in range(50)]


@pytest.mark.parametrize(
    ("addresses", "key", "allowed"),
    [
        (SAME_V4, "", 6),
        (V4_EACH, "", 50),
        (V4_EACH, "somebody", 3),
        (V6_HOST, "", 2),
        (V6_64, "", 4),
        (V6_56, "", 6),
        (V6_48, "", 50),
        (["nonsense"] * 50, "", 6),
    ],
    ids=["one IPv4", "many IPv4", "one key", "one /64", "one /56", "one /48", "many /48", "no address"],
)
@pytest.mark.usefixtures("limits")
def test_spend_stops_each_scope_at_its_own_number(addresses: list[str], key: str, allowed: int) -> None:
    assert uses_until_stopped("small", addresses, key=key) == allowed


@pytest.mark.usefixtures("limits")
def test_spend_counts_names_and_keys_apart() -> None:
    assert uses_until_stopped("small", V4_EACH, key="somebody") == 3
    assert uses_until_stopped("small", V4_EACH[:3], key="somebody else", most=3) == 3
    assert uses_until_stopped("other", V4_EACH, key="somebody") == 3


@pytest.mark.usefixtures("limits")
def test_spend_stopped_by_the_network_does_not_use_up_the_key() -> None:
    assert uses_until_stopped("small", V6_HOST, key="a") == 2
    assert uses_until_stopped("small", V6_HOST, key="victim") == 0

    assert uses_until_stopped("small", V4_EACH, key="victim") == 3


@pytest.mark.usefixtures("limits")
def test_throttled_says_when_to_come_back() -> None:
    uses_until_stopped("other", V4_EACH, key="somebody")
    with pytest.raises(Throttled) as stopped:
        spend("other", request=request_from("203.0.113.9"), key="somebody")

    assert stopped.value.code == "throttled"
    assert 1 <= stopped.value.retry_after <= 3600
    assert str(stopped.value).startswith("Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie ")


@pytest.mark.parametrize(
    ("seconds", "wait"), [(1, "eine Minute"), (60, "eine Minute"), (61, "2 Minuten"), (900, "15 Minuten")]
)
def test_throttled_rounds_up_to_minutes(seconds: int, wait: str) -> None:
    assert f"Bitte warten Sie {wait} und" in str(Throttled(seconds))


@pytest.mark.usefixtures("limits")
def test_spend_with_an_unknown_name_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        spend("no such limit", request=request_from("203.0.113.9"))


@pytest.mark.redis
def test_spend_leaves_no_address_in_the_cache(redis_cache: str, settings) -> None:
    from redis import Redis

    settings.RATE_LIMITS = {"small": {"key": "3/h", "ipv4": "6/h"}}
    spend("small", request=request_from("203.0.113.9"), key="entrant@example.org")

    with Redis.from_url(redis_cache) as client:
        held = {key.decode(): client.get(key).decode() for key in client.scan_iter()}
        assert len(held) == 2
        assert all(0 < client.ttl(key) <= 3605 for key in held)
    assert not [text for text in held if "203.0" in text or "entrant" in text]


def test_a_school_behind_one_address_can_vote(settings) -> None:
    """Two classes with their own addresses ask for codes and type them within one lesson."""
    allowed = 0
    for pupil in range(60):
        for name in ("mail.code", "code.try"):
            spend(name, request=request_from("203.0.113.9"), key=f"pupil{pupil}")
            allowed += 1

    assert allowed == 120


def test_every_rate_in_the_settings_can_be_read(settings) -> None:
    cache.clear()
    for name in settings.RATE_LIMITS:
        for address in ("203.0.113.9", "2001:db8::1"):
            spend(name, request=request_from(address), key="somebody")
        assert set(settings.RATE_LIMITS[name]) <= {"key", "ipv4", "ipv6_64", "ipv6_56", "ipv6_48"}


def test_network_key_joins_a_network_for_one_week() -> None:
    monday = datetime(2027, 9, 6, 0, 0, tzinfo=UTC)
    here = network_key("203.0.113.9", at=monday)

    assert here == network_key("203.0.113.200", at=monday + timedelta(days=6))
    assert here != network_key("203.0.114.9", at=monday)
    assert here != network_key("203.0.113.9", at=monday + timedelta(days=7))
    assert network_key("2001:db8::1", at=monday) == network_key("2001:db8:0:ff::1", at=monday)
    assert network_key("2001:db8::1", at=monday) != network_key("2001:db8:0:100::1", at=monday)


def test_network_key_needs_the_secret(settings) -> None:
    monday = datetime(2027, 9, 6, tzinfo=UTC)
    before = network_key("203.0.113.9", at=monday)
    settings.SECRET_KEY = "another" * 10

    assert network_key("203.0.113.9", at=monday) != before
    assert len(before) == 32
