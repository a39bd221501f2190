"""Files of an application: stored once, listed at once, removable until it is sent."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.core.files.base import File
from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from cms.core.storages import private_storage
from competitions.domain import Question, Reason, UploadError, display_name, inspect_file
from competitions.enums import QuestionKind
from competitions.models import Application, ApplicationFile
from competitions.refusals import refused

from .applications import lock_editable


@transaction.atomic
def attach_file(
    *, application: Application, question: str, upload: File[bytes], name: str, by: User, now: datetime
) -> ApplicationFile:
    """Store a file for a question. The same content twice is the same file; its type is found in its content.

    Raises Refused with the question as its field.
    """
    current = lock_editable(application, now)
    asked = current.form_version.form.questions.get(question)
    if asked is None or asked.kind != QuestionKind.FILE:
        raise refused(Reason.UNKNOWN_PART)
    try:
        found = inspect_file(upload.file or upload, size=upload.size, groups=asked.file_groups)
    except UploadError as error:
        raise refused(error.reason, field=question) from error
    digest = _sha256(upload)
    stored = current.files.filter(question=question, sha256=digest).first()
    if stored is not None:
        return stored
    _refuse_too_many(current, asked)
    file = ApplicationFile(
        application=current,
        question=question,
        name=display_name(name, found.suffix),
        size=upload.size,
        sha256=digest,
        content_type=found.content_type,
        uploaded_by=by,
        uploaded_at=now,
    )
    upload.seek(0)
    file.file.save(f"file{found.suffix}", upload, save=False)
    file.save()
    audit.record(
        action="competitions.application.file_attached",
        target=current,
        actor=by,
        changes={"question": (None, question), "sha256": (None, digest)},
        now=now,
    )
    return file


@transaction.atomic
def remove_file(*, file: ApplicationFile, by: User, now: datetime) -> None:
    """Delete a file and its content, as long as the application is a draft."""
    current = lock_editable(file.application, now)
    removed, _by_model = ApplicationFile.objects.filter(pk=file.pk).delete()
    if not removed:
        raise refused(Reason.FILE_GONE)
    place = str(file.file.name)
    transaction.on_commit(lambda: private_storage.delete(place))
    audit.record(
        action="competitions.application.file_removed",
        target=current,
        actor=by,
        changes={"question": (file.question, None), "sha256": (file.sha256, None)},
        now=now,
    )


def _refuse_too_many(application: Application, question: Question) -> None:
    if application.files.filter(question=question.key).count() >= question.max_files:
        raise refused(Reason.FILE_TOO_MANY, field=question.key)


def _sha256(upload: File[bytes]) -> str:
    digest = hashlib.sha256()
    upload.seek(0)
    for chunk in upload.chunks():
        digest.update(chunk)
    return digest.hexdigest()
