from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from cms.core.middleware import PolicyMiddleware

SITE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


def directives(header: str) -> dict[str, str]:
    return dict(part.strip().partition(" ")[::2] for part in header.split(";"))


def answer(path: str, response: HttpResponse | None = None) -> HttpResponse:
    middleware = PolicyMiddleware(lambda _request: response or HttpResponse("x"))
    return middleware(RequestFactory().get(path))


@pytest.mark.parametrize("path", ["/", "/kampagnen/blick/", "/konto/", "/jury/", "/verwaltungsrecht/", "/en/"])
def test_site_loads_from_its_own_origin_alone(path: str) -> None:
    assert directives(answer(path)["Content-Security-Policy"]) == SITE


def test_site_has_no_inline_script_nor_style() -> None:
    header = answer("/")["Content-Security-Policy"]

    assert "unsafe" not in header
    assert "http:" not in header
    assert "https:" not in header


def test_admin_has_its_own_policy() -> None:
    policy = directives(answer("/verwaltung/pages/3/edit/preview/")["Content-Security-Policy"])

    assert (policy["default-src"], policy["frame-ancestors"], policy["frame-src"]) == ("'none'", "'self'", "'self'")
    assert "'unsafe-eval'" not in policy["script-src"]
    assert not [sources for sources in policy.values() if "*" in sources or "http" in sources]


def test_an_answer_may_be_stricter() -> None:
    response = HttpResponse("x")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"

    assert answer("/", response)["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_sensors_and_trackers_are_off() -> None:
    policy = answer("/")["Permissions-Policy"]

    for feature in ("camera", "microphone", "geolocation", "browsing-topics", "payment", "usb"):
        assert f"{feature}=()" in policy
    assert "publickey-credentials-get=(self)" in policy  # passkeys


def test_every_answer_of_the_site_is_guarded(client) -> None:
    response = client.get("/gesund/live")

    assert directives(response["Content-Security-Policy"]) == SITE
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Permissions-Policy" in response
    assert "Set-Cookie" not in response


def test_https_is_insisted_on_where_it_is_spoken(client, settings) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 31_536_000

    assert client.get("/konto/").status_code == 301
    assert client.get("/gesund/live").status_code == 200  # asked from inside, without TLS
    assert client.get("/gesund/live", secure=True)["Strict-Transport-Security"] == "max-age=31536000"
