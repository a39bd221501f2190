"""Work behind the scenes: decoding photos, publishing sizes. Every task can run twice without harm."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from campaigns import notices, photos
from campaigns.domain.entries import LEFT
from campaigns.enums import EntryState, PhotoState
from campaigns.models import CampaignTown, Entry
from campaigns.queries.entries import SUGGESTION_SECONDS, Suggestion, suggestion_key
from cms.core.images import PhotoReason, PhotoRefused, process_photo

OVERDUE = timedelta(minutes=10)
SWEEP = timedelta(days=1)


def enqueue_with_commit(work: Task[..., Any], *arguments: Any) -> None:
    """Hand work over exactly if the caller's transaction succeeds.

    A queue in the database stores the job in that transaction: a crash loses both or none. A backend that works
    at once has to wait for the commit.
    """
    if work.get_backend().supports_defer:
        work.enqueue(*arguments)
    else:
        transaction.on_commit(partial(work.enqueue, *arguments))


@task(queue_name="photos")
def process_entry_photo(entry_id: int) -> None:
    """Decode the original in a bound child process and store the sizes privately."""
    entry = Entry.objects.filter(pk=entry_id, photo_state=PhotoState.PENDING).first()
    if entry is None:
        return
    try:
        with photos.local_copy(entry.original) as path:
            photo = process_photo(path)
    except PhotoRefused as refusal:
        if refusal.reason == PhotoReason.BUSY:
            raise
        _refuse_photo(entry, refusal, timezone.now())
        return
    except FileNotFoundError:
        if _is_outdated(entry):
            return
        raise
    photos.store_renditions(entry, photo.renditions)
    if _is_outdated(entry):
        photos.delete_private(photos.private_names(entry))
        return
    cache.set(suggestion_key(entry.pk), Suggestion(photo.taken_at, photo.latitude, photo.longitude), SUGGESTION_SECONDS)
    Entry.objects.filter(pk=entry.pk, original=entry.original, photo_state=PhotoState.PENDING).update(
        photo_state=PhotoState.READY,
        width=photo.width,
        height=photo.height,
        colour=photo.colour,
        dhash=photo.dhash,
    )


def _is_outdated(entry: Entry) -> bool:
    """The author has replaced the photo or deleted everything since the work began."""
    return not Entry.objects.filter(pk=entry.pk, original=entry.original).exists()


def _refuse_photo(entry: Entry, refusal: PhotoRefused, now: datetime) -> None:
    """An unreadable photo: the form says so, or, if the author has already left, a mail that asks for another one."""
    with transaction.atomic():
        same = Entry.objects.filter(pk=entry.pk, original=entry.original)
        same.filter(photo_state=PhotoState.PENDING).update(photo_state=PhotoState.REFUSED, photo_problem=refusal.code)
        asked = same.filter(state=EntryState.SUBMITTED).update(
            state=EntryState.CHANGES_REQUESTED, verdict=str(refusal), decided_at=now, revision=F("revision") + 1
        )
        if asked:
            entry.refresh_from_db()
            notices.send_entry_changes(entry, now)


@task(queue_name="photos", priority=5)
def publish_entry_photo(entry_id: int) -> None:
    """Copy an approved entry's sizes into the public storage, then show it. Nothing is public before.

    If the entry is withdrawn or taken down meanwhile, the files vanish again.
    """
    entry = (
        Entry.objects.select_related("campaign", "municipality")
        .filter(pk=entry_id, state=EntryState.APPROVED, is_public=False)
        .first()
    )
    if entry is None:
        return
    photos.publish_renditions(entry)
    with transaction.atomic():
        shown = Entry.objects.filter(pk=entry.pk, state=EntryState.APPROVED, is_public=False).update(is_public=True)
        if shown:
            count_in_town(entry, 1)
            notices.send_entry_approved(entry, timezone.now())
    if not shown and not Entry.objects.filter(pk=entry.pk, is_public=True).exists():
        photos.unpublish_renditions(entry)


def count_in_town(entry: Entry, change: int) -> None:
    """Keep the number of public entries of a town in step; call it in the transaction that flips `is_public`."""
    key = {"campaign_id": entry.campaign_id, "municipality_id": entry.municipality_id}
    if change > 0:
        CampaignTown.objects.bulk_create([CampaignTown(**key, size_class=entry.size_class)], ignore_conflicts=True)
    CampaignTown.objects.filter(**key).update(entries=F("entries") + change)


def catch_up(now: datetime) -> int:
    """Hand over again what a killed worker left behind, remove again what left; return how many were handed over."""
    late = now - OVERDUE
    pending = Entry.objects.filter(photo_state=PhotoState.PENDING, created_at__lt=late)
    unshown = Entry.objects.filter(state=EntryState.APPROVED, is_public=False, decided_at__lt=late)
    overdue = [(process_entry_photo, pk) for pk in pending.values_list("pk", flat=True)]
    overdue += [(publish_entry_photo, pk) for pk in unshown.values_list("pk", flat=True)]
    for work, pk in overdue:
        work.enqueue(pk)
    gone = Entry.objects.filter(state__in=LEFT, decided_at__range=(now - SWEEP, late))
    for entry in gone.only("code"):
        photos.unpublish_renditions(entry)
    return len(overdue)
