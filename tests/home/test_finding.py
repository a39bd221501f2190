"""Search engines, shares and telephones find what is public, in every language, and nothing else."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image
from wagtail.models import Locale, PageViewRestriction

from home.models import HomePage
from tests.home.factories import make_news, make_news_index, make_standard

pytestmark = pytest.mark.django_db


def data(client: Client, path: str) -> dict[str, Any]:
    """The structured data of a page, by type."""
    html = client.get(path).content.decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    return {part["@type"]: part for part in json.loads(found[1])["@graph"]}


def test_sitemap_names_public_pages_with_their_translations(client: Client, home: HomePage) -> None:
    page = make_standard(slug="offen")
    make_standard(slug="entwurf").unpublish()
    secret = make_standard(slug="geheim")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    english = Locale.objects.get(language_code="en")
    home.copy_for_translation(english).save_revision().publish()
    page.copy_for_translation(english).save_revision().publish()
    answer = client.get("/sitemap.xml")
    xml = answer.content.decode()
    assert answer["Content-Type"].startswith("application/xml")
    paths = re.findall(r"<loc>https?://[^/<]+(/[^<]*)</loc>", xml)
    assert sorted(paths) == ["/", "/en/", "/en/offen/", "/offen/"]
    assert xml.count('hreflang="en"') == 4


@pytest.mark.parametrize("size", [1, 8])
def test_sitemap_asks_little(client: Client, home: HomePage, django_assert_max_num_queries: Any, size: int) -> None:
    for _number in range(size):
        make_standard()
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(6):
        client.get("/sitemap.xml")


def test_robots_keep_out_of_places_of_work(client: Client, settings: Any) -> None:
    settings.DEMO = False
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /verwaltung/" in lines
    assert "Disallow: /en/konto/" in lines
    assert lines[-1] == f"Sitemap: {settings.BASE_URL}/sitemap.xml"


def test_a_demo_is_not_for_search_engines(client: Client, settings: Any) -> None:
    settings.DEMO = True
    assert "Disallow: /" in client.get("/robots.txt").content.decode().splitlines()


def test_icons_exist(client: Client) -> None:
    found = json.loads(client.get("/manifest.webmanifest").content)
    for icon in found["icons"]:
        picture = Image.open(Path(settings.STATICFILES_DIRS[0]) / icon["src"].split("/static/")[1])
        assert icon["sizes"] == f"{picture.width}x{picture.height}"
    assert client.get("/favicon.ico").status_code == 302


def test_the_start_page_says_who_runs_it(client: Client, home: HomePage) -> None:
    assert data(client, "/")["Organization"]["name"] == settings.SITE_NAME


def test_a_page_says_where_it_lies(client: Client) -> None:
    above = make_standard(title="Oben & <drüber>")
    below = make_standard(above, title="Unten")
    steps = data(client, below.url)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["Start", "Oben & <drüber>", "Unten"]


def test_news_are_articles(client: Client) -> None:
    news = make_news(make_news_index(), title="Neu")
    assert data(client, news.url)["NewsArticle"]["headline"] == "Neu"


def test_a_page_without_picture_has_a_drawn_one(client: Client) -> None:
    page = make_standard(title="Ein langer Titel über die Zukunft der Innenstadt in kleinen und mittleren Städten")
    html = client.get(page.url).content.decode()
    address = re.search(r'property="og:image" content="([^"]+)"', html)
    assert address
    assert address[1].startswith(f"{settings.BASE_URL}/teilen/")
    answer = client.get(address[1].removeprefix(settings.BASE_URL))
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
    page.unpublish()
    assert client.get(address[1].removeprefix(settings.BASE_URL)).status_code == 404


@pytest.mark.parametrize("path", ["/gibt-es-nicht/", "/en/gibt-es-nicht/"])
def test_a_missing_page_helps(client: Client, home: HomePage, path: str) -> None:
    html = client.get(path).content.decode()
    assert 'role="search"' in html
    assert "hinweise/" in html


def test_maintenance_is_a_file(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    assert client.get("/hinweise/").status_code == 200
    (tmp_path / "wartung").touch()
    answer = client.get("/hinweise/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "600")
    assert "gewartet" in answer.content.decode()
    assert client.get("/gesund/live").status_code == 200
