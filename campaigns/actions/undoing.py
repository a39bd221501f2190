"""Taking a decision back: only one's own, only while nobody else has learned of it."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from campaigns.domain.entries import TRANSITIONS, Step
from campaigns.domain.reasons import Reason
from campaigns.domain.undo import undo_refusal
from campaigns.models import Entry, HeldDecision
from campaigns.refusals import refused
from campaigns.releasing import release_due, release_later
from cms.accounts.models import User
from cms.core import audit


def hold(*, entry: Entry, before: Entry, step: Step, by: User, now: datetime, until: datetime) -> HeldDecision:
    """Keep a decision to itself until `until`; `before` is the entry as it stood. Part of the deciding transaction."""
    HeldDecision.objects.filter(entry=entry).delete()  # an older one that the author has overtaken
    held = HeldDecision.objects.create(
        entry=entry,
        step=step.value,
        by=by,
        decided_at=now,
        release_at=until,
        state_before=before.state,
        verdict_before=before.verdict,
        decided_at_before=before.decided_at,
        decided_by_before_id=before.decided_by_id,
    )
    release_later(held)
    return held


@transaction.atomic
def undo_decision(*, held: HeldDecision, by: User, now: datetime) -> Entry:
    """Put the entry back to where it stood. Of undoing and releasing, whoever takes the held row away wins."""
    if reason := undo_refusal(is_own=held.by_id == by.pk, releases_at=held.release_at, now=now):
        raise refused(reason)
    if not HeldDecision.objects.filter(pk=held.pk, by=by, release_at__gt=now).delete()[0]:
        raise refused(Reason.UNDO_TOO_LATE)
    decided = TRANSITIONS[Step(held.step)].target
    standing = Entry.objects.filter(pk=held.entry_id, state=decided, decided_at=held.decided_at)
    try:
        with transaction.atomic():
            rows = standing.update(
                state=held.state_before,
                verdict=held.verdict_before,
                decided_at=held.decided_at_before,
                decided_by=held.decided_by_before_id,
                revision=F("revision") + 1,
            )
    except IntegrityError as error:  # a rejected photo was handed in again at this very moment
        raise refused(Reason.SOMEBODY_FASTER) from error
    if not rows:
        raise refused(Reason.SOMEBODY_FASTER)
    entry = Entry.objects.select_related("campaign", "municipality").get(pk=held.entry_id)
    audit.record(
        action="campaigns.entry.undo",
        target=entry,
        actor=by,
        changes={"state": (decided.value, held.state_before)},
        now=now,
    )
    return entry


def release_due_decisions(*, now: datetime) -> int:
    """Let every decision whose moment has passed take effect; return how many did."""
    return release_due(now)
