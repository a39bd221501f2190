"""A reader orders the newsletter on a phone without script; an editor sends an issue; a member reads the minutes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from home.models import MembersIndexPage, MinutesPage, NewsletterItem, NewsletterTopic, Subscriber
from tests.accounts.factories import make_cast_member
from tests.browser.checks import assert_accessible
from tests.browser.conftest import PHONE
from tests.home.factories import child, home_page, make_news, make_news_index
from tests.home.test_members import make_document, make_group, make_member
from tests.home.test_newsletter_issues import make_issue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADDRESS = "lea@example.org"


def link_in(text: str, part: str) -> str:
    found = re.search(rf"https?://[^/\s]+(/newsletter/{part}/\S+)", text)
    assert found is not None
    return found.group(1)


def test_reader_orders_reads_and_leaves(new_page: Callable[..., Page], page: Page, log_in: Callable[..., None]) -> None:
    NewsletterTopic.objects.create(name="Klima")
    reader = new_page(**PHONE, javascript=False)
    reader.goto("/")
    reader.get_by_role("contentinfo").get_by_role("link", name="Newsletter", exact=True).click()
    reader.get_by_role("button", name="Newsletter bestellen").click()
    expect(reader.get_by_role("alert")).to_contain_text("Bitte geben Sie Ihre E-Mail-Adresse ein.")
    reader.get_by_label("E-Mail-Adresse").fill(ADDRESS)
    reader.get_by_label("Einverstanden").check()
    reader.get_by_role("button", name="Newsletter bestellen").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Sehen Sie in Ihr Postfach")
    reader.goto(link_in(str(mail.outbox[-1].body), "bestaetigen"))
    reader.get_by_role("button", name="Ja, bestellen").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Willkommen!")

    issue = make_issue()
    issue.items = [NewsletterItem(page=make_news(make_news_index(), title="Ein Baum geht"))]
    issue.save()
    log_in(page, make_cast_member("editor"), second_factor=True)
    page.goto(f"/verwaltung/newsletter/ausgabe/{issue.pk}/")
    expect(page.frame_locator("iframe").get_by_role("link", name="Ein Baum geht")).to_be_visible()
    page.get_by_role("link", name="Senden …").click()
    page.get_by_role("button", name="Jetzt senden").click()
    expect(page.get_by_role("row", name="Dem Mailserver übergeben")).to_contain_text("1")

    reader.goto(link_in(str(mail.outbox[-1].body), "abo").removesuffix("abmelden/") + "abmelden/")
    reader.get_by_role("button", name="Abmelden").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Sie sind abgemeldet")
    assert not Subscriber.objects.exists()


def test_forms_of_the_newsletter_are_accessible(page: Page) -> None:
    NewsletterTopic.objects.create(name="Klima", text="Schatten, Wasser, Grün")
    page.goto("/newsletter/")
    page.get_by_role("button", name="Newsletter bestellen").click()
    assert_accessible(page)


def test_member_finds_minutes_and_says_something_about_themselves(page: Page, log_in: Callable[..., None]) -> None:
    area = child(home_page(), MembersIndexPage, title="Interner Bereich", slug="intern")
    klima = make_group("Klima")
    child(area, MinutesPage, title="Sitzung im Mai", group=klima, body=[("paragraph", "<p>Bäume.</p>")])
    make_document("Gießplan", klima)
    membership = make_member("mia@example.org", klima)
    page.goto("/")
    page.get_by_role("link", name="Für Partner: anmelden").click()
    expect(page).to_have_url(re.compile(r"/konto/anmelden/\?next=/intern/"))
    log_in(page, membership.user)
    page.goto("/intern/")
    assert_accessible(page)
    page.get_by_role("link", name="Sitzung im Mai").first.click()
    expect(page.get_by_text("Bäume.")).to_be_visible()
    page.get_by_role("link", name="Mein Profil").click()
    page.get_by_label("Im Verzeichnis der Mitglieder stehen").check()
    page.get_by_role("button", name="Profil speichern").click()
    page.get_by_role("navigation", name="Arbeitsplatz").get_by_role("link", name="Mitglieder").click()
    expect(page.get_by_role("listitem").filter(has_text="Mia Mitglied")).to_be_visible()
    assert_accessible(page)
