"""The office's own remarks on an application."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason, clean_text
from competitions.models import Application, InternalNote
from competitions.refusals import refused

KEPT_AFTER_DECISION = timedelta(days=365)
KEPT_AFTER_JURY = timedelta(days=730)


@transaction.atomic
def write_note(*, application: Application, text: str, by: User, now: datetime) -> InternalNote:
    """Add a remark that neither applicants nor jurors ever see."""
    if not clean_text(text):
        raise refused(Reason.NOTE_EMPTY, field="text")
    note = InternalNote.objects.create(application=application, text=clean_text(text), written_by=by, written_at=now)
    audit.record(action="competitions.note.written", target=application, actor=by, now=now)
    return note


@transaction.atomic
def delete_note(*, note: InternalNote, by: User, now: datetime) -> None:
    """Take a remark away."""
    deleted, _by_model = InternalNote.objects.filter(pk=note.pk).delete()
    if not deleted:
        raise refused(Reason.FASTER)
    audit.record(action="competitions.note.deleted", target=note.application, actor=by, now=now)


def purge_notes(now: datetime) -> int:
    """Delete remarks a year after the decision, at the latest two years after the jury; returns how many."""
    decided = Q(application__stage__committed_at__lte=now - KEPT_AFTER_DECISION)
    long_over = Q(application__stage__jury_closes_at__lte=now - KEPT_AFTER_JURY)
    deleted, _by_model = InternalNote.objects.filter(decided | long_over).delete()
    return deleted
