"""KOMPASS, funding guide and data in a browser: the whole way without JavaScript, nothing in the way of anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from home.actions.data import import_table
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible
from tests.browser.conftest import PHONE
from tests.home.knowledge import data_page, example, many_examples, measure, problem, programme, town

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def told(site: str) -> None:
    """One problem, one measure, two examples, two programmes, a table of two towns."""
    money = programme("belebung", title="Belebung der Mitte", max_population=15_000)
    programme("vorbei", title="Vorbei", deadline=-3, checked=-200)
    use = measure("zwischennutzung", problems=[problem(slug="leer", title="Läden stehen leer")], funding=[money])
    example("laden", title="Ein Laden auf Zeit", measures=[use], actors=[("owner", "")], result="Es lebt.")
    example("allee", title="Eine Allee", vacancy="square", municipality=town("16052000", "Gera", population=93_000))
    values = {town().pk: Decimal("12.5"), "16052000": Decimal(9)}
    editor = make_cast_member("editor")
    import_table(page=data_page(), values=values, as_of=date(2025, 12, 31), source="Amt", by=editor, now=timezone.now())


def test_the_way_needs_no_javascript(told: None, new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE, javascript=False)
    page.goto("/kompass/")
    for link in ("Läden stehen leer", "Zwischennutzung", "Ein Laden auf Zeit"):
        page.get_by_role("main").get_by_role("link", name=link).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(link)
    page.goto("/kompass/beispiele/")
    page.get_by_label("Art des Leerstands").select_option(label="Ungenutzter Platz oder Baulücke (1)")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.get_by_role("link", name="Eine Allee")).to_be_visible()
    expect(page.get_by_role("link", name="Ein Laden auf Zeit")).to_have_count(0)
    page.get_by_role("link", name="Karte").click()
    expect(page.get_by_role("link", name="Gera").first).to_be_visible()
    page.goto("/foerderung/passend/")
    page.get_by_label("Kommune").check()
    page.get_by_label("Wo?").fill("Mühlhausen")
    page.get_by_role("button", name="Programme zeigen").click()
    expect(page.get_by_role("heading", name="Ein Programm passt")).to_be_visible()
    page.goto("/daten/leerstand/")
    page.get_by_role("link", name="Leerstandsquote").click()
    expect(page.locator("tbody th").first).to_have_text("Mühlhausen")


PATHS = (
    "/kompass/",
    "/kompass/beispiele/?leerstand=square&kosten=more",
    "/kompass/beispiele/laden/",
    "/foerderung/vorbei/",
    "/foerderung/passend/?wer=municipality&wo=Gera",
    "/daten/leerstand/",
)


def test_nobody_is_kept_out(told: None, phone: Page) -> None:
    for path in PATHS:
        phone.goto(path)
        assert_accessible(phone)


def test_ticks_stay_on_the_way_through_pages_and_filters(told: None, phone: Page) -> None:
    many_examples(24, [measure("vieles")])
    phone.goto("/kompass/beispiele/")
    phone.get_by_label("In die Mappe: Beispiel 0003").check()
    assert_accessible(phone)
    phone.get_by_role("link", name="Seite 2").click()
    phone.get_by_label("In die Mappe: Ein Laden auf Zeit").check()
    phone.get_by_label("Art des Leerstands").select_option(value="square")
    phone.get_by_role("button", name="Anzeigen").click()
    expect(phone.get_by_role("group", name="Schon in der Mappe").get_by_role("checkbox")).to_have_count(2)
    assert_accessible(phone)
    phone.get_by_role("link", name="Eine Allee").click()
    phone.go_back()
    expect(phone.get_by_label("Beispiel 0003")).to_be_checked()
    phone.get_by_label("Beispiel 0003").uncheck()
    assert parse_qs(urlsplit(phone.url).query)["beispiel"] == ["laden"]


def test_ticks_are_kept_by_a_button_without_javascript(told: None, new_page: Callable[..., Page]) -> None:
    page = new_page(**PHONE, javascript=False)
    page.goto("/kompass/beispiele/")
    page.get_by_label("In die Mappe: Eine Allee").check()
    page.get_by_role("button", name="Angekreuzte merken").click()
    page.get_by_label("Art des Leerstands").select_option(value="shop")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.get_by_role("group", name="Schon in der Mappe").get_by_label("Eine Allee")).to_be_checked()


def test_a_suggestion_that_lacks_something_is_explained(told: None, phone: Page) -> None:
    phone.goto("/kompass/beispiel-vorschlagen/")
    phone.get_by_role("button", name="Vorschlag senden").click()
    expect(phone.locator("[data-error-summary]")).to_be_focused()
    assert phone.title().startswith("Fehler:")
    assert_accessible(phone)
