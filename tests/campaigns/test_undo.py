"""Undo: for a moment nobody outside knows of a decision; then it takes effect exactly once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from campaigns import actions
from campaigns.domain.undo import PAUSES, release_at, undo_refusal
from campaigns.enums import EntryState
from campaigns.models import Campaign, Entry, HeldDecision
from campaigns.releasing import release
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.core.storages import public_storage
from tests.campaigns.factories import NOW, committing, make_entry

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(seconds=15)


@pytest.fixture
def entry(submission: Campaign) -> Entry:
    return make_entry(submission, EntryState.SUBMITTED, with_files=True)


def is_anywhere_public(entry: Entry) -> bool:
    name = entry.rendition_url(480).partition("/medien/")[2]
    return Entry.objects.get(pk=entry.pk).is_public or public_storage.exists(name)


def approve(entry: Entry, by: User) -> HeldDecision:
    with committing():
        actions.approve_entry(entry=entry, by=by, now=NOW, hold_until=LATER)
    return HeldDecision.objects.get()


def ask(entry: Entry, by: User) -> HeldDecision:
    with committing():
        actions.request_changes(entry=entry, by=by, reason="Bitte heller.", now=NOW, hold_until=LATER)
    return HeldDecision.objects.get()


def reject(entry: Entry, by: User) -> HeldDecision:
    with committing():
        actions.reject_entry(entry=entry, by=by, reason="Zu dunkel.", now=NOW, hold_until=LATER)
    return HeldDecision.objects.get()


@pytest.mark.parametrize("decide", [approve, ask, reject])
def test_nothing_is_public_and_nobody_is_mailed_during_the_pause(
    entry: Entry, moderator: User, decide: Callable[[Entry, User], HeldDecision]
) -> None:
    decide(entry, moderator)
    with committing():
        assert actions.release_due_decisions(now=LATER - timedelta(seconds=1)) == 0
    assert not is_anywhere_public(entry)
    assert mail.outbox == []


@pytest.mark.parametrize("decide", [approve, ask, reject])
def test_undone_decision_leaves_the_entry_as_it_was(
    entry: Entry, moderator: User, decide: Callable[[Entry, User], HeldDecision]
) -> None:
    before = Entry.objects.get(pk=entry.pk)
    held = decide(entry, moderator)
    after = actions.undo_decision(held=held, by=moderator, now=LATER - timedelta(seconds=1))
    names = ("state", "verdict", "decided_at", "decided_by", "author_slot", "town_slot", "is_public")
    assert [getattr(after, name) for name in names] == [getattr(before, name) for name in names]
    assert after.revision > before.revision  # whoever saw the decided one decides anew
    with committing():
        assert actions.release_due_decisions(now=LATER) == 0
    assert not is_anywhere_public(entry)
    assert mail.outbox == []
    assert AuditEvent.objects.filter(action="campaigns.entry.undo", actor=moderator).count() == 1


@pytest.mark.parametrize("decide, words", [(approve, "/beitrag/"), (ask, "Bitte heller."), (reject, "Zu dunkel.")])
def test_decision_takes_effect_once_when_the_pause_is_over(
    entry: Entry, moderator: User, decide: Callable[[Entry, User], HeldDecision], words: str
) -> None:
    held = decide(entry, moderator)
    for _twice in range(2):
        with committing():
            actions.release_due_decisions(now=LATER)
        with committing():
            assert not release(held.pk, LATER)
    assert [words in message.body for message in mail.outbox] == [True]
    assert is_anywhere_public(entry) == (decide is approve)
    with pytest.raises(Refused) as refusal:
        actions.undo_decision(held=held, by=moderator, now=LATER)
    assert refusal.value.code == "undo_too_late"


def test_rejected_entry_frees_its_numbers_only_when_it_takes_effect(entry: Entry, moderator: User) -> None:
    reject(entry, moderator)
    entry.refresh_from_db()
    assert entry.author_slot == 1
    actions.release_due_decisions(now=LATER)
    entry.refresh_from_db()
    assert entry.author_slot is None


def test_only_who_decided_can_undo(entry: Entry, moderator: User, office: User) -> None:
    held = approve(entry, moderator)
    with pytest.raises(Refused) as refusal:
        actions.undo_decision(held=held, by=office, now=NOW)
    assert refusal.value.code == "undo_others"


def test_entry_withdrawn_during_the_pause_never_appears(entry: Entry, moderator: User) -> None:
    held = approve(entry, moderator)
    actions.withdraw_entry(entry=Entry.objects.get(pk=entry.pk), now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.undo_decision(held=held, by=moderator, now=NOW)
    assert refusal.value.code == "somebody_faster"
    with committing():
        assert actions.release_due_decisions(now=LATER) == 0
    assert not is_anywhere_public(entry)


def test_undone_decision_cannot_be_undone_again(entry: Entry, moderator: User) -> None:
    held = approve(entry, moderator)
    actions.undo_decision(held=held, by=moderator, now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.undo_decision(held=held, by=moderator, now=NOW)
    assert refusal.value.code == "undo_too_late"


def test_the_clock_carries_out_what_no_worker_did(entry: Entry, moderator: User) -> None:
    approve(entry, moderator)
    HeldDecision.objects.update(release_at=timezone.now())
    with committing():
        call_command("catch_up")
    assert is_anywhere_public(entry)


def test_decision_without_a_pause_takes_effect_at_once(entry: Entry, moderator: User) -> None:
    with committing():
        actions.approve_entry(entry=entry, by=moderator, now=NOW)
    assert is_anywhere_public(entry)
    assert not HeldDecision.objects.exists()


@pytest.mark.parametrize("seconds, given", [(15, 15), (150, 150), (0, 15), (99_999, 15)])
def test_pause_is_one_of_those_offered(seconds: int, given: int) -> None:
    assert release_at(NOW, seconds) == NOW + timedelta(seconds=given)
    assert max(PAUSES) == 10 * min(PAUSES)


def test_undo_is_refused_at_the_very_moment() -> None:
    assert undo_refusal(is_own=True, releases_at=LATER, now=LATER - timedelta(microseconds=1)) is None
    assert undo_refusal(is_own=True, releases_at=LATER, now=LATER) == "undo_too_late"
    assert undo_refusal(is_own=False, releases_at=LATER, now=LATER) == "undo_others"
