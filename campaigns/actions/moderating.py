"""Moderators decide, each entry once: of two at the same time, one is told that somebody was faster."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from campaigns import notices
from campaigns.actions.moving import hide, move
from campaigns.domain.entries import Step, approval_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import PhotoState
from campaigns.models import Entry
from campaigns.refusals import refused
from campaigns.tasks import enqueue_with_commit, publish_entry_photo
from cms.accounts.models import User
from cms.core import audit


@transaction.atomic
def approve_entry(*, entry: Entry, by: User, now: datetime, revision: int | None = None) -> Entry:
    """Release an entry into the gallery; only now its sizes become public. `revision`: what the moderator saw."""
    if reason := approval_refusal(
        phase=entry.campaign.phase(now),
        photo=PhotoState(entry.photo_state),
        is_minor=entry.is_minor,
        is_guardian_confirmed=entry.guardian_confirmed_at is not None,
    ):
        raise refused(reason)
    _decide(entry, Step.APPROVE, by=by, now=now, revision=revision)
    enqueue_with_commit(publish_entry_photo, entry.pk)
    return entry


@transaction.atomic
def request_changes(*, entry: Entry, by: User, reason: str, now: datetime, revision: int | None = None) -> Entry:
    """Ask the author for a change; the reason is mailed."""
    _decide(entry, Step.REQUEST_CHANGES, by=by, now=now, revision=revision, verdict=_given(reason))
    notices.send_entry_changes(entry, now)
    return entry


@transaction.atomic
def reject_entry(*, entry: Entry, by: User, reason: str, now: datetime, revision: int | None = None) -> Entry:
    """Refuse an entry; the reason is mailed."""
    verdict = _given(reason)
    _decide(entry, Step.REJECT, by=by, now=now, revision=revision, verdict=verdict, frees_slots=True)
    notices.send_entry_rejected(entry, now)
    return entry


@transaction.atomic
def take_down_entry(*, entry: Entry, by: User, reason: str, now: datetime) -> Entry:
    """Remove a public entry at once, with its files; the reason is mailed."""
    verdict = _given(reason)
    hide(entry)
    _decide(entry, Step.TAKE_DOWN, by=by, now=now, verdict=verdict, frees_slots=True)
    notices.send_entry_taken_down(entry, now)
    return entry


def _given(reason: str) -> str:
    if not reason.strip():
        raise refused(Reason.REASON_MISSING)
    return reason.strip()


def _decide(
    entry: Entry,
    step: Step,
    *,
    by: User,
    now: datetime,
    revision: int | None = None,
    verdict: str = "",
    frees_slots: bool = False,
) -> None:
    """Move the entry and write down who did it."""
    before = entry.state
    slots: dict[str, None] = {"author_slot": None, "town_slot": None} if frees_slots else {}
    move(
        entry,
        step,
        revision=entry.revision if revision is None else revision,
        decided_at=now,
        decided_by=by,
        verdict=verdict,
        **slots,
    )
    audit.record(
        action=f"campaigns.entry.{step.value}",
        target=entry,
        actor=by,
        changes={"state": (before, entry.state)},
        reason=verdict,
        now=now,
    )
