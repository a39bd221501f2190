from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from campaigns.domain.entries import Step
from cms.core import audit
from cms.core.audit_words import in_words
from cms.core.models import AuditEvent, OneTimeCode
from competitions.enums import FormalOutcome
from home.enums import FeedbackKind, FeedbackState

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2027, 9, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def target(db) -> OneTimeCode:
    return OneTimeCode.objects.create(
        purpose="proof", subject_hash="a", code_hash="b", issued_at=NOW, expires_at=NOW, tries_left=5
    )


def test_record_writes_who_what_when_old_and_new(target: OneTimeCode, django_user_model) -> None:
    actor = django_user_model.objects.create_user("office@example.org")
    audit.record(
        action="competitions.application.admitted",
        target=target,
        actor=actor,
        actor_label="office",
        changes={"state": ("sent", "admitted")},
        reason="Vollständig.",
        now=NOW,
    )

    event = AuditEvent.objects.get()
    assert (event.action, event.actor, event.happened_at) == ("competitions.application.admitted", actor, NOW)
    assert (event.target_type, event.target_id) == (ContentType.objects.get_for_model(target), str(target.pk))
    assert (event.target_label, event.changes, event.reason) == (
        "proof",
        {"state": ["sent", "admitted"]},
        "Vollständig.",
    )


def test_record_without_target_and_actor(db) -> None:
    audit.record(action="core.retention.purged", target=None)

    event = AuditEvent.objects.get()
    assert (event.target_type, event.target_id, event.actor) == (None, "", None)


def test_record_keeps_values_that_json_does_not_know(db) -> None:
    values = (None, True, 3, 2.5, "x", date(2027, 9, 1), NOW, Decimal("1.50"), ["a"])
    audit.record(action="x", target=None, changes={str(n): (value, value) for n, value in enumerate(values)})

    assert [pair[0] for pair in AuditEvent.objects.get().changes.values()] == [
        None,
        True,
        3,
        2.5,
        "x",
        "2027-09-01",
        "2027-09-01T12:00:00Z",
        "1.50",
        "['a']",
    ]


def test_record_is_undone_with_its_transaction(db) -> None:
    def fail_later() -> None:
        with transaction.atomic():
            audit.record(action="x", target=None)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_later()
    assert not AuditEvent.objects.exists()


def test_event_outlives_the_person_and_the_target(target: OneTimeCode, django_user_model) -> None:
    actor = django_user_model.objects.create_user("office@example.org")
    audit.record(action="x", target=target, actor=actor)
    target.delete()
    actor.delete()

    event = AuditEvent.objects.get()
    assert (event.actor, event.target_label) == (None, "proof")


def written_actions() -> set[str]:
    """Return every action that the code records."""
    found: set[str] = set()
    for app in ("cms", "campaigns", "competitions", "home"):
        for path in (ROOT / app).rglob("*.py"):
            found |= set(
                re.findall(
                    r'action=f?"((?:accounts|campaigns|competitions|core|home|places)\.[^"]+)"', path.read_text("utf-8")
                )
            )
    return found


def test_every_action_has_words() -> None:
    actions = {action for action in written_actions() if "{" not in action}
    actions |= {f"campaigns.entry.{step.value}" for step in Step}
    actions |= {f"competitions.application.{outcome.value}" for outcome in FormalOutcome}
    actions |= {f"home.feedback.{word.value}" for word in (*FeedbackKind, *FeedbackState)}

    assert {action for action in actions if in_words(action) == action} == set()
    assert len(actions) > 30


def test_in_words() -> None:
    assert in_words("campaigns.entry.approve") == "Beitrag: freigegeben"
    assert in_words("something.else.happened") == "something.else.happened"
