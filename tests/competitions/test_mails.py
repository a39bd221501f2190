"""Every mail, rendered in every language and sent to the right people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.template.loader import render_to_string
from django.utils import translation

from cms.accounts.models import User
from competitions.actions import (
    admit_application,
    invite_editor,
    invite_juror,
    join_application,
    refuse_application,
    send_application,
)
from competitions.enums import FormalCheckItem
from competitions.models import Application, Stage
from tests.competitions.factories import CHECKING, NOW, fill

FOLDER = Path(__file__).parents[2] / "templates" / "competitions" / "mail"
EVENTS = sorted(path.name.removesuffix(".html") for path in FOLDER.glob("*.html"))
CONTEXT = {
    "site_name": "Stadtblick",
    "base_url": "https://stadtblick.example",
    "competition": "Innenstadt-Wettbewerb 2027",
    "code": "W27-0148",
    "title": "Läden & <Flur>",
    "number": "W27-0148-1",
    "sent_at": "Dienstag, 15.06.2027, 12:00 Uhr",
    "fingerprint": "f" * 64,
    "deadline": "Donnerstag, 15.07.2027, 12:00 Uhr",
    "reason": "Schon begonnen.",
    "invited_by": "Anna Antrag",
    "contact_email": "wettbewerb@example.org",
    "stage": "Stufe 1",
    "opens_at": "Montag, 26.07.2027, 12:00 Uhr",
    "closes_at": "Samstag, 14.08.2027, 12:00 Uhr",
    "name": "Juri",
    "days": 7,
    "until": "Freitag, 23.07.2027, 12:00 Uhr",
    "message": "Der Brief <fehlt>.",
    "question": "Dürfen <wir>?",
    "answer": "Ja.",
    "slug": "wettbewerb",
    "subject": "Die Entscheidung der Jury",
    "paragraphs": ["Guten Tag Anna,", "„Läden & <Flur>“ bekommt einen Preis."],
    "open": 3,
    "label": "K7",
    "key": "abc123",
}


def test_every_event_has_three_files() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert names == {f"{event}{suffix}" for event in EVENTS for suffix in (".subject.txt", ".txt", ".html")}
    assert EVENTS == [
        "application_admitted", "application_follow_up", "application_promoted", "application_receipt",
        "application_refused", "application_reminder", "decision_letter", "editor_invitation", "jury_answer",
        "jury_invitation", "jury_reminder", "question_answered",
    ]  # fmt: skip


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("event", EVENTS)
def test_mail_renders(event: str, language: str) -> None:
    with translation.override(language):
        subject, text, html = (
            render_to_string(f"competitions/mail/{event}{suffix}", CONTEXT)
            for suffix in (".subject.txt", ".txt", ".html")
        )
    assert subject.count("\n") <= 1
    assert 10 < len(subject.strip()) < 90
    assert "https://stadtblick.example/" in text
    assert "<Flur>" not in html
    assert not re.search(r"<(img|script|link)\b", html)
    for shown in (subject, text, html):
        assert "{{" not in shown
        assert "{%" not in shown


@pytest.fixture
def deliver(django_capture_on_commit_callbacks):
    """Run an action as if its transaction were committed; return what was sent."""

    def run(action, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action(**kwargs)
        return sorted((message.to[0], message.subject) for message in mail.outbox)

    return run


def test_receipt_goes_to_everybody_who_edits(draft: Application, applicant: User, deliver) -> None:
    application = fill(draft)
    invited = {"role": "", "by": applicant, "now": NOW}
    partner = invite_editor(application=application, email="partner@example.org", **invited)
    invite_editor(application=application, email="noch.nicht@example.org", **invited)
    join_application(editor=partner, now=NOW)
    sent = deliver(send_application, application=application, by=applicant, now=NOW)
    subject = f"Eingegangen: Ihre Bewerbung {application.code}"
    assert sent == [(applicant.email, subject), ("partner@example.org", subject)]
    assert application.submissions.get().fingerprint in mail.outbox[0].body
    assert mail.outbox[0].reply_to == ["wettbewerb@example.org"]


def test_outcome_reaches_the_applicant(sent: Application, applicant: User, office: User, deliver) -> None:
    assert deliver(admit_application, application=sent, ticked=FormalCheckItem.values, by=office, now=CHECKING) == [
        (applicant.email, f"Zugelassen: Ihre Bewerbung {sent.code}")
    ]


def test_refusal_carries_its_reason(sent: Application, applicant: User, office: User, deliver) -> None:
    assert deliver(
        refuse_application, application=sent, ticked=[], reason="Schon <begonnen>.", by=office, now=CHECKING
    ) == [(applicant.email, f"Nicht zugelassen: Ihre Bewerbung {sent.code}")]
    assert "Schon <begonnen>." in mail.outbox[0].body
    assert "Schon &lt;begonnen&gt;." in mail.outbox[0].alternatives[0][0]


def test_jurors_and_partners_are_invited(stage: Stage, draft: Application, office: User, applicant: User, deliver):
    assert deliver(invite_juror, stage=stage, email="neu@example.org", name="Neu", by=office, now=CHECKING) == [
        ("neu@example.org", "Ihre Mitarbeit in der Jury: Innenstadt-Wettbewerb 2027")
    ]
    assert deliver(invite_editor, application=draft, email="neu2@example.org", role="", by=applicant, now=NOW) == [
        ("neu2@example.org", f"Mitschreiben an der Bewerbung {draft.code}")
    ]
