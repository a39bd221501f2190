"""The start page: finger-post, sections in the editor's order, a bounded number of queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.enums import Phase
from home.blocks import HomeSections
from home.enums import PartnerKind
from home.models import HomePage, SiteSettings
from tests.home.conftest import Count
from tests.home.factories import (
    make_campaign_page,
    make_competition_page,
    make_document,
    make_group,
    make_image,
    make_news,
    make_news_index,
    make_partner,
    make_project,
    make_standard,
)

pytestmark = pytest.mark.django_db


def every_section() -> list[tuple[str, Any]]:
    page = make_standard(title="Bündnis")
    start = timezone.now() + timedelta(days=16)
    return [
        (
            "mission",
            {
                "heading": "Auftrag",
                "text": "<p>Wozu</p>",
                "figures": [{"number": "27 %", "text": "leer"}],
                "page": page,
            },
        ),
        ("offers", {"campaigns": True, "competitions": True}),
        (
            "together",
            {"heading": "Gemeinsam", "text": "", "page": page},
        ),
        (
            "groups",
            {
                "heading": "Gruppen",
                "items": [],
            },
        ),
        (
            "projects",
            {
                "heading": "Projekte",
                "items": [],
                "image": make_image(),
            },
        ),
        (
            "dates",
            {
                "heading": "Termine",
                "by_kind": True,
                "with_deadlines": True,
                "count": 3,
                "items": [
                    {
                        "title": "Bündnistreffen",
                        "kind": "alliance",
                        "start": start,
                        "place": "Suhl",
                        "is_provisional": True,
                    },
                    {"title": "Vorbei", "kind": "group", "start": start - timedelta(days=40), "place": "Gera"},
                ],
            },
        ),
        ("news", {"heading": "Aktuelles", "count": 4}),
        ("figures", {"heading": "Zahlen", "figures": [{"number": "6", "text": "Städte"}], "source": "2025"}),
        ("voices", {"items": [{"quote": "Ich mag meine Stadt", "source": "Greiz"}]}),
        ("documents", {"heading": "Dokumente", "items": [make_document(), make_document("Studie")]}),
        ("initiatives", {"heading": "Initiativen", "items": [{"heading": "ThEx", "text": "Beratung"}]}),
        ("newsletter", {"heading": "Newsletter", "text": "Einmal im Monat"}),
        (
            "office",
            {
                "heading": "Büro",
                "people": [{"role": "Leitung", "text": "alles"}],
                "hints_heading": "Hinweise",
                "hints_text": "Los",
            },
        ),
        ("partners", {"heading": "Für Partner", "text": "Anmelden"}),
    ]


@pytest.fixture
def full(home: HomePage) -> HomePage:
    """A start page with every section, open offers, news, and everything of the alliance."""
    group = make_group(title="Klima")
    make_project(title="Wanderbaumallee", group=group, area="landesweit", status_note="zweite Runde")
    make_partner("IHK Erfurt", kind=PartnerKind.CHAMBER)
    make_campaign_page(Phase.VOTING, image=make_image("Kampagne"))
    make_competition_page()
    index = make_news_index()
    for number in range(4):
        make_news(index, days_ago=number, image=make_image(f"Meldung {number}"))
    home.refresh_from_db()
    home.image, home.image_night = make_image("Tag"), make_image("Nacht")
    home.more_page = index
    home.sections = every_section()
    home.save_revision().publish()
    return home


def test_empty_start_page_opens(client: Client, home: HomePage) -> None:
    html = client.get("/").content.decode()
    assert "Die Stadt beginnt" in html
    assert 'class="post"' not in html


def test_every_section_of_the_old_start_page_stands_in_its_order(client: Client, full: HomePage) -> None:
    html = client.get("/").content.decode()
    ids = (
        "auftrag",
        "partner",
        "buendnis",
        "projekte",
        "termine",
        "aktuelles",
        "wissen",
        "initiativen",
        "newsletter",
        "kontakt",
        "fuer-partner",
    )
    places = [html.index(f'id="{name}"') for name in ids]
    assert places == sorted(places)


def test_finger_post_shows_what_is_open_with_days_left(client: Client, full: HomePage) -> None:
    html = client.get("/").content.decode()
    assert html.count('class="arm brick"') == 1
    assert "Abstimmen" in html
    assert "data-days-left=" in html


def test_arms_take_what_is_open_first(client: Client, home: HomePage) -> None:
    make_campaign_page(Phase.ANNOUNCED)
    make_competition_page()
    html = client.get("/").content.decode()
    assert html.index("Bewerben") < html.index("Bald einreichen")


def test_sections_fill_themselves_from_the_pages_of_the_alliance(client: Client, full: HomePage) -> None:
    html = client.get("/").content.decode()
    for words in ("<h3>Klima</h3>", "<li>Wanderbaumallee</li>", "zweite Runde", "landesweit", "IHK Erfurt"):
        assert words in html


def test_an_editor_chooses_and_orders_projects(client: Client, home: HomePage) -> None:
    first, second = make_project(title="Eins"), make_project(title="Zwei")
    make_project(title="Drei")
    home.sections = [("projects", {"heading": "Projekte", "items": [second, first]})]
    home.save_revision().publish()
    html = client.get("/").content.decode()
    assert html.index("<b>Zwei</b>") < html.index("<b>Eins</b>")
    assert "<b>Drei</b>" not in html


def test_a_new_partner_stands_there_at_once(client: Client, full: HomePage) -> None:
    assert "Neuling" not in client.get("/").content.decode()
    make_partner("Neuling")
    assert "Neuling" in client.get("/").content.decode()


def test_dates_leave_out_the_past_and_take_deadlines(client: Client, full: HomePage) -> None:
    html = client.get("/").content.decode()
    assert "Bündnistreffen" in html
    assert "voraussichtlich" in html
    assert "Vorbei" not in html
    assert "Annahmeschluss: Innenstadt-Wettbewerb" in html


def test_start_page_costs_at_most_twelve_queries(queries: Count, full: HomePage) -> None:
    assert queries("/") <= 12


def test_hero_shows_another_picture_at_night(client: Client, full: HomePage) -> None:
    html = client.get("/").content.decode()
    assert '<source media="(prefers-color-scheme: dark)"' in html


def test_office_shows_address_of_the_settings(client: Client, full: HomePage) -> None:
    settings = SiteSettings.for_site(full.get_site())
    settings.street, settings.email = "Mainzerhofstraße 12", "kontakt@example.org"
    settings.save()
    html = client.get("/").content.decode()
    assert "Mainzerhofstraße 12" in html
    assert "mailto:kontakt@example.org" in html


def test_start_page_has_no_style_of_its_own_and_no_dead_link(client: Client, full: HomePage) -> None:
    html = client.get("/").content.decode()
    assert "style=" not in html
    assert 'href="#"' not in html
    assert 'href=""' not in html


def test_preview_of_a_draft_shows_unsaved_words(client: Client, full: HomePage) -> None:
    full.teaser = "Noch nicht gespeichert"
    answer = full.make_preview_request()
    assert answer.status_code == 200
    assert "Noch nicht gespeichert" in answer.content.decode()
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]


def test_no_other_site_may_frame_a_page(client: Client, home: HomePage) -> None:
    assert "frame-ancestors 'none'" in client.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize("name", sorted(HomeSections().child_blocks))
def test_every_section_explains_itself_to_editors(name: str) -> None:
    block = HomeSections().child_blocks[name]
    assert str(block.label)
    assert block.get_description()
    assert block.meta.icon


def test_sections_have_at_most_two_levels() -> None:
    from wagtail.blocks import ListBlock, StreamBlock, StructBlock

    def depth(block: Any) -> int:
        if isinstance(block, ListBlock):
            return depth(block.child_block)
        if isinstance(block, (StructBlock, StreamBlock)):
            return 1 + max(depth(child) for child in block.child_blocks.values())
        return 0

    assert max(depth(block) for block in HomeSections().child_blocks.values()) == 2
