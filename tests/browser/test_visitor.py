"""A visitor in a real browser: filters, loading on, the choice in reach, sharing, towns, viewpoints."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from campaigns.enums import ConsentKind, Phase
from campaigns.models import Campaign, Consent, Entry
from campaigns.queries import current_consent_texts
from home.actions import start_viewpoint
from home.models import ViewpointIndexPage
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible
from tests.browser.conftest import PHONE
from tests.campaigns.factories import make_campaign, make_entry, make_town
from tests.home.factories import child, home_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def campaign(site: str) -> Campaign:
    return make_campaign(Phase.VOTING, now=timezone.now(), title="Der schönste Blick der Stadt", hashtag="Blick")


@pytest.fixture
def entries(campaign: Campaign) -> list[Entry]:
    """More photos than a page holds, of two towns."""
    towns = make_town("Apolda", 4_000), make_town("Bad Sulza", 7_000)
    made = [make_entry(campaign, municipality=towns[n % 2], title=f"Blick {n}") for n in range(50)]
    for entry in made:
        entry.is_public = True
    return made


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """One small picture stands for all photos: fifty real ones would take a minute."""
    dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="
    monkeypatch.setattr(Entry, "rendition_url", lambda self, width, ext="jpg": dot)
    monkeypatch.setattr(Entry, "srcset", lambda self, ext="webp": f"{dot} 480w")


def test_gallery_loads_on_and_finds_back(phone: Page, campaign: Campaign, entries: list[Entry]) -> None:
    phone.goto(f"{campaign.get_absolute_url()}galerie/")
    tiles = phone.locator("#fotos > li")
    expect(tiles).to_have_count(24)
    phone.get_by_role("button", name="Weitere Fotos laden").click()
    expect(phone.locator("[data-says]")).to_have_text("48 von 50 Fotos geladen")
    expect(tiles.nth(24).locator("h2 a")).to_be_focused()
    phone.get_by_role("button", name="Weitere Fotos laden").scroll_into_view_if_needed()
    expect(tiles).to_have_count(50)
    expect(phone.get_by_role("button", name="Weitere Fotos laden")).to_be_hidden()
    assert phone.url.endswith("/galerie/")
    assert_accessible(phone)
    title = tiles.nth(40).locator("h2 a").inner_text()
    tiles.nth(40).locator("h2 a").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(title)
    phone.go_back()
    expect(phone.get_by_role("link", name=title, exact=True)).to_be_in_viewport()


def test_gallery_without_javascript_has_pages(
    new_page: Callable[..., Page], campaign: Campaign, entries: list[Entry]
) -> None:
    page = new_page(**PHONE, javascript=False)
    page.goto(f"{campaign.get_absolute_url()}galerie/")
    expect(page.get_by_role("button", name="Weitere Fotos laden")).to_be_hidden()
    page.get_by_role("navigation", name="Seiten der Liste").get_by_role("link", name="Weiter").click()
    expect(page.locator("#fotos > li")).to_have_count(24)
    page.locator("#fotos a").first.click()
    expect(page.get_by_role("heading", name="Weitersagen")).to_be_visible()


def test_filters_combine_and_come_off(page: Page, campaign: Campaign, entries: list[Entry]) -> None:
    page.goto(f"{campaign.get_absolute_url()}galerie/")
    page.get_by_label("Ort", exact=True).select_option(label="Apolda (25)")
    page.get_by_label("Wort").fill("Blick 4")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.get_by_text("9 von 50 Fotos")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Karte", exact=True).click()
    expect(page.get_by_text("9 von 50 Fotos")).to_be_visible()
    page.get_by_role("link", name="Apolda", exact=False).filter(has_text="Ohne diesen Filter").click()
    expect(page.get_by_text("14 von 50 Fotos")).to_be_visible()
    page.goto(f"{campaign.get_absolute_url()}galerie/?groesse=3&suche=Nebel")
    expect(page.get_by_role("link", name="Ohne alle Filter")).to_be_visible()
    assert_accessible(page)


def test_one_photo_large_by_keyboard(page: Page, campaign: Campaign, entries: list[Entry]) -> None:
    page.goto(f"{campaign.get_absolute_url()}galerie/")
    pictures = page.locator("a.pic")
    pictures.nth(1).focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog")
    titles = page.locator("#fotos h2")
    expect(box.get_by_role("heading")).to_have_text(titles.nth(1).inner_text())
    expect(box.get_by_text("2 von 50")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(box.get_by_role("heading")).to_have_text(titles.nth(2).inner_text())
    box.get_by_role("button", name="Auf den Stimmzettel").click()
    expect(box.get_by_role("button", name="Vom Stimmzettel nehmen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(pictures.nth(2)).to_be_focused()
    expect(page.locator("#stimmzettel")).to_contain_text("1 von 3")


def test_choice_stays_in_reach_and_covers_no_focus(
    new_page: Callable[..., Page], campaign: Campaign, entries: list[Entry]
) -> None:
    phone = new_page(**PHONE, touch=True, reduced_motion="reduce")
    phone.goto(entries[0].get_absolute_url())
    expect(phone.locator("#auswahl a")).to_have_count(0)
    phone.get_by_role("button", name="Auf den Stimmzettel").click()
    bar = phone.locator("#auswahl .choice-in")
    expect(bar).to_contain_text("1 von 3")
    expect(bar).to_be_in_viewport()
    assert_accessible(phone)
    top = bar.bounding_box()
    assert top
    phone.evaluate("window.scrollTo(0, 0)")
    for _press in range(25):
        phone.keyboard.press("Tab")
        phone.wait_for_function(
            "limit => { const at = document.activeElement;"
            " if (at.closest('#auswahl') || at === document.body) return 1;"
            " return at.getBoundingClientRect().bottom <= limit }",
            arg=top["y"] + 1,
            timeout=5_000,
        )
    for path in ("karte/", campaign.town_url(entries[0].municipality_id or "", "Apolda").split("/", 3)[3]):
        phone.goto(f"{campaign.get_absolute_url()}{path}")
        expect(phone.locator("#auswahl")).to_contain_text("1 von 3")
        assert_accessible(phone)


def test_sharing_copies_and_opens_the_system_sheet(phone: Page, campaign: Campaign, entries: list[Entry]) -> None:
    phone.add_init_script(
        "navigator.canShare = () => true; navigator.share = async (what) => { window.shared = what; };"
    )
    phone.goto(entries[0].get_absolute_url())
    phone.get_by_role("button", name="Teilen", exact=True).click()
    shared = phone.evaluate("window.shared")
    assert shared["url"].endswith(entries[0].get_absolute_url())
    assert "#Blick" in phone.get_by_label("Text zum Mitnehmen").input_value()
    assert "Stimmen" not in str(shared)


def test_town_and_viewpoint_pages_are_accessible(page: Page, campaign: Campaign) -> None:
    town = make_town("Bad Sulza", 7_000)
    page.goto(campaign.town_url(town.pk, town.name))
    assert_accessible(page)
    entry = make_entry(campaign, municipality=town, title="Turm")
    page.goto(campaign.town_url(town.pk, town.name))
    assert_accessible(page)
    page.goto(f"{campaign.get_absolute_url()}ort/?name=Nirgends")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert_accessible(page)
    text = current_consent_texts(campaign)[ConsentKind.OPEN_LICENCE]
    Consent.objects.create(entry=entry, text=text, given_at=timezone.now())
    index = child(home_page(), ViewpointIndexPage, title="Blickpunkte", slug="blickpunkte")
    spot = start_viewpoint(entry=entry, by=make_cast_member("editor"), now=timezone.now())
    spot.save_revision().publish()
    for path in (index.get_url(), f"{index.get_url()}{spot.slug}/"):
        page.goto(path)
        assert_accessible(page)
