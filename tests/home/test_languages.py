"""One address per language: the prefix decides, the switch keeps the page, what is not translated says so."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from wagtail.models import Locale

from cms.core.languages import language_of, without_prefix
from cms.core.sentences import sentence_lines
from home.models import HomePage, StandardPage
from tests.home.factories import make_campaign_page, make_group, make_news, make_news_index, make_standard

pytestmark = pytest.mark.django_db


@pytest.fixture
def easy_home(home: HomePage) -> HomePage:
    """The start page in Leichte Sprache."""
    cache.clear()
    page = home.copy_for_translation(Locale.objects.get(language_code="de-simple"))
    page.title = "Start in Leichter Sprache"
    page.save_revision().publish()
    return page


def translate(page: StandardPage, code: str, **fields: str) -> StandardPage:
    copy = page.copy_for_translation(Locale.objects.get(language_code=code))
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return StandardPage.objects.get(pk=copy.pk)


@pytest.mark.parametrize(
    ("path", "code", "plain"),
    [
        ("/", "de", "/"),
        ("/leicht/", "de-simple", "/"),
        ("/leicht", "de-simple", "/"),
        ("/en/kampagnen/blick/", "en", "/kampagnen/blick/"),
        ("/english/", "de", "/english/"),
        ("/kampagnen/leicht/", "de", "/kampagnen/leicht/"),
    ],
)
def test_the_address_says_the_language(path: str, code: str, plain: str) -> None:
    assert (language_of(path), without_prefix(path)) == (code, plain)


def test_easy_language_has_its_tag_and_its_prefix(client: Client, easy_home: HomePage) -> None:
    html = client.get("/leicht/").content.decode()
    assert easy_home.url == "/leicht/"
    assert '<html lang="de-simple">' in html
    assert f'hreflang="x-default" href="{settings.BASE_URL}/"' in html
    assert re.findall(r'<link rel="alternate" hreflang="([^"]+)"', html) == ["de", "x-default", "de-simple"]


def test_the_switch_keeps_the_page(client: Client, easy_home: HomePage) -> None:
    page = make_standard(title="Bündnis", slug="buendnis")
    easy = translate(page, "de-simple", slug="das-buendnis")
    assert (
        f'<a href="{easy.url}" lang="de-simple" hreflang="de-simple">Leichte Sprache</a>'
        in client.get(page.url).content.decode()
    )
    assert f'<a href="{page.url}" lang="de" hreflang="de">Alltagssprache</a>' in client.get(easy.url).content.decode()


def test_the_switch_keeps_forms_and_their_questions(client: Client, easy_home: HomePage) -> None:
    html = client.get("/barriere-melden/?seite=/x/").content.decode()
    assert 'href="/leicht/barriere-melden/?seite=/x/"' in html
    assert 'href="/barriere-melden/"' in client.get("/leicht/barriere-melden/").content.decode()


def test_without_a_second_language_there_is_no_switch(client: Client, home: HomePage) -> None:
    assert "hreflang" not in client.get("/").content.decode()


def test_a_page_that_is_not_translated_offers_the_german_one(client: Client, easy_home: HomePage) -> None:
    page = make_standard(title="Nur auf Deutsch")
    answer = client.get(f"/leicht{page.url}")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'href="{page.url}" lang="de" hreflang="de">Nur auf Deutsch</a>' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_campaign_without_translation_offers_its_page_but_its_gallery_speaks(client: Client, home: HomePage) -> None:
    page = make_campaign_page()
    assert page.title in client.get(f"/en{page.url}").content.decode()
    assert '<html lang="en">' in client.get(f"/en{page.url}galerie/").content.decode()


def test_offers_reach_into_german_where_nothing_is_translated(client: Client, easy_home: HomePage) -> None:
    german, both = (
        make_campaign_page(title="Nur deutsch", teaser="Eins. Zwei."),
        make_campaign_page(title="Auf Deutsch"),
    )
    easy = both.copy_for_translation(Locale.objects.get(language_code="de-simple"), copy_parents=True)
    easy.title = "Ganz leicht"
    easy.save_revision().publish()
    easy_home.sections = [("offers", {"campaigns": True, "competitions": True})]
    easy_home.save_revision().publish()
    html = client.get("/leicht/").content.decode()
    assert f'lang="de">{german.title}</h2>' in html
    assert 'lang="de">Eins.<br>Zwei.</p>' in html
    assert "Ganz leicht" in html
    assert both.title not in html
    index = client.get("/leicht/suche/?q=Zwetschge").content.decode()
    assert re.search(r'<a href="[^"]*/suche/\?q=Zwetschge" hreflang="de">Dort nach „Zwetschge“ suchen', index)


def test_a_language_without_pages_does_not_pretend(client: Client, home: HomePage) -> None:
    assert "noch nicht in dieser Sprache" in client.get("/leicht/").content.decode()


@pytest.mark.parametrize("path", ["/leicht/gibt-es-nicht/", "/en/gibt-es-nicht/", "/gibt-es-nicht/"])
def test_what_exists_nowhere_is_not_found(client: Client, easy_home: HomePage, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_unpublished_page_is_not_offered(client: Client, easy_home: HomePage) -> None:
    page = make_standard()
    page.unpublish()
    assert client.get(f"/leicht{page.url}").status_code == 404


def test_sentences_stand_on_lines_of_their_own(client: Client, easy_home: HomePage) -> None:
    page = translate(make_standard(), "de-simple", teaser="Das ist eine Stadt. Sie ist schön.")
    assert "Das ist eine Stadt.<br>Sie ist schön." in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Eins. Zwei! Drei? Vier.", "Eins.<br>Zwei!<br>Drei?<br>Vier."),
        ("Am 26. September ist Fest.", "Am 26. September ist Fest."),
        ("Zum Beispiel z. B. Erfurt.", "Zum Beispiel z. B. Erfurt."),
        ("<b>Halt.</b> <a href='/'>Hier</a> weiter.", "<b>Halt.</b><br><a href='/'>Hier</a> weiter."),
        ("Seit dem Jahr 2021. Ein Bündnis.", "Seit dem Jahr 2021.<br>Ein Bündnis."),
        ("Er sagt: „Ja.“ Sie geht.", "Er sagt:<br>„Ja.“<br>Sie geht."),
    ],
)
def test_lines_of_easy_language(text: str, lines: str) -> None:
    assert sentence_lines(text) == lines


def test_the_start_page_offers_in_german_what_is_not_translated(client: Client, easy_home: HomePage) -> None:
    group = make_group(title="Klima")
    make_news(make_news_index(), title="Neue Bänke")
    easy_home.sections = [
        ("groups", {"heading": "Gruppen", "items": []}),
        ("news", {"heading": "Neues", "count": 2}),
    ]
    easy_home.save_revision().publish()
    html = client.get("/leicht/").content.decode()
    assert '<h3 lang="de">Klima</h3>' in html
    assert f'href="{group.url}"' in html
    assert re.search(r'<h3 lang="de"><a href="[^"]*">Neue Bänke', html)
