"""Reports: gathered by entry, those of depicted people first, answered together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import translation

from campaigns import actions, queries
from campaigns.enums import EntryState, ReportReason
from campaigns.models import Campaign, Entry
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.campaigns.factories import NOW, committing, make_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(submission: Campaign) -> Entry:
    return make_entry(submission, with_files=True, title="Gemeldeter Platz")


def report(entry: Entry, reason: ReportReason, *, days: int = 0, email: str = "") -> None:
    at = NOW + timedelta(days=days)
    actions.report_entry(entry=entry, reason=reason, message=f"Tag {days}", now=at, email=email)


def test_reports_are_gathered_with_depicted_people_first(submission: Campaign, entry: Entry) -> None:
    older = make_entry(submission)
    report(older, ReportReason.OTHER, days=-3)
    report(entry, ReportReason.RIGHTS)
    report(entry, ReportReason.RIGHTS, days=1)
    report(entry, ReportReason.PERSON, days=2)
    first, second = queries.reported_entries()
    assert (first.entry, second.entry) == (entry, older)
    assert (first.first_at, first.last_at) == (NOW, NOW + timedelta(days=2))
    assert [number for _reason, number in first.reasons] == [2, 1]
    assert second.is_late(NOW)
    assert not first.is_late(NOW + timedelta(days=2))


def test_take_down_tells_author_and_reporters_once_each(entry: Entry, moderator: User) -> None:
    report(entry, ReportReason.PERSON, email="nachbar@example.org")
    report(entry, ReportReason.OTHER, days=1, email="Nachbar@example.org")
    report(entry, ReportReason.OTHER, days=2)
    with committing():
        closed = actions.take_down_reported(
            entry=entry, by=moderator, reason="Bitte der abgebildeten Person.", words="Danke.", now=NOW
        )
    assert closed == 3
    entry.refresh_from_db()
    assert (entry.state, entry.is_public) == (EntryState.TAKEN_DOWN, False)
    told = {message.to[0].lower(): message.body for message in mail.outbox}
    assert len(mail.outbox) == 2
    assert "Bitte der abgebildeten Person." in told[entry.author_email]
    assert "nicht mehr öffentlich" in told["nachbar@example.org"]
    assert "Danke." in told["nachbar@example.org"]
    assert queries.reported_entries() == []
    assert "nachbar" not in str(list(AuditEvent.objects.values_list("changes", "reason", "target_label")))


def test_dismissal_keeps_the_entry_and_the_note_to_the_team(entry: Entry, moderator: User) -> None:
    report(entry, ReportReason.PLACE, email="nachbar@example.org")
    with committing():
        actions.dismiss_reports(entry=entry, by=moderator, note="Nur für uns.", words="Der Ort stimmt.", now=NOW)
    entry.refresh_from_db()
    assert entry.is_public
    (message,) = mail.outbox
    assert ("bleibt öffentlich" in message.body, "Der Ort stimmt." in message.body) == (True, True)
    assert "Nur für uns." not in message.body


def test_the_answer_speaks_the_language_of_the_report(entry: Entry, moderator: User) -> None:
    with translation.override("en"):
        report(entry, ReportReason.PLACE, email="neighbour@example.org")
    with committing():
        actions.dismiss_reports(entry=entry, by=moderator, note="", now=NOW)
    (message,) = mail.outbox
    assert "bleibt öffentlich" not in message.body
    assert translation.get_language() == "de"


def test_second_dismissal_is_told(entry: Entry, moderator: User, office: User) -> None:
    report(entry, ReportReason.PLACE)
    actions.dismiss_reports(entry=entry, by=moderator, note="", now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.dismiss_reports(entry=entry, by=office, note="", now=NOW)
    assert refusal.value.code == "somebody_faster"


def test_take_down_without_a_reason_changes_nothing(entry: Entry, moderator: User) -> None:
    report(entry, ReportReason.PERSON)
    with pytest.raises(Refused):
        actions.take_down_reported(entry=entry, by=moderator, reason=" ", now=NOW)
    assert len(queries.reported_entries()) == 1
