"""How many clicks a page is away from the start page: breadth first, as somebody who only follows links."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client

HREF = re.compile(r'<a\b[^>]*?\bhref="([^"#]+)')
# Photos, applications and towns have hundreds of pages of the same kind, and none of them leads to one of the site.
OTHERS = re.compile(
    r"/(en/|leicht/)?((kampagnen|wettbewerbe)/[^/]+/.|barriere-melden/[?])"
    r"|/(static|medien|dokumente|verwaltung|demo|konto)/"
)


def clicks(client: Client, start: str, *, most: int = 3) -> dict[str, int]:
    """Every path that `most` clicks from `start` reach, with the fewest that it takes."""
    found, ring, seen = {urlsplit(start).path: 0}, [start], {start}
    for number in range(1, most + 1):
        links = {urljoin(address, link) for address in ring for link in _links(client, address)}
        ring = sorted(link for link in links - seen if link.startswith("/") and not OTHERS.match(link))
        seen |= links
        for link in ring:
            found.setdefault(urlsplit(link).path, number)
    return found


def _links(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    return [unescape(link) for link in HREF.findall(answer.content.decode())] if is_page else []
