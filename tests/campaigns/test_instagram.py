"""Posts from Instagram, fetched from a local server that answers as the Graph API is documented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from campaigns import actions, instagram
from campaigns.enums import EntryState, Phase, PostState
from campaigns.models import Campaign, Entry, InstagramPost
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.core.storages import private_storage
from tests.accounts.conftest import pass_second_factor
from tests.accounts.factories import make_user
from tests.campaigns.factories import committing, make_campaign, photo_file

pytestmark = pytest.mark.django_db
USER, TOKEN, TAG = "17841405309211844", "secret-token", "17873440459141021"
DESK = "/verwaltung/moderation/instagram/"


class Graph:
    """What the server knows and what it was asked."""

    def __init__(self) -> None:
        self.media: list[dict[str, Any]] = []
        self.accounts: dict[str, list[dict[str, Any]]] = {}
        self.files: dict[str, bytes] = {}
        self.error: dict[str, Any] | None = None
        self.asked: list[str] = []
        self.address = ""

    def post(self, number: int, *, kind: str = "IMAGE", caption: str = "#Winterblick", **more: Any) -> dict[str, Any]:
        path = f"/media/{number}.jpg"
        self.files[path] = photo_file(number).read()
        return {
            "id": str(number),
            "media_type": kind,
            "media_url": f"{self.address}{path}",
            "permalink": f"https://www.instagram.com/p/{number}/",
            "caption": caption,
            "timestamp": "2027-06-15T10:00:00+0000",
            **more,
        }

    def answer(self, path: str, query: dict[str, str]) -> dict[str, Any]:
        if query.get("access_token") != TOKEN:
            return {"error": {"message": "Invalid OAuth access token.", "type": "OAuthException", "code": 190}}
        if self.error:
            return {"error": self.error}
        if path == "/ig_hashtag_search":
            return {"data": [{"id": TAG}]} if query["q"] == "Winterblick" else {"data": []}
        if path == f"/{TAG}/recent_media":
            start = int(query.get("after", "0"))
            page = self.media[start : start + 2]
            more = {"paging": {"cursors": {"after": str(start + 2)}}} if start + 2 < len(self.media) else {}
            return {"data": page, **more}
        name = query["fields"].partition("username(")[2].partition(")")[0]
        return {"business_discovery": {"media": {"data": self.accounts[name]}, "id": "1"}, "id": USER}


@pytest.fixture
def graph(settings: Any) -> Iterator[Graph]:
    known = Graph()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            known.asked.append(parts.path)
            if parts.path == "/elsewhere":
                self.send_response(302)
                self.send_header("Location", f"{known.address}/media/1.jpg")
                self.end_headers()
                return
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            body = known.files.get(parts.path) or json.dumps(known.answer(parts.path, query)).encode()
            self.send_response(400 if b'"error"' in body[:20] else 200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    known.address = f"http://127.0.0.1:{server.server_port}"
    settings.INSTAGRAM_TOKEN, settings.INSTAGRAM_USER_ID = TOKEN, USER
    settings.INSTAGRAM_API, settings.INSTAGRAM_MEDIA_HOSTS = known.address, ["127.0.0.1"]
    yield known
    server.shutdown()
    server.server_close()


@pytest.fixture
def winter(db: None) -> Campaign:
    return make_campaign(Phase.SUBMISSION, now=timezone.now(), hashtag="Winterblick")


def fetch(campaign: Campaign, *accounts: str) -> actions.Fetched:
    return actions.import_posts(campaign=campaign, accounts=list(accounts), now=timezone.now())


def desk_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    pass_second_factor(client, user)
    return client


def test_all_pages_are_read_and_only_photos_kept(graph: Graph, winter: Campaign) -> None:
    graph.media = [
        graph.post(1),
        graph.post(2, kind="VIDEO"),
        graph.post(3, kind="CAROUSEL_ALBUM"),
        graph.post(4),
        {"id": "5", "media_type": "IMAGE"},
    ]
    done = fetch(winter)
    assert (done.new, done.skipped, done.problem) == (2, 3, "")
    assert set(InstagramPost.objects.values_list("media_id", flat=True)) == {"1", "4"}
    assert all(private_storage.exists(post.photo) for post in InstagramPost.objects.all())
    assert not Entry.objects.exists()


def test_a_post_is_fetched_once(graph: Graph, winter: Campaign) -> None:
    graph.media = [graph.post(1)]
    assert [fetch(winter).new, fetch(winter).new] == [1, 0]
    assert graph.asked.count("/media/1.jpg") == 1


def test_accounts_are_asked_and_only_the_hashtag_counts(graph: Graph, winter: Campaign) -> None:
    graph.accounts["stadt.muster"] = [graph.post(7, caption="Schnee! #winterblick"), graph.post(8, caption="Rathaus")]
    assert fetch(winter, "stadt.muster").new == 1
    post = InstagramPost.objects.get()
    assert (post.media_id, post.username) == ("7", "stadt.muster")
    assert fetch(winter, "x){evil}").problem == "refused"


@pytest.mark.parametrize("code, problem", [(190, "expired"), (4, "limited"), (32, "limited"), (24, "refused")])
def test_errors_are_told_apart(graph: Graph, winter: Campaign, code: int, problem: str) -> None:
    graph.error = {"message": f"no, {TOKEN}", "code": code}
    assert fetch(winter).problem == problem
    assert not InstagramPost.objects.exists()


def test_silent_server_is_a_problem_and_no_crash(graph: Graph, winter: Campaign, settings: Any) -> None:
    settings.INSTAGRAM_API = "http://127.0.0.1:9"
    assert fetch(winter).problem == "unreachable"


@pytest.mark.parametrize("url", ["http://example.com/1.jpg", "https://127.0.0.1/1.jpg", "file:///etc/hosts", ""])
def test_other_hosts_are_never_asked(graph: Graph, url: str) -> None:
    with pytest.raises(instagram.GraphProblem):
        instagram.photo_of(url)
    assert graph.asked == []


def test_redirects_are_not_followed_and_size_is_bound(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    graph.post(1)
    with pytest.raises(instagram.GraphProblem):
        instagram.photo_of(f"{graph.address}/elsewhere")
    assert graph.asked == ["/elsewhere"]
    monkeypatch.setattr("campaigns.instagram.graph.MAX_BYTES", 100)
    with pytest.raises(instagram.GraphProblem):
        instagram.photo_of(f"{graph.address}/media/1.jpg")


def test_author_confirms_by_link_and_nothing_is_public_before(graph: Graph, winter: Campaign, moderator: User) -> None:
    graph.media = [graph.post(1, caption="<script>alert(1)</script>")]
    fetch(winter)
    post = InstagramPost.objects.get()
    desk = desk_of(moderator)
    assert "<script>alert(1)" not in desk.get(DESK).content.decode()
    reply = desk.post(f"{DESK}{post.key}/", {"decision": "invite"})
    path = urlsplit(reply.context["link"]).path
    visitor = Client()
    page = visitor.get(path)
    assert (page.status_code, "<script>alert(1)" in page.content.decode()) == (200, False)
    assert visitor.get(f"{path}foto/")["Content-Type"] == "image/jpeg"
    assert not Entry.objects.exists()  # opening a link says nothing
    with committing():
        response = visitor.post(path)
    entry = Entry.objects.get()
    assert (entry.state, entry.is_public) == (EntryState.DRAFT, False)
    assert visitor.get(response["Location"]).status_code == 200
    post.refresh_from_db()
    assert (post.state, post.entry) == (PostState.CONFIRMED, entry)
    assert visitor.get(path).status_code == visitor.post(path).status_code == 404


def test_photo_that_is_too_small_asks_for_the_original(graph: Graph, winter: Campaign, moderator: User) -> None:
    graph.media = [graph.post(1)]
    graph.files["/media/1.jpg"] = photo_file(1, width=1080, height=1080).read()
    fetch(winter)
    post = InstagramPost.objects.get()
    token = actions.invite_author(post=post, by=moderator, now=timezone.now())
    page = Client().post(f"/kampagnen/{winter.slug}/instagram/{token}/").content.decode()
    assert "Original hochladen" in page
    post.refresh_from_db()
    assert post.state == PostState.INVITED
    assert not Entry.objects.exists()


def test_dismissed_post_loses_photo_and_words(graph: Graph, winter: Campaign, moderator: User) -> None:
    graph.media = [graph.post(1)]
    fetch(winter)
    post = InstagramPost.objects.get()
    with committing():
        desk_of(moderator).post(f"{DESK}{post.key}/", {"decision": "dismiss"})
    assert not private_storage.exists(post.photo)
    post.refresh_from_db()
    assert (post.state, post.caption, post.permalink) == (PostState.DISMISSED, "", "")
    assert fetch(winter).new == 0
    with pytest.raises(Refused):
        actions.invite_author(post=post, by=moderator, now=timezone.now())


def test_unconfirmed_posts_go_after_a_month(graph: Graph, winter: Campaign) -> None:
    graph.media = [graph.post(1)]
    fetch(winter)
    name = InstagramPost.objects.get().photo
    assert actions.forget_posts(timezone.now() + timedelta(days=29)) == 0
    assert actions.forget_posts(timezone.now() + timedelta(days=31)) == 1
    assert not private_storage.exists(name)


def test_clock_fetches_only_when_it_is_set_up(graph: Graph, winter: Campaign, settings: Any) -> None:
    graph.media = [graph.post(1)]
    settings.INSTAGRAM_TOKEN = ""
    assert actions.import_all(accounts=[], now=timezone.now()) == 0
    settings.INSTAGRAM_TOKEN = TOKEN
    assert actions.import_all(accounts=[], now=timezone.now()) == 1


def test_without_a_token_there_is_nothing(winter: Campaign, moderator: User) -> None:
    assert desk_of(moderator).get(DESK).status_code == 404
    assert Client().get(f"/kampagnen/{winter.slug}/instagram/abc/").status_code == 404


def test_desk_fetches_and_says_what_went_wrong(graph: Graph, winter: Campaign, moderator: User) -> None:
    graph.media = [graph.post(1), graph.post(2, kind="VIDEO")]
    desk = desk_of(moderator)
    done = desk.post(f"{DESK}{winter.slug}/abholen/", follow=True).content.decode()
    assert "Neue Fotos: 1. Ausgelassen (Videos, Alben): 1." in done
    graph.error = {"code": 190}
    assert (
        "Zugang zu Instagram ist abgelaufen" in desk.post(f"{DESK}{winter.slug}/abholen/", follow=True).content.decode()
    )
    assert desk_of(make_user("e@example.org", Role.EDITOR)).get(DESK).status_code == 404
