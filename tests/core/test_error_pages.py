"""When something goes wrong the page is still ours, and the last one needs nothing but itself."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from cms.core.context import LEGAL_LINKS
from cms.core.ratelimit import Throttled
from cms.core.refusals import Refused
from cms.core.views import errors


@pytest.fixture
def request_of_anybody(rf: RequestFactory) -> HttpRequest:
    request = rf.get("/gibt-es-nicht/")
    request.user = AnonymousUser()
    return request


def test_server_error_needs_no_database(rf: RequestFactory) -> None:
    # no django_db mark: the first query would fail this test
    response = errors.server_error(rf.get("/"))
    html = response.content.decode()
    assert response.status_code == 500
    assert "Hier klemmt etwas" in html
    assert "css/site" in html
    for link in LEGAL_LINKS:
        assert f'href="{link["url"]}"' in html


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["400", "403", "404", "429", "csrf_failure"])
def test_error_page_offers_a_way_on(code: str, request_of_anybody: HttpRequest) -> None:
    html = render_to_string(f"{code}.html", {"back": "/"}, request_of_anybody)
    assert html.count("<h1") == 1
    assert 'class="arm btn"' in html


@pytest.mark.django_db
def test_too_many_requests_says_which_limit_and_when_to_return(request_of_anybody: HttpRequest) -> None:
    response = errors.too_many_requests(request_of_anybody, Refused("throttled", "Zu viele Codes."))
    assert response.status_code == 429
    assert response["Retry-After"] == "300"
    assert "Zu viele Codes." in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "referer,back",
    [
        ("http://testserver/konto/", "http://testserver/konto/"),
        ("https://fremd.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_csrf_failure_leads_back_to_the_form_and_nowhere_else(
    referer: str, back: str, request_of_anybody: HttpRequest
) -> None:
    request_of_anybody.META["HTTP_REFERER"] = referer
    response = errors.csrf_failure(request_of_anybody, reason="CSRF token missing.")
    assert response.status_code == 403
    assert f'class="arm btn" href="{back}"' in response.content.decode()
    assert "CSRF" not in response.content.decode()


@pytest.mark.django_db
def test_a_used_up_limit_that_no_view_answers_gets_its_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def used_up(*_args: object) -> None:
        raise Throttled(retry_after=120)

    monkeypatch.setattr("cms.core.views.media.open_or_404", used_up)
    response = client.get("/medien/bilder/ab.jpg")
    assert response.status_code == 429
    assert response["Retry-After"] == "120"
    html = response.content.decode()
    assert "Bitte warten Sie 2 Minuten" in html
    assert html.count("<h1") == 1
