"""The office's own remarks on an application."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Reason, clean_text
from competitions.models import Application, InternalNote
from competitions.refusals import refused


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
