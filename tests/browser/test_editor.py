"""Thread 1: an editor writes a piece of news with a picture, previews and publishes it; a visitor reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cms.accounts.models import User
from home.models import HomePage, NewsPage, SiteImage
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible
from tests.home.factories import home_page, make_news_index, phone_jpeg
from tests.home.test_home_page import every_section

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Neue Bänke für die Altstadt"
TEASER = "Zwölf Bänke stehen jetzt dort, wo der Blick am schönsten ist."
TEXT = "Wer sitzt, schaut länger hin."


@pytest.fixture
def editor(site: str) -> User:
    return make_cast_member("editor")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture as it comes from a phone, with its place in it."""
    path = tmp_path / "IMG_4711.jpg"
    path.write_bytes(phone_jpeg())
    return path


def upload_picture(page: Page, picture: Path) -> None:
    """Choose a picture for the page by uploading it, with alternative text and author."""
    page.get_by_role("button", name="Bild auswählen").click()
    modal = page.get_by_role("dialog").last
    modal.get_by_role("tab", name="Hochladen").click()
    panel = modal.get_by_role("tabpanel", name="Hochladen")
    panel.locator("input[type=file]").set_input_files(picture)
    panel.get_by_label("Titel").fill("Bank in der Altstadt")
    panel.get_by_label("Alternativtext").fill("Rote Bank vor alten Häusern")
    panel.get_by_label("Urheberin oder Urheber").fill("Edda Redaktion")
    panel.get_by_role("button", name="Hochladen").click()
    expect(page.get_by_role("region", name="Bild").get_by_text("Bank in der Altstadt")).to_be_visible()


def write_text(page: Page, text: str) -> None:
    """Add a text block to the empty body and type into it."""
    page.get_by_role("button", name="Einen Block einfügen").click()
    page.get_by_role("option", name="Text", exact=True).click()
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type(text)


def test_editor_publishes_news_and_a_visitor_reads_it(
    page: Page, new_page: Callable[..., Page], log_in: Callable[..., None], editor: User, picture: Path
) -> None:
    index = make_news_index(show_in_menus=True)
    log_in(page, editor, second_factor=True)
    page.goto(f"/verwaltung/pages/add/home/newspage/{index.pk}/")
    page.get_by_role("textbox", name="Titel").first.fill(TITLE)
    page.get_by_role("textbox", name="Teaser").first.fill(TEASER)
    upload_picture(page, picture)
    write_text(page, TEXT)

    page.get_by_role("button", name="Vorschau umschalten").click()
    preview = page.locator("iframe.w-preview__iframe").last.content_frame
    expect(preview.get_by_role("heading", level=1, name=TITLE)).to_be_visible(timeout=60_000)
    expect(preview.get_by_text(TEXT)).to_be_visible()
    page.get_by_role("button", name="Vorschau umschalten").click()
    assert not NewsPage.objects.filter(live=True).exists()

    page.get_by_role("button", name="Mehr Aktionen").click()
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.get_by_text("wurde veröffentlicht").first).to_be_visible()

    visitor = new_page()
    visitor.goto("/")
    visitor.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Aktuelles").click()
    visitor.get_by_role("link", name=TITLE).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(visitor.get_by_text(TEASER)).to_be_visible()
    expect(visitor.get_by_text(TEXT)).to_be_visible()
    expect(visitor.get_by_role("img", name="Rote Bank vor alten Häusern")).to_be_visible()
    assert_accessible(visitor)
    assert SiteImage.objects.get().author == "Edda Redaktion"


@pytest.fixture
def full_home(site: str) -> HomePage:
    home = home_page()
    index = make_news_index()
    home.refresh_from_db()
    home.more_page = index
    home.sections = every_section()
    home.save_revision().publish()
    return home


def test_start_page_is_accessible_in_every_width_and_colour(page: Page, full_home: HomePage) -> None:
    page.goto("/")
    assert_accessible(page)


@pytest.mark.parametrize("path", ["/hinweise/", "/barriere-melden/?seite=/"])
def test_forms_are_accessible_with_and_without_errors(page: Page, path: str) -> None:
    page.goto(path)
    assert_accessible(page)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert_accessible(page)


def test_barrier_is_reported_without_javascript(new_page: Callable[..., Any]) -> None:
    page = new_page(javascript=False, width=360, height=780)
    page.goto("/barriere-melden/?seite=/aktuelles/")
    expect(page.get_by_label("Auf welcher Seite?")).to_have_value("/aktuelles/")
    page.get_by_label("Worauf sind Sie gestoßen?").fill("Der Knopf ist zu klein.")
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Angekommen")
