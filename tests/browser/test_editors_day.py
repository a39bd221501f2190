"""An editor's whole day: news with picture, event, programme, translation, newsletter; visitors read all of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import FrameLocator, Locator, Page, expect
from wagtail.models import Locale

from home.models import EventIndexPage, FundingIndexPage, NewsIndexPage, NewsPage, SiteImage
from tests.accounts.factories import make_cast_member
from tests.browser.test_editor import picture, upload_picture, write_text  # noqa: F401
from tests.home.events import make_event_index
from tests.home.factories import home_page, make_news_index
from tests.home.knowledge import guide
from tests.home.test_newsletter_issues import make_readers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEWS, EVENT, PROGRAMME = "Neue Bänke für die Altstadt", "Gespräch auf der Bank", "Sitzen und bleiben"
ENGLISH = "New benches for the old town"
TEASER = "Zwölf Bänke stehen jetzt dort, wo der Blick am schönsten ist."
SUBJECT = "Bänke im Herbst"
WORKFLOW = "Einreichen: Freigabe durch die Geschäftsstelle"


@pytest.fixture
def _unhurried(settings: Any) -> None:
    """Pages are saved when somebody says so: saving by itself would race with the press of a button."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


@pytest.fixture
def indexes(site: str, _unhurried: None) -> tuple[NewsIndexPage, EventIndexPage, FundingIndexPage]:
    """The three pages below which the editor writes, and an English start page."""
    made = make_news_index(show_in_menus=True), make_event_index(), guide()
    english = Locale.objects.get_or_create(language_code="en")[0]
    home_page().copy_for_translation(english).save_revision().publish()
    return made


def text_field(page: Page | Locator | FrameLocator, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True).first


def start_page(page: Page, kind: str, parent: int, title: str) -> None:
    page.goto(f"/verwaltung/pages/add/home/{kind}/{parent}/")
    page.get_by_role("textbox", name="Titel").first.fill(title)


def press_in_menu(page: Page, name: str) -> None:
    """Press one of the actions behind „Entwurf speichern“."""
    page.get_by_role("button", name="Mehr Aktionen").click()
    page.get_by_role("button", name=name, exact=True).click()


def write_news(page: Page, index: int, photo: Path) -> None:
    start_page(page, "newspage", index, NEWS)
    page.get_by_role("textbox", name="Teaser").fill(TEASER)
    upload_picture(page, photo)
    write_text(page, "Wer sitzt, schaut länger hin.")
    expect(page.locator("input[name='body-0-value']")).to_have_value(re.compile("schaut länger hin"))
    press_in_menu(page, WORKFLOW)
    expect(page.get_by_text("zur Freigabe eingereicht")).to_be_visible()


def approve(page: Page) -> None:
    """The office finds on its start page what waits, and publishes it."""
    page.goto("/verwaltung/")
    page.get_by_role("link", name="Seiten zur Freigabe").click()
    expect(page.get_by_text("Wer sitzt, schaut länger hin.").last).to_be_visible()
    press_in_menu(page, "Freigeben und veröffentlichen")
    expect(page.get_by_text("wurde aktualisiert")).to_be_visible()


def write_event(page: Page, index: int) -> None:
    start = timezone.localtime() + timedelta(days=20)
    start_page(page, "eventpage", index, EVENT)
    page.get_by_role("textbox", name="Teaser").fill("Wir setzen uns dazu.")
    page.get_by_role("textbox", name="Beginn").fill(f"{start:%d.%m.%Y} 18:00")
    text_field(page, "Ende").fill(f"{start:%d.%m.%Y} 20:00")
    page.keyboard.press("Escape")
    text_field(page, "Ort").fill("Rathaus, Kleiner Saal")
    page.get_by_role("region", name="Tagesordnung").get_by_role("button", name="Einen Block einfügen").click()
    page.get_by_label("Punkt*", exact=True).fill("Wo die nächste Bank steht")
    page.get_by_label("Mit Anmeldung").check()
    press_in_menu(page, "Veröffentlichen")
    expect(page.get_by_text("veröffentlicht").first).to_be_visible()


def write_programme(page: Page, index: int) -> None:
    start_page(page, "fundingpage", index, PROGRAMME)
    page.get_by_role("textbox", name="Kurz gesagt").fill("Zuschüsse für Bänke unter Bäumen.")
    page.get_by_label("Art der Förderung").select_option(index=1)
    page.get_by_label("Klima, Grün und Wasser").check()
    page.get_by_role("checkbox", name="Kommune", exact=True).check()
    page.get_by_role("textbox", name="Fördergeber").fill("Stiftung Sitzbank")
    page.get_by_role("textbox", name="Quelle").fill("https://example.org/baenke")
    press_in_menu(page, "Veröffentlichen")
    expect(page.get_by_text("veröffentlicht").first).to_be_visible()


def translate(page: Page, pk: int) -> None:
    """Send the news to the translation editor and say every text in English."""
    page.goto(f"/verwaltung/localize/submit/page/{pk}/")
    page.get_by_label("English").check()
    page.get_by_role("button", name="Absenden").click()
    expect(page.get_by_text("wird übersetzt")).to_be_visible()
    for text in (ENGLISH, "Twelve benches where the view is best.", "Who sits looks longer."):
        page.get_by_role("button", name="Übersetzen", exact=True).first.click()
        page.locator("main textarea").last.fill(text)
        page.get_by_role("button", name="Speichern", exact=True).click()
        expect(page.get_by_text(text, exact=True).first).to_be_visible()
        expect(page.locator("main textarea")).to_have_count(0)
    page.get_by_role("button", name="Veröffentlichen: English").click()
    expect(
        page.get_by_text(f"„{NEWS}“ ist veröffentlicht").or_(page.get_by_text(f"„{ENGLISH}“ ist veröffentlicht"))
    ).to_be_visible()


def send_newsletter(page: Page, titles: tuple[str, ...]) -> None:
    """Compose an issue of pages, try it on oneself, send it, look into the archive."""
    page.goto("/verwaltung/newsletter/ausgaben/new/")
    page.get_by_role("textbox", name="Betreff").fill(SUBJECT)
    for title in titles:
        page.get_by_role("button", name="Seite hinzufügen").click()
        page.get_by_role("button", name="Seite auswählen").last.click()
        chooser = page.get_by_role("dialog").last
        chooser.get_by_role("textbox").first.fill(title)
        chooser.get_by_role("link", name=title, exact=True).click()
        expect(chooser).to_be_hidden()
    page.get_by_role("button", name="Erstellen").click()
    preview = page.frame_locator("iframe[title='Vorschau der Mail']")
    for title in titles:
        expect(preview.get_by_role("link", name=title)).to_be_visible()
    page.get_by_role("button", name="Testmail an mich").click()
    expect(page.get_by_text("Die Testmail ist unterwegs")).to_be_visible()
    page.get_by_role("link", name="Senden …").click()
    page.get_by_role("button", name="Jetzt senden").click()
    expect(page.get_by_role("row", name="Dem Mailserver übergeben")).to_contain_text("1")
    page.get_by_role("link", name="Im Archiv ansehen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SUBJECT)


def read(visitor: Page) -> None:
    """A visitor finds each page from its list."""
    visitor.goto("/aktuelles/")
    visitor.get_by_role("link", name=NEWS).click()
    expect(visitor.get_by_role("img", name="Rote Bank vor alten Häusern")).to_be_visible()
    expect(visitor.get_by_text("Edda Redaktion")).to_be_visible()
    visitor.get_by_role("link", name="English").first.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(ENGLISH)
    expect(visitor.get_by_text("Who sits looks longer.")).to_be_visible()
    visitor.goto("/termine/")
    visitor.get_by_role("link", name=EVENT).first.click()
    expect(visitor.get_by_text("Wo die nächste Bank steht")).to_be_visible()
    expect(visitor.get_by_role("link", name="Anmelden").first).to_be_visible()
    visitor.goto("/foerderung/")
    visitor.get_by_role("link", name=PROGRAMME).first.click()
    expect(visitor.get_by_text("Stiftung Sitzbank")).to_be_visible()


def test_editor_spends_a_day(
    page: Page,
    new_page: Callable[..., Page],
    log_in: Callable[..., None],
    indexes: tuple[NewsIndexPage, EventIndexPage, FundingIndexPage],
    picture: Path,  # noqa: F811
) -> None:
    news, events, programmes = indexes
    (reader,) = make_readers(1)
    log_in(page, make_cast_member("editor"), second_factor=True)
    office = new_page()
    log_in(office, make_cast_member("office"), second_factor=True)

    write_news(page, news.pk, picture)
    assert not NewsPage.objects.live().exists()
    approve(office)
    assert SiteImage.objects.get().licence
    translate(page, NewsPage.objects.live().get().pk)
    write_event(page, events.pk)
    write_programme(page, programmes.pk)
    send_newsletter(page, (NEWS, EVENT, PROGRAMME))

    read(new_page())
    to_the_reader = [message for message in mail.outbox if message.to == [reader.email]]
    assert [message.subject for message in to_the_reader] == [SUBJECT]
    assert all(title in str(to_the_reader[0].body) for title in (NEWS, EVENT, PROGRAMME))
