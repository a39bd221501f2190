"""Another photo in the place of one: what was said about the first one stays, the first one goes."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import IO

from django.db import IntegrityError, transaction

from campaigns import photos
from campaigns.actions.guarding import ask_guardian
from campaigns.actions.moving import refuse_edit, store
from campaigns.domain.entries import LIVING
from campaigns.domain.reasons import Reason
from campaigns.enums import PhotoState
from campaigns.models import Entry
from campaigns.queries import photo_number
from campaigns.refusals import refused
from campaigns.tasks import enqueue_with_commit, process_entry_photo
from cms.core import audit
from cms.core.images import inspect_upload, sha256_of
from cms.core.storages import private_storage


def replace_photo(*, entry: Entry, photo: IO[bytes], now: datetime) -> Entry:
    """Take a better photo for the same entry: code, words and answers stay, the old files go with the commit.

    Time and position of the old photo go as well: they were said about another picture. So was a guardian's agreement;
    the guardian is asked again.
    """
    refuse_edit(entry, now)
    inspected = inspect_upload(photo)  # type: ignore[arg-type]
    sha256 = sha256_of(photo)  # type: ignore[arg-type]
    if sha256 == entry.sha256:  # the same form came twice
        return entry
    if Entry.objects.filter(campaign=entry.campaign_id, sha256=sha256, state__in=LIVING).exists():
        raise refused(Reason.DUPLICATE_PHOTO)
    try:
        with photos.new_original(photo, inspected.format) as original:
            _put_in_place(
                entry,
                now,
                original=original,
                original_format=inspected.format,
                original_bytes=private_storage.size(original),
                sha256=sha256,
            )
    except IntegrityError as error:  # the same photo was handed in elsewhere a moment ago
        raise refused(Reason.DUPLICATE_PHOTO) from error
    return entry


@transaction.atomic
def _put_in_place(entry: Entry, now: datetime, **new: object) -> None:
    old, number = photos.private_names(entry), photo_number(entry)
    unknown = {"width": None, "height": None, "colour": "", "dhash": None}
    unsaid = {"taken_at": None, "latitude": None, "longitude": None}
    agreed = {"guardian_confirmed_at": None, "guardian_name": ""}
    store(entry, photo_state=PhotoState.PENDING, photo_problem="", **unknown, **unsaid, **agreed, **new)
    audit.record(
        action="campaigns.entry.photo_replaced",
        target=entry,
        actor_label="author",
        changes={"photo": (number, number + 1)},
        now=now,
    )
    enqueue_with_commit(process_entry_photo, entry.pk)
    if entry.guardian_email and entry.state in LIVING:
        ask_guardian(entry, now)
    transaction.on_commit(partial(photos.delete_private, old))
