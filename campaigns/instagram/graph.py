"""What the Graph API answers: hashtag search, recent media in pages, business discovery, and the photo itself.

Only the configured hosts are asked, with a bound time and size; redirects are not followed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from cms.core.images import MAX_BYTES

SECONDS = 10.0
MOST_JSON = 2 * 1024 * 1024
PER_PAGE = 50
MOST_PAGES = 10
FIELDS = "id,media_type,media_url,permalink,caption,timestamp"
EXPIRED = 190
LIMITED = frozenset({4, 17, 32, 613})


class GraphProblem(Exception):
    """Nothing could be fetched: `code` is "expired", "limited", "refused" or "unreachable". Never holds the token."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Post:
    """One photo as published; `username` is only known from business discovery."""

    media_id: str
    media_url: str
    permalink: str
    caption: str
    posted_at: datetime | None
    username: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Photos, and how many posts were left out because they are videos, carousels or lack a file."""

    posts: list[Post]
    skipped: int


def is_enabled() -> bool:
    """The import is set up."""
    return bool(settings.INSTAGRAM_TOKEN and settings.INSTAGRAM_USER_ID)


def posts_with(hashtag: str) -> Answer:
    """The photos published with a hashtag in the last 24 hours; the API does not say by whom."""
    user = settings.INSTAGRAM_USER_ID
    found = _ask("ig_hashtag_search", user_id=user, q=hashtag.lstrip("#"))["data"]
    if not found:
        return Answer([], 0)
    rows: list[dict[str, Any]] = []
    more: dict[str, str] = {}
    for _page in range(MOST_PAGES):
        answer = _ask(f"{found[0]['id']}/recent_media", user_id=user, fields=FIELDS, limit=PER_PAGE, **more)
        rows += answer["data"]
        after = answer.get("paging", {}).get("cursors", {}).get("after")
        if not after or not answer["data"]:
            break
        more = {"after": after}
    return _photos(rows)


def posts_of_account(username: str, hashtag: str) -> Answer:
    """The newest photos of a business account that carry the hashtag in their caption."""
    if not username.replace(".", "").replace("_", "").isalnum():
        raise GraphProblem("refused")
    fields = f"business_discovery.username({username}){{media.limit({PER_PAGE}){{{FIELDS}}}}}"
    media = _ask(settings.INSTAGRAM_USER_ID, fields=fields)["business_discovery"].get("media", {"data": []})
    tag = f"#{hashtag.lstrip('#')}".casefold()
    return _photos([row for row in media["data"] if tag in row.get("caption", "").casefold().split()], username)


def photo_of(post_url: str) -> bytes:
    """The file behind a media address: from an allowed host, not longer than an upload may be."""
    address = urlsplit(post_url)
    host = address.hostname or ""
    allowed = any(host == one or host.endswith(f".{one}") for one in settings.INSTAGRAM_MEDIA_HOSTS)
    if not allowed or address.scheme != urlsplit(settings.INSTAGRAM_API).scheme:
        raise GraphProblem("refused")
    status, body = _get(post_url, MAX_BYTES)
    if status != 200:
        raise GraphProblem("unreachable")
    return body


def _photos(rows: list[dict[str, Any]], username: str = "") -> Answer:
    wanted = {row["id"]: row for row in rows if row.get("media_type") == "IMAGE" and row.get("media_url")}
    posts = [
        Post(
            media_id=str(row["id"]),
            media_url=row["media_url"],
            permalink=row.get("permalink", ""),
            caption=row.get("caption", ""),
            posted_at=_moment(row.get("timestamp", "")),
            username=username,
        )
        for row in wanted.values()
    ]
    return Answer(posts, len({row["id"] for row in rows}) - len(posts))


def _moment(text: str) -> datetime | None:
    """„2027-06-15T10:00:00+0000“ as a moment."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _ask(path: str, **parameters: Any) -> dict[str, Any]:
    query = urlencode({**parameters, "access_token": settings.INSTAGRAM_TOKEN})
    _status, body = _get(f"{settings.INSTAGRAM_API}/{path}?{query}", MOST_JSON)
    try:
        answer = json.loads(body)
    except ValueError as error:
        raise GraphProblem("unreachable") from error
    if not isinstance(answer, dict) or "error" in answer:
        code = answer["error"].get("code") if isinstance(answer, dict) else None
        raise GraphProblem("expired" if code == EXPIRED else "limited" if code in LIMITED else "refused")
    return answer


def _get(url: str, most: int) -> tuple[int, bytes]:
    """GET without redirects; the status and at most `most` bytes, more is a problem."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=SECONDS)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}" if parts.query else parts.path)
        response = connection.getresponse()
        body = b"".join(_chunks(response, most))
    except (OSError, HTTPException) as error:
        raise GraphProblem("unreachable") from error
    finally:
        connection.close()
    return response.status, body


def _chunks(response: Any, most: int) -> Iterator[bytes]:
    length = 0
    while chunk := response.read(64 * 1024):
        length += len(chunk)
        if length > most:
            raise GraphProblem("refused")
        yield chunk
