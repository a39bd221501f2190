"""A photo on its way from a phone: progress, stopping, a lost connection; the device's place; a busy network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from campaigns import actions
from campaigns.enums import EntryState, Phase
from campaigns.models import Campaign, Entry
from cms.places.models import Municipality
from tests.browser.checks import assert_accessible, problems_of
from tests.browser.conftest import PHONE
from tests.campaigns.factories import make_campaign, make_entry, make_town, photo_file

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def near(site: str) -> Municipality:
    return make_town("Bad Sulza", population=7_400, latitude=51.09, longitude=11.62)


@pytest.fixture
def campaign(near: Municipality) -> Campaign:
    return make_campaign(Phase.SUBMISSION, now=timezone.now(), title="Der schönste Blick der Stadt")


@pytest.fixture(scope="module")
def jpeg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photos") / "IMG_2041.jpg"
    path.write_bytes(photo_file(41).read())
    return path


def own_url(campaign: Campaign, seed: int) -> str:
    started = actions.start_entry(campaign=campaign, photo=photo_file(seed), now=timezone.now())
    return f"{campaign.get_absolute_url()}mein-beitrag/{started.token}/"


def test_upload_survives_a_lost_connection(phone: Page, campaign: Campaign, jpeg: Path) -> None:
    phone.goto(f"{campaign.get_absolute_url()}mitmachen/")
    tries: list[str] = []

    def lose_the_first(route: Route) -> None:
        if route.request.method == "POST" and not tries:
            tries.append(route.request.url)
            route.abort("connectionreset")
        else:
            route.continue_()

    phone.route("**/mitmachen/", lose_the_first)
    phone.get_by_label("Oder jetzt fotografieren").set_input_files(jpeg)
    expect(phone.locator("[data-upload-name]")).to_contain_text("IMG_2041.jpg")
    phone.get_by_role("button", name="Hochladen und weiter").click()
    expect(phone.locator("[data-upload-says]")).to_contain_text("nichts ist verloren")
    problems_of(phone).clear()  # the lost request is what this is about
    assert_accessible(phone)
    phone.get_by_role("button", name="Noch einmal versuchen").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ort und Titel")
    assert Entry.objects.count() == 1


def test_place_of_the_device_is_a_suggestion(new_page: Callable[..., Page], campaign: Campaign) -> None:
    page = new_page(**PHONE, touch=True, geolocation={"latitude": 51.1, "longitude": 11.6}, permissions=["geolocation"])
    page.goto(f"{own_url(campaign, 42)}ort/")
    page.get_by_role("button", name="Meinen Standort verwenden").click()
    expect(page.locator("[data-locate] [role=status]")).to_contain_text("Vorschlag eingetragen: Bad Sulza")
    expect(page.locator("[name=municipality]")).to_have_value("Bad Sulza")
    assert_accessible(page)
    assert Entry.objects.get().municipality is None


def test_consequences_appear_with_the_answer(page: Page, campaign: Campaign) -> None:
    page.goto(f"{own_url(campaign, 43)}rechte/")
    children = page.get_by_label("Unter den Menschen auf dem Foto sind Kinder.")
    expect(children).to_be_hidden()
    page.get_by_label("Ja, und alle sind einverstanden").check()
    children.check()
    expect(page.get_by_label("Die Eltern aller erkennbaren Kinder haben zugestimmt.")).to_be_visible()
    page.get_by_label("Das Foto wurde mit einer Drohne aufgenommen.").check()
    expect(page.get_by_label("Der Flug war an diesem Ort erlaubt")).to_be_visible()
    assert_accessible(page)


def test_busy_network_solves_a_task_by_itself(page: Page, campaign: Campaign, settings: object) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "mail.busy": {"ipv4": "0/h"}}  # type: ignore[attr-defined]
    settings.ALTCHA_EFFORT = 2_000  # type: ignore[attr-defined]
    make_entry(campaign, EntryState.SUBMITTED, author_email="entrant@example.org")
    page.goto(f"{campaign.get_absolute_url()}link-vergessen/")
    expect(page.locator("[data-proof] [role=status]")).to_have_text("Ich bin kein Automat: bestätigt.")
    assert_accessible(page)
    page.get_by_label("E-Mail-Adresse").fill("nobody@example.org")
    page.get_by_role("button", name="Links schicken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sehen Sie in Ihr Postfach")
    assert_accessible(page)
    assert mail.outbox == []


def test_own_page_to_the_very_end(page: Page, campaign: Campaign, jpeg: Path) -> None:
    url = own_url(campaign, 44)
    page.goto(f"{url}foto-ersetzen/")
    assert_accessible(page)
    page.get_by_label("Ihr Foto").set_input_files(jpeg)
    page.get_by_role("button", name="Hochladen und ersetzen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ort und Titel")
    page.goto(url)
    assert_accessible(page)
    with page.expect_download() as loading:
        page.get_by_role("link", name=re.compile("Alles laden")).click()
    assert loading.value.suggested_filename.endswith(".zip")
    page.get_by_role("link", name="Alles löschen").click()
    assert_accessible(page)
    page.get_by_label("Ja, alles zu diesem Beitrag löschen.").check()
    page.get_by_role("button", name="Jetzt löschen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alles ist gelöscht")
    assert_accessible(page)
    assert Entry.objects.get().original == ""
