"""Moderators decide, each entry once: of two at the same time, one is told that somebody was faster."""

from __future__ import annotations

from copy import copy
from datetime import datetime

from django.db import transaction

from campaigns import notices
from campaigns.actions.moving import hide, move
from campaigns.actions.undoing import hold
from campaigns.domain.entries import Step, approval_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import PhotoState
from campaigns.models import Entry
from campaigns.refusals import refused
from campaigns.releasing import carry_out
from cms.accounts.models import User
from cms.core import audit


@transaction.atomic
def approve_entry(
    *, entry: Entry, by: User, now: datetime, revision: int | None = None, hold_until: datetime | None = None
) -> Entry:
    """Release an entry into the gallery; only now its sizes become public.

    `revision`: what the moderator saw. `hold_until`: nobody else learns of it before, and it can be undone.
    """
    if reason := approval_refusal(
        phase=entry.campaign.phase(now),
        photo=PhotoState(entry.photo_state),
        is_minor=entry.is_minor,
        is_guardian_confirmed=entry.guardian_confirmed_at is not None,
    ):
        raise refused(reason)
    _decide(entry, Step.APPROVE, by=by, now=now, revision=revision, hold_until=hold_until)
    return entry


@transaction.atomic
def request_changes(
    *,
    entry: Entry,
    by: User,
    reason: str,
    now: datetime,
    revision: int | None = None,
    hold_until: datetime | None = None,
) -> Entry:
    """Ask the author for a change; the reason is mailed. `revision` and `hold_until` as for an approval."""
    verdict = _given(reason)
    _decide(entry, Step.REQUEST_CHANGES, by=by, now=now, revision=revision, verdict=verdict, hold_until=hold_until)
    return entry


@transaction.atomic
def reject_entry(
    *,
    entry: Entry,
    by: User,
    reason: str,
    now: datetime,
    revision: int | None = None,
    hold_until: datetime | None = None,
) -> Entry:
    """Refuse an entry; the reason is mailed. `revision` and `hold_until` as for an approval."""
    verdict = _given(reason)
    _decide(entry, Step.REJECT, by=by, now=now, revision=revision, verdict=verdict, hold_until=hold_until)
    return entry


@transaction.atomic
def take_down_entry(*, entry: Entry, by: User, reason: str, now: datetime) -> Entry:
    """Remove a public entry at once, with its files; the reason is mailed."""
    verdict = _given(reason)
    before = entry.state
    hide(entry)
    move(
        entry,
        Step.TAKE_DOWN,
        revision=entry.revision,
        decided_at=now,
        decided_by=by,
        verdict=verdict,
        author_slot=None,
        town_slot=None,
    )
    _write_down(entry, Step.TAKE_DOWN, before, by, now)
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
    revision: int | None,
    hold_until: datetime | None,
    verdict: str = "",
) -> None:
    """Move the entry, write down who did it, and let it take effect, at once or when the pause is over."""
    before = copy(entry)
    seen = entry.revision if revision is None else revision
    move(entry, step, revision=seen, decided_at=now, decided_by=by, verdict=verdict)
    _write_down(entry, step, before.state, by, now)
    if hold_until is None:
        carry_out(entry, step, now)
    else:
        hold(entry=entry, before=before, step=step, by=by, now=now, until=hold_until)


def _write_down(entry: Entry, step: Step, before: str, by: User, now: datetime) -> None:
    changes = {"state": (before, entry.state)}
    audit.record(
        action=f"campaigns.entry.{step.value}", target=entry, actor=by, changes=changes, reason=entry.verdict, now=now
    )
