"""A citizen's thread in a real browser: photo, moderator, gallery, ballot, receipt, result; keyboard, no script."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pillow_heif
import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from campaigns import actions
from campaigns.enums import EntryState, Phase
from campaigns.models import Campaign, Entry, EntryReport
from cms.demo.photos import phone_photo
from cms.places.models import Municipality
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible, problems_of
from tests.browser.conftest import PHONE
from tests.campaigns.factories import code_from_mail, make_campaign, make_entry, make_town, photo_file

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EMAIL, VOTER = "entrant@example.org", "voter@example.org"
TAKEN = datetime(2026, 5, 3, 18, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def near(site: str) -> Municipality:
    """The town that the photo's position points to."""
    make_town("Ilmstadt", population=24_000, latitude=50.7, longitude=10.9)
    make_town("Rennsteigdorf", population=1_900, latitude=50.5, longitude=11.0)
    return make_town("Bad Sulza", population=7_400, latitude=51.09, longitude=11.62)


def running(phase: Phase) -> Campaign:
    return make_campaign(phase, now=timezone.now(), title="Der schönste Blick der Stadt")


@pytest.fixture(scope="module")
def jpeg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A drawn view as a phone saves it: JPEG on its side, with EXIF, GPS and a capture time."""
    path = tmp_path_factory.mktemp("photos") / "IMG_2041.jpg"
    path.write_bytes(
        phone_photo("river", 3, latitude=51.09, longitude=11.62, taken_at=TAKEN, orientation=6, portrait=True)
    )
    return path


@pytest.fixture(scope="module")
def heic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same kind of photo as HEIC, with EXIF and GPS."""
    data = phone_photo("market", 5, latitude=51.09, longitude=11.62, taken_at=TAKEN)
    photo = Image.open(io.BytesIO(data))
    path = tmp_path_factory.mktemp("photos") / "IMG_2042.HEIC"
    pillow_heif.from_pillow(photo).save(path, exif=photo.info["exif"], quality=70)
    return path


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def open_submit(page: Page, campaign: Campaign) -> None:
    page.goto(f"{campaign.get_absolute_url()}mitmachen/")


def fill_in(page: Page, *, take_town: bool = True) -> None:
    """Steps 2 to 4 as a person fills them."""
    if take_town:
        page.get_by_label("Das Foto zeigt Bad Sulza").check()
    page.get_by_label("Wo genau?").fill("Saaleweg, an der Steinbrücke")
    page.get_by_label("Titel").fill("Zwei Türme über dem Wasser")
    page.get_by_label("Warum ist das Ihr schönster Blick?").fill("Auf der Brücke bleibe ich jeden Morgen stehen.")
    page.get_by_label("Was ist zu sehen?").fill("Eine breite Steinbrücke über blauem Wasser.")
    press(page, "Weiter zu Schritt 3")
    page.get_by_label("Nein, niemand").check()
    page.get_by_label("18 Jahre oder älter").check()
    page.get_by_label("Ich habe das Foto selbst gemacht").check()
    page.get_by_label("Im Wettbewerb zeigen").check()
    page.get_by_label("Der Kommune überlassen").check()
    press(page, "Weiter zu Schritt 4")
    page.get_by_label("E-Mail-Adresse").fill(EMAIL)
    page.get_by_label("Name für den Bildnachweis").fill("Erika Einsendung")
    press(page, "Weiter zu Schritt 5")


def confirm(page: Page) -> Entry:
    """Step 5 and the code from the mail."""
    press(page, "Code schicken")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sechs Ziffern")
    page.get_by_label("Code aus der E-Mail").fill(code_from_mail(EMAIL))
    press(page, "Foto einreichen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke, Ihr Blick ist da")
    return Entry.objects.select_related("campaign").get(state=EntryState.SUBMITTED)


def approve(entry: Entry) -> None:
    actions.approve_entry(entry=entry, by=make_cast_member("moderator"), now=timezone.now())
    entry.refresh_from_db()
    assert entry.is_public


def begin_voting(campaign: Campaign) -> None:
    now = timezone.now()
    dates = {"submission_closes": now - timedelta(hours=2), "voting_opens": now - timedelta(hours=1)}
    Campaign.objects.filter(pk=campaign.pk).update(**dates)


def end_voting(campaign: Campaign) -> None:
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    actions.publish_results(campaign=campaign, by=make_cast_member("office"), now=timezone.now())


def test_citizen_from_the_photo_to_the_result(
    phone: Page, new_page: Callable[..., Page], near: Municipality, jpeg: Path
) -> None:
    campaign = running(Phase.SUBMISSION)
    open_submit(phone, campaign)
    assert_accessible(phone)
    press(phone, "Hochladen und weiter")
    expect(phone.locator("[data-error-summary]")).to_be_focused()
    assert phone.title().startswith("Fehler:")
    problems_of(phone).clear()  # the page of a refused form answers 422
    assert_accessible(phone)
    phone.get_by_label("Ihr Foto").set_input_files(jpeg)
    expect(phone.get_by_alt_text("Vorschau des ausgewählten Fotos")).to_be_visible()
    press(phone, "Hochladen und weiter")

    expect(phone.get_by_role("heading", level=1)).to_have_text("Ort und Titel")
    assert_accessible(phone)
    phone.get_by_label("Titel").fill("Bleibt stehen")
    press(phone, "Weiter zu Schritt 3")
    expect(phone.locator("[data-error-summary]")).to_contain_text("Bitte geben Sie einen Ort an.")
    expect(phone.get_by_label("Titel")).to_have_value("Bleibt stehen")
    assert_accessible(phone)
    fill_in(phone)
    expect(phone.get_by_role("main")).to_contain_text("Zwei Türme über dem Wasser")
    assert_accessible(phone)
    entry = confirm(phone)
    assert_accessible(phone)
    assert (entry.municipality, entry.latitude) == (near, None)

    phone.goto(phone.get_by_role("link", name="Öffnen").get_attribute("href") or "")
    expect(phone.get_by_role("main")).to_contain_text("Die Moderation sieht sich Ihr Foto an")
    assert_accessible(phone)
    approve(entry)
    begin_voting(campaign)
    rivals = [make_entry(campaign, with_files=True, municipality=town) for town in Municipality.objects.all()]

    voter = new_page(**PHONE, touch=True)
    voter.goto(f"{campaign.get_absolute_url()}galerie/")
    assert_accessible(voter)
    voter.get_by_role("button", name="Zwei Türme über dem Wasser: auf den Stimmzettel").click()
    expect(voter.locator("#stimmzettel")).to_contain_text("1 von 3")
    assert voter.url.endswith("/galerie/")
    voter.get_by_role("link", name="Zwei Türme über dem Wasser", exact=True).click()
    expect(voter.get_by_role("button", name="Vom Stimmzettel nehmen")).to_be_visible()
    assert_accessible(voter)
    voter.locator("#stand").get_by_role("link", name="Zum Stimmzettel").click()
    assert_accessible(voter)
    voter.get_by_label("Ihre E-Mail-Adresse").fill(VOTER)
    press(voter, "Code schicken")
    expect(voter.get_by_role("heading", level=1)).to_contain_text("dann zählt es")
    assert_accessible(voter)
    voter.get_by_label("Code aus der E-Mail").fill(code_from_mail(VOTER))
    press(voter, "Stimme abgeben")
    expect(voter.get_by_role("heading", level=1)).to_have_text("Danke, das zählt")
    assert_accessible(voter)
    receipt = voter.locator("#quittung").inner_text()
    voter.goto(f"{campaign.get_absolute_url()}ergebnis/")
    expect(voter.get_by_role("main")).to_contain_text("kennt niemand einen Zwischenstand")
    assert_accessible(voter)

    end_voting(campaign)
    voter.reload()
    expect(voter.locator(".podium li").first).to_contain_text("Zwei Türme über dem Wasser")
    expect(voter.locator(".podium li").first).to_contain_text("eine Stimme")
    expect(voter.get_by_role("row", name=re.compile(rivals[0].title))).to_contain_text("0")
    assert_accessible(voter)
    voter.get_by_role("link", name="Meine Quittung prüfen").click()
    voter.get_by_label("Ihre Quittung").fill(receipt.lower())
    press(voter, "Meine Stimmen suchen")
    expect(voter.get_by_role("main")).to_contain_text("gewertet")
    assert_accessible(voter)


def test_heic_without_javascript(new_page: Callable[..., Page], near: Municipality, heic: Path) -> None:
    campaign = running(Phase.SUBMISSION)
    page = new_page(**PHONE, javascript=False)
    open_submit(page, campaign)
    page.get_by_label("Ihr Foto").set_input_files(heic)
    press(page, "Hochladen und weiter")
    expect(page.get_by_alt_text("Ihr Foto")).to_be_attached()
    fill_in(page)
    entry = confirm(page)
    assert (entry.original_format, entry.width, entry.height) == ("HEIF", 1600, 1200)
    approve(entry)
    begin_voting(campaign)
    page.goto(f"{campaign.get_absolute_url()}galerie/")
    page.get_by_role("button", name="auf den Stimmzettel").click()
    expect(page.locator("#stimmzettel")).to_contain_text("1 von 3")
    page.get_by_role("link", name="Stimme abgeben").click()
    page.get_by_label("Ihre E-Mail-Adresse").fill(VOTER)
    press(page, "Code schicken")
    page.get_by_label("Code aus der E-Mail").fill(code_from_mail(VOTER))
    press(page, "Stimme abgeben")
    expect(page.locator("#quittung")).to_have_text(re.compile(r"^Q-"))


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control with this label or text has the focus."""
    for _press in range(80):
        page.keyboard.press("Tab")
        said = page.evaluate(
            """() => { const at = document.activeElement;
            return [at.getAttribute('aria-label'), at.textContent, ...[...(at.labels ?? [])].map(l => l.textContent)]
              .filter(Boolean).map(text => text.replace(/\\s+/g, ' ').trim()).join(' | ') }"""
        )
        if name in said:
            return
    raise AssertionError(f"Tab never reaches „{name}“")


def test_keyboard_alone_votes(page: Page, site: str) -> None:
    campaign = running(Phase.VOTING)
    entries = [make_entry(campaign, with_files=True, title=f"Blick {letter}") for letter in "ABCD"]
    page.goto(f"{campaign.get_absolute_url()}galerie/")
    for letter in "ABC":
        page.goto(f"{campaign.get_absolute_url()}galerie/?suche=Blick+{letter}")
        tab_to(page, f"Blick {letter}: auf den Stimmzettel")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=f"Blick {letter}: gewählt, wieder abwählen")).to_be_focused()
    page.goto(f"{campaign.get_absolute_url()}galerie/")
    tab_to(page, "Blick D: auf den Stimmzettel")
    page.keyboard.press("Enter")
    expect(page.locator("#stimmzettel [data-ballot-says]")).to_contain_text("Sie haben 3 Stimmen.")
    tab_to(page, "Blick B entfernen")
    page.keyboard.press("Enter")
    expect(page.locator("#stimmzettel")).to_contain_text("2 von 3")
    expect(page.locator("#bal")).to_be_focused()
    assert_accessible(page)
    tab_to(page, "Stimme abgeben")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Stimmzettel")
    tab_to(page, "Ihre E-Mail-Adresse")
    page.keyboard.type(VOTER)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("dann zählt es")
    tab_to(page, "Code aus der E-Mail")
    page.keyboard.type(code_from_mail(VOTER))
    page.keyboard.press("Enter")
    expect(page.locator("#quittung")).to_have_text(re.compile(r"^Q-"))
    assert len(entries) == 4


def test_every_other_page_is_accessible(page: Page, near: Municipality) -> None:
    campaign = running(Phase.SUBMISSION)
    entry = make_entry(campaign, with_files=True, municipality=near)
    started = actions.start_entry(campaign=campaign, photo=photo_file(8), now=timezone.now())
    base, own = campaign.get_absolute_url(), f"{campaign.get_absolute_url()}mein-beitrag/{started.token}/"
    for path in (f"{base}karte/", f"{base}galerie/?suche=nichts", entry.get_absolute_url(), f"{base}stimmzettel/"):
        page.goto(path)
        assert_accessible(page)
    for name in ("", "ort/", "rechte/", "person/", "zurueckziehen/"):
        page.goto(f"{own}{name}")
        assert_accessible(page)
    page.goto(f"{own}rechte/")
    page.get_by_label("14 bis 17 Jahre").check()
    expect(page.get_by_label("E-Mail-Adresse einer sorgeberechtigten Person")).to_be_visible()
    press(page, "Weiter zu Schritt 4")
    assert_accessible(page)
    page.goto(f"{entry.get_absolute_url()}melden/")
    assert_accessible(page)
    page.get_by_label("Das Foto gehört jemand anderem").check()
    press(page, "Meldung senden")
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Meldung")
    assert_accessible(page)
    assert EntryReport.objects.count() == 1
