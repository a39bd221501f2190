"""Reminders of a deadline: seven and two days before, once each, to drafts whose people want them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from cms.core.models import AuditEvent
from competitions.actions import (
    extend_application,
    invite_editor,
    join_application,
    remind_applicants,
    send_application,
    set_reminders,
)
from competitions.domain import reminder_due
from competitions.models import Application, Reminder
from tests.competitions.factories import CLOSES, DAY, NOW, fill

SOON = timedelta(minutes=1)


@pytest.mark.parametrize(
    "before, begun_before, sent, due",
    [
        (7 * DAY + SOON, 30 * DAY, [], None),
        (7 * DAY, 30 * DAY, [], 7),
        (3 * DAY, 30 * DAY, [], 7),
        (3 * DAY, 30 * DAY, [7], None),
        (2 * DAY, 30 * DAY, [7], 2),
        (SOON, 30 * DAY, [], 2),
        (SOON, 30 * DAY, [2], None),
        (SOON, 1 * DAY, [], None),
        (5 * DAY, 6 * DAY, [], None),
        (2 * DAY, 6 * DAY, [], 2),
        (timedelta(0), 30 * DAY, [], None),
    ],
)
def test_which_reminder_is_due(before: timedelta, begun_before: timedelta, sent: list[int], due: int | None) -> None:
    assert reminder_due(CLOSES, CLOSES - begun_before, CLOSES - before, sent) == due


def test_everybody_who_writes_is_reminded_once(draft: Application, django_capture_on_commit_callbacks: Any) -> None:
    invited = {"application": draft, "role": "", "by": draft.lead, "now": NOW}
    join_application(editor=invite_editor(email="partner@example.org", **invited), now=NOW)
    invite_editor(email="noch.nicht@example.org", **invited)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert remind_applicants(now=CLOSES - 7 * DAY) == 1
        assert remind_applicants(now=CLOSES - 6 * DAY) == 0
    assert sorted(letter.to[0] for letter in mail.outbox) == [draft.lead.email, "partner@example.org"]
    assert "noch 7 Tage" in mail.outbox[0].body
    with django_capture_on_commit_callbacks(execute=True):
        assert remind_applicants(now=CLOSES - DAY) == 1
    assert "noch ein Tag" in mail.outbox[-1].body
    assert AuditEvent.objects.filter(action="competitions.application.reminded").count() == 2


def test_a_later_deadline_is_reminded_of_again(draft: Application, office: Any) -> None:
    assert remind_applicants(now=CLOSES - 2 * DAY) == 1
    later = CLOSES + 10 * DAY
    extend_application(application=draft, until=later, reason="Hochwasser", by=office, now=CLOSES - DAY)
    assert remind_applicants(now=CLOSES - DAY) == 0
    assert remind_applicants(now=later - 2 * DAY) == 1
    assert set(Reminder.objects.values_list("deadline", "days")) == {(CLOSES, 2), (later, 2)}


def test_who_has_sent_or_wants_none_is_left_alone(draft: Application) -> None:
    set_reminders(application=draft, wanted=False, by=draft.lead, now=NOW)
    assert remind_applicants(now=CLOSES - DAY) == 0
    set_reminders(application=draft, wanted=True, by=draft.lead, now=NOW)
    send_application(application=fill(draft), by=draft.lead, now=NOW)
    assert remind_applicants(now=CLOSES - DAY) == 0


def test_the_command_runs_everything(draft: Application, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(timezone, "now", lambda: CLOSES - DAY)
    call_command("remind")
    assert "1 applicants reminded" in capsys.readouterr().out
