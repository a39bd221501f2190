from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from cms.core import codes, retention
from cms.core.models import AuditEvent, OneTimeCode

PAGE = Path(__file__).resolve().parents[2] / "docs" / "betrieb" / "aufbewahrung.md"


@pytest.fixture
def rules(monkeypatch) -> None:
    """Let the table be empty for a test that adds its own rules."""
    monkeypatch.setattr(retention, "_rules", {})


def test_register_sorts_by_key_and_replaces(rules) -> None:
    for key, what in (("b", "first"), ("a", "second"), ("b", "third")):
        retention.register(retention.Rule(key, what, "bald", lambda _now: 0))

    assert [(rule.key, rule.what) for rule in retention.rules()] == [("a", "second"), ("b", "third")]


@pytest.mark.django_db
def test_command_deletes_and_writes_the_number_down(capsys) -> None:
    long_ago = timezone.now() - timedelta(days=3)
    codes.issue(purpose="x", subject="old", now=long_ago)
    codes.issue(purpose="x", subject="young", now=timezone.now())
    Session.objects.create(session_key="old", session_data="", expire_date=long_ago)
    Session.objects.create(session_key="young", session_data="", expire_date=timezone.now() + timedelta(days=1))

    call_command("retention")

    assert OneTimeCode.objects.count() == 1
    assert [session.pk for session in Session.objects.all()] == ["young"]
    said = dict(line.split(": ") for line in capsys.readouterr().out.splitlines())
    assert (said["core.codes"], said["core.sessions"], said["core.mail"]) == ("1", "1", "0")
    assert set(said) == {rule.key for rule in retention.rules()}
    changes = [event.changes for event in AuditEvent.objects.filter(action="core.retention.purged")]
    assert sorted(changes, key=str) == [{"core.codes": [1, 0]}, {"core.sessions": [1, 0]}]


@pytest.mark.django_db
def test_command_run_twice_deletes_nothing_more() -> None:
    codes.issue(purpose="x", subject="old", now=timezone.now() - timedelta(days=3))
    call_command("retention")
    call_command("retention")

    assert AuditEvent.objects.count() == 1


@pytest.mark.django_db
def test_command_undoes_a_rule_that_breaks_and_keeps_the_others(rules) -> None:
    def purge_codes(now: datetime) -> int:
        return codes.delete_spent(now)

    def purge_and_break(now: datetime) -> int:
        OneTimeCode.objects.all().delete()
        raise ZeroDivisionError

    retention.register(retention.Rule("a", "x", "x", purge_codes))
    retention.register(retention.Rule("b", "x", "x", purge_and_break))
    codes.issue(purpose="x", subject="old", now=datetime(2020, 1, 1, tzinfo=UTC))
    codes.issue(purpose="x", subject="young", now=timezone.now())

    with pytest.raises(ZeroDivisionError):
        call_command("retention")
    assert OneTimeCode.objects.count() == 1
    assert AuditEvent.objects.count() == 1


def test_list_shows_the_table_and_deletes_nothing(capsys) -> None:
    call_command("retention", list=True)

    assert "core.codes: Einmal-Codes (verschlüsselt gespeichert) – ein Tag nach Ablauf" in capsys.readouterr().out


def test_page_of_the_docs_is_the_table() -> None:
    written = re.findall(r"^\| `([a-z_.]+)` \| (.+?) \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert written == [(rule.key, str(rule.what), str(rule.after)) for rule in retention.rules()]
