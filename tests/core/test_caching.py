from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Page, Site

from campaigns.queries.turning_points import next_turn as campaign_turns
from cms.core import audit, caching
from cms.core.caching import PageCacheMiddleware, kept_until, public_page
from competitions.queries.turning_points import next_turn as competition_turns


@pytest.fixture(autouse=True, params=["local", pytest.param("redis", marks=pytest.mark.redis)])
def page_cache(request, settings, monkeypatch) -> None:
    """Switch the page cache on, in local memory and on a real Redis server, without boundaries of the apps."""
    if request.param == "redis":
        request.getfixturevalue("redis_cache")
    settings.PAGE_CACHE_SECONDS = 60
    monkeypatch.setattr(caching, "_boundaries", [])


class Visits:
    """A site of one public page that counts how often it was drawn."""

    def __init__(self, **headers: str) -> None:
        self.drawn, self.headers = 0, headers
        self.site = PageCacheMiddleware(public_page(self.draw))
        self.factory = RequestFactory()

    def draw(self, request) -> HttpResponse:
        self.drawn += 1
        request.resolver_match = None
        return HttpResponse(f"page {self.drawn}", headers=self.headers)

    def get(self, path: str = "/", **extra: str) -> str:
        return self.site(self.factory.get(path, **extra)).content.decode()


def test_second_visitor_gets_the_kept_page_with_its_headers() -> None:
    visits = Visits(**{"Content-Security-Policy": "default-src 'none'", "Content-Language": "de"})
    first, second = (visits.site(visits.factory.get("/")) for _visit in range(2))

    assert (first.content, second.content, visits.drawn) == (b"page 1", b"page 1", 1)
    assert {name: value for name, value in second.items() if name != "Age"} == dict(first.items())
    assert second["Age"] == "0"


@pytest.mark.parametrize(
    "extra",
    [
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_AUTHORIZATION": "Basic x"},
        {"HTTP_HX_REQUEST": "true"},
        {"QUERY_STRING": "seite=2"},
    ],
)
def test_visitor_who_may_differ_gets_a_fresh_page(extra: dict[str, str]) -> None:
    visits = Visits()

    assert [visits.get(), visits.get(**extra), visits.get(**extra), visits.get()] == [
        "page 1",
        "page 2",
        "page 3",
        "page 1",
    ]


def test_addresses_hosts_and_schemes_are_kept_apart(settings) -> None:
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    visits = Visits()
    seen = {
        visits.get("/", HTTP_HOST="a.example"),
        visits.get("/x/", HTTP_HOST="a.example"),
        visits.get("/", HTTP_HOST="b.example"),
        visits.site(visits.factory.get("/", secure=True, HTTP_HOST="a.example")).content.decode(),
    }

    assert len(seen) == 4


@pytest.mark.parametrize("method", ["post", "put", "head"])
def test_other_methods_are_never_kept(method: str) -> None:
    visits = Visits()
    for _visit in range(2):
        visits.site(getattr(visits.factory, method)("/"))

    assert visits.drawn == 2


def with_cookie() -> HttpResponse:
    response = HttpResponse("x")
    response.set_cookie("csrftoken", "x")
    return response


@pytest.mark.parametrize(
    "make",
    [
        with_cookie,
        lambda: HttpResponse("x", headers={"Cache-Control": "private"}),
        lambda: HttpResponse("x", headers={"Cache-Control": "max-age=0, no-cache, no-store"}),
        lambda: HttpResponse("x", status=404),
        lambda: HttpResponse("", status=302, headers={"Location": "/konto/"}),
        lambda: HttpResponse("{}", content_type="application/json"),
        lambda: StreamingHttpResponse(["x"]),
        lambda: HttpResponse("x" * (caching.LARGEST_BODY + 1)),
    ],
    ids=["cookie", "private", "never_cache", "missing", "redirect", "json", "stream", "huge"],
)
def test_answers_for_one_person_are_never_kept(make) -> None:
    drawn = []

    @public_page
    def view(request):
        request.resolver_match = None
        drawn.append(1)
        return make()

    for _visit in range(2):
        PageCacheMiddleware(view)(RequestFactory().get("/"))
    assert len(drawn) == 2


def test_views_are_private_unless_marked() -> None:
    drawn = []

    def view(request):
        request.resolver_match = None
        drawn.append(1)
        return HttpResponse("x")

    for _visit in range(2):
        PageCacheMiddleware(view)(RequestFactory().get("/"))
    assert len(drawn) == 2


@pytest.mark.django_db
def test_whatever_staff_do_empties_the_pages(django_capture_on_commit_callbacks) -> None:
    visits = Visits()
    visits.get()
    with django_capture_on_commit_callbacks(execute=True):
        audit.record(action="campaigns.entry.take_down", target=None)
        assert visits.get() == "page 1"  # not committed yet, nobody else sees it either

    assert visits.get() == "page 2"


@pytest.mark.django_db
def test_post_in_the_admin_empties_the_pages(django_capture_on_commit_callbacks) -> None:
    visits = Visits()
    visits.get()
    for path, page in (("/verwaltung/pages/3/edit/preview/", "page 1"), ("/verwaltung/pages/3/edit/", "page 3")):
        with django_capture_on_commit_callbacks(execute=True):
            PageCacheMiddleware(lambda _request: HttpResponse("x"))(visits.factory.post(path))
        visits.drawn = 2
        assert visits.get() == page


@pytest.mark.django_db
def test_page_drawn_while_somebody_publishes_is_not_kept(django_capture_on_commit_callbacks) -> None:
    visits = Visits()
    draw = visits.draw

    def slow(request):
        response = draw(request)
        with django_capture_on_commit_callbacks(execute=True):
            caching.forget_pages()
        return response

    visits.site = PageCacheMiddleware(public_page(slow))
    assert (visits.get(), visits.get()) == ("page 1", "page 2")


def test_no_page_is_shown_beyond_a_phase(monkeypatch) -> None:
    now = timezone.now()
    caching.register_boundary(lambda _now: now + timedelta(milliseconds=300))
    visits = Visits()
    assert (visits.get(), visits.get()) == ("page 1", "page 1")

    monkeypatch.setattr(caching.time, "time", (now + timedelta(milliseconds=301)).timestamp)
    assert visits.get() == "page 2"


@pytest.mark.parametrize(
    ("now", "turns", "until"),
    [
        ("2027-09-26T12:00:00+02:00", [], "2027-09-26T12:01:00+02:00"),
        ("2027-09-26T23:59:30+02:00", [], "2027-09-27T00:00:00+02:00"),
        ("2027-09-26T12:00:00+02:00", ["2027-09-26T12:00:10+02:00"], "2027-09-26T12:00:10+02:00"),
        ("2027-09-26T12:00:00+02:00", [None, "2027-09-26T11:00:00+02:00"], "2027-09-26T12:01:00+02:00"),
    ],
)
def test_kept_until(now: str, turns: list[str | None], until: str) -> None:
    for turn in turns:
        moment = datetime.fromisoformat(turn) if turn else None
        caching.register_boundary(lambda _now, moment=moment: moment)

    assert kept_until(datetime.fromisoformat(now)) == datetime.fromisoformat(until)


def test_switched_off_keeps_nothing(settings) -> None:
    settings.PAGE_CACHE_SECONDS = 0
    visits = Visits()

    assert (visits.get(), visits.get()) == ("page 1", "page 2")


@pytest.mark.django_db
def test_apps_name_their_next_turn() -> None:
    now = datetime(2027, 9, 1, tzinfo=UTC)

    assert (campaign_turns(now), competition_turns(now)) == (None, None)


@pytest.mark.django_db
def test_published_page_is_kept_and_drawn_anew_when_it_changes(
    client, django_assert_num_queries, django_capture_on_commit_callbacks
) -> None:
    from home.models import StandardPage

    root = Site.objects.get(is_default_site=True).root_page
    page = root.add_child(instance=StandardPage(title="Der erste Titel", slug="kept-page", teaser="Kurz gesagt."))
    assert "Der erste Titel" in client.get(page.url).content.decode()
    cache_hit = client.get(page.url)

    assert "Age" in cache_hit
    with django_assert_num_queries(0):
        again = client.get(page.url, HTTP_ACCEPT_LANGUAGE="en")
    assert again["Content-Security-Policy"] == cache_hit["Content-Security-Policy"]
    with django_capture_on_commit_callbacks(execute=True):
        fresh = Page.objects.get(pk=page.pk).specific
        fresh.title = "Der zweite Titel"
        fresh.save_revision().publish()
    assert "Der zweite Titel" in client.get(page.url).content.decode()


def test_generation_is_new_even_after_the_cache_forgot(django_capture_on_commit_callbacks) -> None:
    caching._next_generation()
    first = cache.get(caching.GENERATION)
    cache.clear()
    caching._next_generation()

    assert cache.get(caching.GENERATION) > first
