"""Every mail of a campaign in every language: subject, text and HTML, with what it must carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.utils import translation

from campaigns import answers, notices
from campaigns.models import Campaign, Entry, EntryReport
from tests.campaigns.factories import NOW, committing, make_entry, make_town

pytestmark = pytest.mark.django_db
TITLE = "Blick & <Brücke>"

SENDERS = {
    "entry_code": lambda entry: notices.send_entry_code(entry, "123456"),
    "entry_received": lambda entry: notices.send_entry_received(entry, NOW),
    "entry_approved": lambda entry: notices.send_entry_approved(entry, NOW),
    "entry_changes": lambda entry: notices.send_entry_changes(entry, NOW),
    "entry_rejected": lambda entry: notices.send_entry_rejected(entry, NOW),
    "entry_taken_down": lambda entry: notices.send_entry_taken_down(entry, NOW),
    "guardian_confirm": lambda entry: notices.send_guardian_confirm(entry, NOW),
    "guardian_reminder": lambda entry: notices.send_guardian_reminder(entry, NOW),
    "entry_ended": lambda entry: notices.send_entry_ended(entry, NOW),
    "own_links": lambda entry: notices.send_own_links(entry.campaign, "autor@example.org", [entry], NOW),
    "ballot_code": lambda entry: notices.send_ballot_code(entry.campaign, "autor@example.org", "123456", [entry]),
    "report_answer": lambda entry: answers.send_report_answer(
        EntryReport(entry=entry, email="autor@example.org"), is_removed=False, words="Der Ort stimmt."
    ),
    "ballot_receipt": lambda entry: notices.send_ballot_receipt(
        entry.campaign, "autor@example.org", "Q-7KM4-P2XT", [entry], is_changed=False
    ),
}
MUST_SAY = {
    "report_answer": [TITLE, "bleibt öffentlich", "Der Ort stimmt."],
    "entry_code": ["123456", TITLE],
    "entry_received": ["/mein-beitrag/", "Bad Sulza", TITLE],
    "entry_approved": ["/beitrag/B-4T7K/", "/mein-beitrag/", TITLE],
    "entry_changes": ["/mein-beitrag/", "Der Horizont kippt.\nBitte begradigen.", TITLE],
    "entry_rejected": ["/mein-beitrag/", "Der Horizont kippt.", TITLE],
    "entry_taken_down": ["/mein-beitrag/", "Der Horizont kippt.", TITLE],
    "guardian_confirm": ["/zustimmung/", "Bad Sulza", TITLE],
    "guardian_reminder": ["/zustimmung/", "Bad Sulza", TITLE],
    "entry_ended": ["/mein-beitrag/", "Der Horizont kippt.", TITLE],
    "own_links": ["/mein-beitrag/", "B-4T7K", TITLE],
    "ballot_code": ["123456", f"- {TITLE}, Bad Sulza"],
    "ballot_receipt": ["Q-7KM4-P2XT", f"- {TITLE}, Bad Sulza"],
}


@pytest.fixture
def entry(submission: Campaign) -> Entry:
    return make_entry(
        submission,
        code="B-4T7K",
        title=TITLE,
        municipality=make_town("Bad Sulza"),
        author_email="autor@example.org",
        guardian_email="autor@example.org",
        verdict="Der Horizont kippt.\nBitte begradigen.",
    )


def test_mails_have_all_three_files_and_a_test() -> None:
    folder = Path(settings.ROOT) / "templates" / "campaigns" / "mail"
    expected = {f"{name}.{ext}" for name in SENDERS for ext in ("subject.txt", "txt", "html")}
    assert {path.name for path in folder.iterdir()} == expected


@pytest.mark.parametrize(
    "language,subject,words",
    [
        (
            "de",
            "Noch offen: Ihre Zustimmung für „{title}“",
            "Wenn Sie bis Dienstag, 29.06.2027, 12:00 Uhr nicht zustimmen",
        ),
        ("en", "Still open: your consent for “{title}”", "If you do not agree by Tuesday, 29 June 2027, 12:00,"),
    ],
)
def test_a_citizen_reads_the_mail_in_the_language_of_the_entry(
    entry: Entry, language: str, subject: str, words: str
) -> None:
    entry.language = language
    with translation.override("de"), committing():
        notices.send_guardian_reminder(entry, NOW)
    assert mail.outbox[-1].subject == subject.format(title=entry.campaign.title)
    assert words in mail.outbox[-1].body


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("name", sorted(SENDERS))
def test_mail_renders(entry: Entry, name: str, language: str) -> None:
    entry.language = language
    with translation.override(language), committing():
        SENDERS[name](entry)
    message = mail.outbox[-1]
    assert message.to == ["autor@example.org"]
    assert 10 < len(message.subject) < 120
    assert "\n" not in message.subject
    for words in MUST_SAY[name]:
        assert words in message.body
    html = message.alternatives[0][0]
    assert "<h1" in html
    assert "Blick &amp; &lt;Brücke&gt;" in html
    assert "<Brücke>" not in html
    for text in (message.subject, message.body, html):
        assert "{{" not in text
        assert "{%" not in text
    assert "&amp;" not in message.body
    assert "&lt;" not in message.subject
