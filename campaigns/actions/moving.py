"""How a state changes: one conditional UPDATE whose allowed sources come from the domain's table."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F

from campaigns import photos
from campaigns.domain.entries import TRANSITIONS, Step, edit_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import EntryState
from campaigns.models import Entry
from campaigns.refusals import refused
from campaigns.tasks import count_in_town


def move(entry: Entry, step: Step, *, revision: int | None = None, **values: Any) -> None:
    """Move an entry along `step` and set `values`; refuse if it stands elsewhere or was changed since `revision`.

    Every move is a new revision: of two decisions that could follow each other, the one made on the older sight fails.
    """
    transition = TRANSITIONS[step]
    rows = Entry.objects.filter(pk=entry.pk, state__in=transition.sources)
    if revision is not None:
        rows = rows.filter(revision=revision)
    if not rows.update(state=transition.target, revision=F("revision") + 1, **values):
        stands = Entry.objects.filter(pk=entry.pk, state=entry.state, state__in=transition.sources).exists()
        raise refused(Reason.CHANGED_MEANWHILE if stands else Reason.SOMEBODY_FASTER)
    entry.refresh_from_db()


def refuse_edit(entry: Entry, now: datetime) -> None:
    """Refuse unless the author may change the entry now."""
    if reason := edit_refusal(state=EntryState(entry.state), phase=entry.campaign.phase(now)):
        raise refused(reason)


def store(entry: Entry, **values: object) -> None:
    """Write the author's words if the entry still stands where it was read; each change is a new revision."""
    rows = Entry.objects.filter(pk=entry.pk, state=entry.state).update(revision=F("revision") + 1, **values)
    if not rows:
        raise refused(Reason.SOMEBODY_FASTER)
    entry.refresh_from_db()


def hide(entry: Entry) -> None:
    """Take an entry out of everybody's sight, before it leaves the approved state in the same transaction."""
    if Entry.objects.filter(pk=entry.pk, is_public=True).update(is_public=False):
        count_in_town(entry, -1)
    transaction.on_commit(partial(photos.unpublish_renditions, entry))
