"""Menus follow the pages; legal links exist on every page and none of them is dead."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from wagtail.models import Locale, Site

from home.models import HomePage, SiteSettings
from tests.home.factories import make_standard

pytestmark = pytest.mark.django_db


def menu_of(client: Client, path: str = "/") -> list[str]:
    html = client.get(path).content.decode()
    nav = re.search(r'<nav class="wide".*?</nav>', html, re.DOTALL)
    return re.findall(r"<a [^>]*>([^<]+)</a>", nav[0]) if nav else []


def test_menu_lists_published_pages_that_want_to_be_in_it(client: Client) -> None:
    make_standard(title="Bündnis", show_in_menus=True)
    make_standard(title="Versteckt")
    make_standard(title="Entwurf", show_in_menus=True).unpublish()
    assert menu_of(client) == ["Bündnis"]


def test_menu_follows_changes_at_once(client: Client) -> None:
    page = make_standard(title="Bündnis", show_in_menus=True)
    assert menu_of(client) == ["Bündnis"]
    page.title = "Das Bündnis"
    page.save_revision().publish()
    assert menu_of(client) == ["Das Bündnis"]
    page.unpublish()
    assert menu_of(client) == []


def test_menu_marks_where_the_reader_is(client: Client) -> None:
    page = make_standard(title="Bündnis", show_in_menus=True)
    below = make_standard(page)
    assert 'aria-current="true">Bündnis' in client.get(below.url).content.decode()


def test_crumbs_lead_up(client: Client) -> None:
    page = make_standard(title="Bündnis")
    below = make_standard(page)
    html = client.get(below.url).content.decode()
    assert f'<a href="{page.url}">Bündnis</a>' in html


def test_legal_links_come_from_the_settings(client: Client, home: HomePage) -> None:
    page = make_standard(title="Impressum")
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.imprint_page = page
    settings.save()
    html = client.get("/").content.decode()
    assert f'<a href="{page.url}">Impressum</a>' in html
    assert ">Datenschutz</a>" not in html
    assert "/barriere-melden/?seite=/" in html


LEGAL = {
    "impressum": "Impressum",
    "datenschutz": "Datenschutz",
    "barrierefreiheit": "Erklärung zur Barrierefreiheit",
    "leichte-sprache": "Leichte Sprache",
}


@pytest.mark.parametrize("path", ["/", "/konto/anmelden/", "/hinweise/", "/gibt-es-nicht/"])
def test_legal_links_need_no_settings(client: Client, home: HomePage, path: str) -> None:
    pages = {name: make_standard(slug=slug) for slug, name in LEGAL.items()}
    html = client.get(path).content.decode()
    for name, page in pages.items():
        assert f'<a href="{page.url}">{name}</a>' in html
    assert ">Barriere melden</a>" in html


def test_a_chosen_legal_page_goes_before_the_usual_address(client: Client, home: HomePage) -> None:
    usual, chosen = make_standard(slug="impressum"), make_standard(slug="wer-wir-sind")
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.imprint_page = chosen
    settings.save()
    assert f'<a href="{chosen.url}">Impressum</a>' in client.get("/").content.decode()
    chosen.unpublish()
    assert f'<a href="{usual.url}">Impressum</a>' in client.get("/").content.decode()


def test_german_is_shown_whatever_the_browser_asks_for(client: Client) -> None:
    answer = client.get("/", headers={"accept-language": "en"})
    assert '<html lang="de">' in answer.content.decode()


def test_english_translation_lies_below_its_prefix(client: Client, home: HomePage) -> None:
    english = Locale.objects.get(language_code="en")
    page = make_standard(title="Bündnis", slug="buendnis")
    home.copy_for_translation(english).save_revision().publish()
    translated = page.copy_for_translation(english)
    translated.title = "Alliance"
    translated.save_revision().publish()
    html = client.get("/en/buendnis/").content.decode()
    assert '<html lang="en">' in html
    assert "Alliance" in html
    assert 'hreflang="de"' in html
    assert 'hreflang="en"' in client.get(page.url).content.decode()
