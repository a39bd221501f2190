"""A decision takes effect: photos become public, reasons are mailed. Each does so once, however many try."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from campaigns import notices
from campaigns.domain.entries import TRANSITIONS, Step
from campaigns.models import Entry, HeldDecision
from campaigns.tasks import enqueue_with_commit, publish_entry_photo


def carry_out(entry: Entry, step: Step, now: datetime) -> None:
    """Let everybody else know; call it in the transaction that decides or releases."""
    if step == Step.APPROVE:
        enqueue_with_commit(publish_entry_photo, entry.pk)
    elif step == Step.REQUEST_CHANGES:
        notices.send_entry_changes(entry, now)
    elif step == Step.REJECT:
        Entry.objects.filter(pk=entry.pk).update(author_slot=None, town_slot=None)
        notices.send_entry_rejected(entry, now)


@task(queue_name="photos", priority=8)
def release_decision(held_id: int) -> None:
    """Carry out a held decision when its time has come."""
    release(held_id, timezone.now())


def release_later(held: HeldDecision) -> None:
    """Hand the release over to the worker. Without one, the desk and `catch_up` ask for what is due."""
    if release_decision.get_backend().supports_defer:
        release_decision.using(run_after=held.release_at).enqueue(held.pk)


@transaction.atomic
def release(held_id: int, now: datetime) -> bool:
    """Carry out a held decision if it is due and still stands; tell whether it was."""
    held = HeldDecision.objects.select_related("entry__campaign", "entry__municipality").filter(pk=held_id).first()
    if held is None or not HeldDecision.objects.filter(pk=held_id, release_at__lte=now).delete()[0]:
        return False
    entry, step = held.entry, Step(held.step)
    if entry.state != TRANSITIONS[step].target or entry.decided_at != held.decided_at:
        return False  # the author withdrew it meanwhile
    carry_out(entry, step, now)
    return True


def release_due(now: datetime) -> int:
    """Carry out every held decision whose time has come; return how many."""
    due = list(HeldDecision.objects.filter(release_at__lte=now).order_by("release_at").values_list("pk", flat=True))
    return sum(release(held_id, now) for held_id in due)
