"""The search finds what is public, in any form of a word, counts it by kind, and helps when it finds nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import PageViewRestriction

from cms.core.words import excerpt, meant, stem, words
from home.models import HomePage
from tests.campaigns.factories import make_entry
from tests.home.factories import make_campaign_page, make_document, make_news, make_news_index, make_standard

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgetful() -> None:
    cache.clear()


def titles(client: Client, query: str, **more: str) -> list[str]:
    """The titles of what was found, in their order."""
    html = client.get("/suche/", {"q": query, **more}).content.decode()
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    part = main.split("Treffer für", 1)
    return re.findall(r"<b>([^<]+)</b>", part[1]) if len(part) > 1 else []


@pytest.mark.parametrize("query", ["Leerstand", "leerstände", "LEERSTANDES", "leerstand stadt"])
def test_a_page_is_found_by_any_form_of_a_word(client: Client, query: str) -> None:
    make_standard(title="Mit Leerstand umgehen", body=[("paragraph", "<p>Die Stadt kann viel tun.</p>")])
    make_standard(title="Etwas anderes")
    assert titles(client, query) == ["Mit Leerstand umgehen"]


def test_the_title_weighs_more_than_the_text(client: Client) -> None:
    make_standard(title="Anderes", body=[("paragraph", "<p>Hier geht es auch um die Wanderbaumallee.</p>")])
    make_standard(title="Die Wanderbaumallee")
    assert titles(client, "Wanderbaumallee") == ["Die Wanderbaumallee", "Anderes"]


def test_the_words_are_marked_where_they_stand(client: Client) -> None:
    make_standard(title="Klima", body=[("paragraph", "<p>Schatten spenden große Bäume.</p>")])
    assert "<mark>Bäume</mark>" in client.get("/suche/?q=baum").content.decode()


def test_kinds_are_counted_and_read_one_by_one(client: Client) -> None:
    index = make_news_index()
    for number in range(7):
        make_news(index, title=f"Marktplatz {number}")
    make_standard(title="Der Marktplatz")
    make_document("Marktplatz im Wandel")
    html = client.get("/suche/?q=marktplatz").content.decode()
    assert "9 Treffer für „marktplatz“" in html
    assert re.findall(r'art=(\w+)"[^>]*>([^<]+)</a>\s*\n', html) == [
        ("nachrichten", "Nachrichten (7)"),
        ("seiten", "Seiten (1)"),
        ("dokumente", "Dokumente (1)"),
    ]
    assert len(titles(client, "marktplatz", art="nachrichten")) == 7
    assert titles(client, "marktplatz", art="dokumente") == ["Marktplatz im Wandel"]


def test_public_entries_are_found_with_their_town(client: Client) -> None:
    page = make_campaign_page()
    entry = make_entry(page.campaign, title="Über den Dächern", is_public=True)
    make_entry(page.campaign, title="Unter den Dächern", is_public=False)
    assert titles(client, "dächer") == [entry.title]


def test_what_is_not_public_is_not_found(client: Client, home: HomePage) -> None:
    make_standard(title="Entwurf zum Geheimnis").unpublish()
    secret = make_standard(title="Geheimnis der Gruppe")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    make_document("Geheimnis, nicht in der Bibliothek", in_library=False)
    assert titles(client, "geheimnis") == []


def test_other_words_are_offered(client: Client) -> None:
    make_standard(title="Wanderbaumallee")
    html = client.get("/suche/?q=wanderbaumalee").content.decode()
    assert 'Meinten Sie <a href="?q=Wanderbaumallee">Wanderbaumallee</a>?' in html


@pytest.mark.parametrize("query", ["", "  ", "x", "?!", "(", '"', "a OR (", "\x00", "%00", "ä" * 500, "* NEAR"])
def test_whatever_is_typed_is_answered(client: Client, query: str) -> None:
    answer = client.get("/suche/", {"q": query, "art": "gibt-es-nicht", "seite": "-1"})
    assert answer.status_code == 200
    assert 'name="q"' in answer.content.decode()


@pytest.mark.parametrize("size", [2, 30])
def test_queries_do_not_grow(
    client: Client, django_assert_max_num_queries: Callable[..., Any], size: int, home: HomePage
) -> None:
    index = make_news_index()
    for number in range(size):
        make_news(index, title=f"Marktplatz {number}")
    make_document("Marktplatz")
    client.get("/suche/?q=marktplatz")
    with django_assert_max_num_queries(12):
        client.get("/suche/?q=marktplatz")
    with django_assert_max_num_queries(12):
        client.get("/suche/?q=marktplatz&art=nachrichten")


def test_every_page_leads_to_the_search(client: Client, home: HomePage) -> None:
    assert 'href="/suche/"' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("word", "beginning"),
    [("Leerstände", "leerstand"), ("Bäume", "baum"), ("Mitte", "mitt"), ("Gera", "gera"), ("Städten", "stadt")],
)
def test_stems(word: str, beginning: str) -> None:
    assert stem(word) == beginning


def test_excerpt_begins_near_the_hit() -> None:
    text = "Wort " * 100 + "Hier liegt Gotha. " + "Ende " * 100
    pieces = excerpt(text, "gotha")
    assert ("Gotha", True) in pieces
    assert pieces[0] == ("… ", False)
    assert sum(len(words) for words, _hit in pieces) < 240


def test_excerpt_leaves_out_the_commas_between_blocks() -> None:
    text = "seit wann und warum. , Begehen, Straße für Straße., Fragen, was ist geplant?, Zeigen"
    told = "seit wann und warum. Begehen, Straße für Straße. Fragen, was ist geplant? Zeigen"
    assert excerpt(text, "etwas") == [(told, False)]


def test_excerpt_without_a_hit_is_the_beginning() -> None:
    assert excerpt("Kurz und gut.", "etwas") == [("Kurz und gut.", False)]


def test_words_are_few_and_small() -> None:
    assert words("Das „Ärgernis“, nun ja! 2024") == ["das", "ärgernis", "nun", "ja", "2024"]


def test_meant_changes_only_what_is_unknown() -> None:
    assert meant("Leerstnad in Gera", ["Leerstand", "Gera", "in"]) == "Leerstand in Gera"
    assert meant("Gera", ["Gera"]) == ""
    assert meant("Bündniss", ["Bündnis"]) == "Bündnis"
    assert meant("qqqq", ["Gera"]) == ""
