"""Visitors read pages; lists cost the same whatever their length."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.enums import Phase
from home.models import HomePage
from tests.campaigns.factories import committing, make_entry
from tests.home.conftest import Count
from tests.home.factories import (
    TEASER,
    child,
    make_campaign_page,
    make_competition_page,
    make_document,
    make_image,
    make_news,
    make_news_index,
    make_standard,
    news_of,
)

pytestmark = pytest.mark.django_db


def test_standard_page_shows_teaser_text_and_its_children(client: Client) -> None:
    page = make_standard(title="Bündnis", image=make_image(), body=[("paragraph", "<p>Worum es geht</p>")])
    below = make_standard(page, title="Partner werden")
    html = client.get(page.url).content.decode()
    assert TEASER in html
    assert "Worum es geht" in html
    assert 'alt="Marktplatz im Regen"' in html
    assert "Ada Auge" in html
    assert f'href="{below.url}"' in html


def test_page_says_its_language_canonical_address_and_description(client: Client, settings: Any) -> None:
    page = make_standard(title="Bündnis", slug="buendnis", search_description="Kurz gesagt.")
    html = client.get(page.url).content.decode()
    assert '<html lang="de">' in html
    assert f'<link rel="canonical" href="{settings.BASE_URL}/buendnis/">' in html
    assert '<meta name="description" content="Kurz gesagt.">' in html
    assert '<meta property="og:title" content="Bündnis">' in html


def test_unpublished_page_is_not_found(client: Client) -> None:
    page = make_standard()
    url = page.url
    page.unpublish()
    assert client.get(url).status_code == 404


def test_every_body_block_renders(client: Client) -> None:
    page = make_standard(
        body=[
            ("lead", "Vorspann hier"),
            ("heading", "Überschrift hier"),
            ("paragraph", "<p>Absatz hier</p>"),
            ("figure", {"image": make_image(), "caption": "Unterschrift hier"}),
            ("facts", {"heading": "Steckbrief", "items": [{"term": "Seit", "text": "<p>2021</p>"}]}),
            ("steps", {"heading": "", "items": [{"heading": "Eins", "text": "a"}, {"heading": "Zwei", "text": "b"}]}),
            ("quote", {"quote": "Zitat hier", "source": "Greiz"}),
            ("documents", {"heading": "", "items": [make_document(summary="Kurz hier")]}),
            ("button", {"text": "Weiter hier", "address": "https://www.example.org/", "page": None}),
        ]
    )
    html = client.get(page.url).content.decode()
    for words in ("Vorspann", "Überschrift", "Absatz", "Unterschrift", "Zitat", "Weiter", "Kurz"):
        assert f"{words} hier" in html
    assert "nicht barrierefrei" in html
    assert "style=" not in html


def test_news_stand_newest_first_and_by_year(client: Client) -> None:
    index = make_news_index()
    old, new = news_of(2023, index), news_of(2025, index)
    html = client.get(index.url).content.decode()
    assert html.index(new.title) < html.index(old.title)
    only_old = client.get(f"{index.url}?jahr=2023").content.decode()
    assert old.title in only_old
    assert new.title not in only_old


@pytest.mark.parametrize("query", ["jahr=1999", "jahr=x", "jahr=²", "seite=0", "seite=99", "seite=x"])
def test_news_index_survives_odd_addresses(client: Client, query: str) -> None:
    index = make_news_index()
    make_news(index)
    assert client.get(f"{index.url}?{query}").status_code == 200


def test_news_index_without_news_says_so(client: Client) -> None:
    assert "Noch keine Nachrichten" in client.get(make_news_index().url).content.decode()


def test_news_page_shows_date_and_neighbours(client: Client) -> None:
    index = make_news_index()
    old, middle, new = (make_news(index, days_ago=days, title=f"Tag {days}") for days in (9, 5, 1))
    html = client.get(middle.url).content.decode()
    assert f'href="{old.url}" rel="prev"' in html
    assert f'href="{new.url}" rel="next"' in html


@pytest.mark.parametrize("rows", [1, 3])
def test_news_index_costs_the_same_for_more_news(queries: Count, rows: int) -> None:
    index = make_news_index()
    for number in range(rows):
        make_news(index, days_ago=number, image=make_image(f"Bild {number}"))
    assert queries(index.url) == 12


def test_feed_holds_news_in_atom(client: Client) -> None:
    item = make_news(make_news_index(), title="Neue Bäume")
    answer = client.get("/aktuelles.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Neue Bäume" in answer.content.decode()
    assert item.url in answer.content.decode()


@pytest.mark.parametrize(
    "phase,there,absent",
    [
        (Phase.ANNOUNCED, "dann ab", "mitmachen/"),
        (Phase.SUBMISSION, "mitmachen/", "Jetzt abstimmen"),
        (Phase.CHECKING, "dann ab", "mitmachen/"),
        (Phase.VOTING, "Jetzt abstimmen", "mitmachen/"),
        (Phase.COUNTING, "Ergebnis", "Jetzt abstimmen"),
    ],
)
def test_campaign_page_offers_what_its_phase_allows(client: Client, phase: Phase, there: str, absent: str) -> None:
    page = make_campaign_page(phase)
    html = client.get(page.url).content.decode()
    assert there in html
    assert absent not in html
    assert 'class="line across"' in html


def test_campaign_page_stands_at_the_address_of_its_campaign(client: Client) -> None:
    page = make_campaign_page(slug="irgendwas")
    assert page.url == page.campaign.get_absolute_url()


def test_campaign_page_shows_photos_of_its_entries(client: Client) -> None:
    page = make_campaign_page(Phase.VOTING)
    entry = make_entry(page.campaign, title="Blick vom Turm")
    html = client.get(page.url).content.decode()
    assert "Blick vom Turm" in html
    assert entry.get_absolute_url() in html


@pytest.mark.parametrize("rows", [1, 3])
def test_campaign_page_costs_the_same_for_more_entries(queries: Count, rows: int) -> None:
    page = make_campaign_page(Phase.VOTING, image=make_image())
    for _number in range(rows):
        make_entry(page.campaign)
    assert queries(page.url) == 16


@pytest.mark.parametrize("rows", [1, 3])
def test_campaign_index_costs_the_same_for_more_campaigns(queries: Count, rows: int) -> None:
    for number in range(rows):
        page = make_campaign_page(Phase.VOTING, image=make_image(f"Bild {number}"))
    assert queries(page.get_parent().url) == 10


@pytest.mark.parametrize("rows", [1, 3])
def test_competition_index_costs_the_same_for_more_contests(queries: Count, rows: int) -> None:
    for number in range(rows):
        page = make_competition_page(image=make_image(f"Bild {number}"))
    assert queries(page.get_parent().url) == 11


def test_index_groups_by_what_is_open(client: Client) -> None:
    open_one, soon = make_campaign_page(Phase.VOTING), make_campaign_page(Phase.ANNOUNCED)
    over = make_campaign_page(Phase.RESULTS)
    html = client.get(open_one.get_parent().url).content.decode()
    places = [html.index(words) for words in ("Jetzt offen", open_one.title, "Bald<", soon.title, over.title)]
    assert places == sorted(places)


def test_competition_page_shows_facts_criteria_and_the_way_in(client: Client) -> None:
    page = make_competition_page()
    html = client.get(page.url).content.decode()
    stage = page.competition.stages.get()
    assert f'href="{page.url}bewerben/"' in html
    assert "wettbewerb@example.org" in html
    for criterion in stage.criteria.all():
        assert criterion.name in html


def test_competition_page_says_what_can_be_won(client: Client) -> None:
    page = make_competition_page()
    stage = page.competition.stages.get()
    stage.awards.all().delete()
    stage.awards.create(title="Erster Preis", rank=1, quantity=2, amount=1500)
    stage.awards.create(title="Sonderpreis", rank=2, quantity=1, is_optional=True)
    html = client.get(page.url).content.decode()
    assert "Erster Preis (2 ×)" in html
    assert "Betrag offen, kann entfallen" in html
    assert "Zusammen bis zu 3.000 €" in html.replace("\xa0", " ")
    page.competition.budget = 5000
    page.competition.save(update_fields=["budget"])
    assert "Zusammen bis zu 5.000 €" in client.get(page.url).content.decode().replace("\xa0", " ")


def test_competition_page_after_the_deadline_offers_no_application(client: Client) -> None:
    page = make_competition_page()
    now = timezone.now()
    page.competition.stages.update(
        opens_at=now - timedelta(days=9),
        closes_at=now - timedelta(days=1),
        jury_opens_at=now,
        jury_closes_at=now + timedelta(days=9),
    )
    assert "bewerben/" not in client.get(page.url).content.decode()


def test_competition_page_names_no_winner_before_the_commitment(client: Client) -> None:
    html = client.get(make_competition_page().url).content.decode()
    assert "Die Preise gehen an" not in html


def test_page_rejects_a_campaign_page_without_campaign(home: HomePage) -> None:
    from django.core.exceptions import ValidationError

    from home.models import CampaignIndexPage, CampaignPage

    index: Any = child(home, CampaignIndexPage, slug="kampagnen")
    with pytest.raises(ValidationError) as refused:
        index.add_child(instance=CampaignPage(title="Ohne", teaser=TEASER))
    assert set(refused.value.message_dict) == {"campaign"}


def test_full_addresses_begin_with_the_address_of_the_site(settings: Any) -> None:
    settings.BASE_URL = "https://stadtblick.example.org"
    page = make_standard(title="Impressum", slug="impressum")
    assert (page.full_url, page.url) == ("https://stadtblick.example.org/impressum/", "/impressum/")


def test_old_address_of_a_page_leads_to_the_new_one(client: Client, home: HomePage) -> None:
    page, above = make_standard(slug="baenke"), make_standard(slug="im-park")
    page.slug = "neue-baenke"
    with committing():
        page.save_revision().publish()
    assert client.get("/baenke/").headers["Location"] == "/neue-baenke/"
    page.refresh_from_db()
    with committing():
        page.move(above, pos="last-child")
    for old in ("/baenke/", "/neue-baenke/"):
        answer = client.get(old)
        assert (answer.status_code, answer.headers["Location"]) == (301, "/im-park/neue-baenke/")
