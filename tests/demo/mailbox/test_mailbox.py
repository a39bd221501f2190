from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from cms.demo.mailbox import store
from cms.demo.mailbox.backend import MailboxBackend
from cms.demo.mailbox.links import linked

INBOX = "/demo/post/"

# The pages need no account, but their frame asks who is logged in.
pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path: Path) -> Path:
    """A demo with a letter box of its own."""
    settings.DEMO, settings.DATA_DIR = True, tmp_path
    settings.EMAIL_BACKEND = "cms.demo.mailbox.backend.MailboxBackend"
    return tmp_path


def post(subject: str = "Ihr Code", to: str = "entrant@example.org", html: str = "") -> None:
    message = EmailMultiAlternatives(subject, "Weiter: https://example.org/x?a=1&b=2.\n<b>Text</b>\n", to=[to])
    message.attach_alternative(html or "<html><head></head><body><p>Schön</p></body></html>", "text/html")
    MailboxBackend().send_messages([message])


def test_backend_works_in_the_demo_alone(settings) -> None:
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured):
        post()


@pytest.mark.parametrize(
    "path", ["", "20270901T120000000000Z-0123456789abcdef/", "20270901T120000000000Z-0123456789abcdef/html/"]
)
def test_letter_box_does_not_exist_outside_the_demo(client, demo: Path, settings, path: str) -> None:
    post()
    settings.DEMO = False

    assert client.get(f"{INBOX}{path}").status_code == 404


def test_inbox_says_that_it_is_empty(client, demo: Path) -> None:
    assert "Noch ist keine Mail eingegangen" in client.get(INBOX).content.decode()


def test_inbox_lists_the_newest_first(client, demo: Path) -> None:
    for number in range(3):
        post(f"Mail {number}")
    page = client.get(INBOX).content.decode()

    assert page.index("Mail 2") < page.index("Mail 1") < page.index("Mail 0")
    assert "Vorführung" in page


def test_inbox_can_be_narrowed_down_to_an_address(client, demo: Path) -> None:
    post("Für Enno")
    post("Für Rika", to="rival@example.org")
    page = client.get(INBOX, {"an": "RIVAL"}).content.decode()

    assert "Für Rika" in page
    assert "Für Enno" not in page
    assert "ging noch keine Mail" in client.get(INBOX, {"an": "<nobody>"}).content.decode()


def test_letter_shows_text_with_links_and_nothing_as_markup(client, demo: Path) -> None:
    post("Grüße <b>")
    (mail,) = store.mails()
    response = client.get(f"{INBOX}{mail.key}/")
    page = response.content.decode()

    assert '<a href="https://example.org/x?a=1&amp;b=2">https://example.org/x?a=1&amp;b=2</a>.' in page
    assert "&lt;b&gt;Text&lt;/b&gt;" in page
    assert "Grüße &lt;b&gt;" in page
    assert "frame-src 'self'" in response["Content-Security-Policy"]


def test_letter_html_is_sealed(client, demo: Path) -> None:
    post(html="<html><head></head><body><script>alert(1)</script></body></html>")
    (mail,) = store.mails()
    response = client.get(f"{INBOX}{mail.key}/html/")
    policy = response["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "sandbox allow-popups" in policy
    assert "script-src" not in policy
    assert "allow-scripts" not in policy
    assert '<base target="_blank">' in response.content.decode()


@pytest.mark.parametrize("key", ["nonsense", "20270901T120000000000Z-0123456789abcdef", "..%2f..%2fetc%2fpasswd"])
def test_unknown_letter_is_a_404(client, demo: Path, key: str) -> None:
    assert client.get(f"{INBOX}{key}/").status_code == 404
    assert client.get(f"{INBOX}{key}/html/").status_code == 404


def test_letters_are_closed_to_other_users(demo: Path) -> None:
    post()
    (path,) = (demo / "demo-mail").iterdir()

    assert path.stat().st_mode & 0o077 == 0


def test_delete_old_keeps_the_young(demo: Path) -> None:
    post()

    assert store.delete_old(timezone.now()) == 0
    assert store.delete_old(timezone.now() + timedelta(days=31)) == 1
    assert store.mails() == []


def test_linked_leaves_other_schemes_alone() -> None:
    assert linked("javascript:alert(1) ftp://x") == "javascript:alert(1) ftp://x"
