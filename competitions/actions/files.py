"""Files of an application: stored once, listed at once, removable as long as their part can be changed."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.core.files.base import File
from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from cms.core.storages import private_storage
from competitions.domain import (
    TOWN_CONSENT,
    Question,
    Reason,
    UploadError,
    consent_question,
    display_name,
    inspect_file,
    part_of,
)
from competitions.enums import ApplicationState, QuestionKind
from competitions.models import Application, ApplicationFile
from competitions.refusals import refused

from .locks import lock_editable


@transaction.atomic
def attach_file(
    *, application: Application, question: str, upload: File[bytes], name: str, by: User, now: datetime
) -> ApplicationFile:
    """Store a file for a question. The same content twice is the same file; its type is found in its content.

    Raises Refused with the question as its field.
    """
    asked = _asked(application, question)
    current = lock_editable(application, now, part_of(application.form_version.form, question))
    if asked is None or asked.kind != QuestionKind.FILE:
        raise refused(Reason.UNKNOWN_PART)
    try:
        found = inspect_file(upload.file or upload, size=upload.size, groups=asked.file_groups)
    except UploadError as error:
        raise refused(error.reason, field=question) from error
    digest = _sha256(upload)
    stored = ApplicationFile.everything.filter(application=current, question=question, sha256=digest).first()
    if stored is not None and stored.removed_at is None:
        return stored
    _refuse_too_many(current, asked)
    if stored is not None:
        ApplicationFile.everything.filter(pk=stored.pk).update(removed_at=None)
        _record_attached(current, question, digest, by, now)
        return ApplicationFile.objects.get(pk=stored.pk)
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
    _record_attached(current, question, digest, by, now)
    return file


def _asked(application: Application, question: str) -> Question | None:
    """The question of the form, or the fixed one for the consent of the town."""
    return consent_question() if question == TOWN_CONSENT else application.form_version.form.questions.get(question)


def _record_attached(application: Application, question: str, digest: str, by: User, now: datetime) -> None:
    audit.record(
        action="competitions.application.file_attached",
        target=application,
        actor=by,
        changes={"question": (None, question), "sha256": (None, digest)},
        now=now,
    )


@transaction.atomic
def remove_file(*, file: ApplicationFile, by: User, now: datetime) -> None:
    """Take a file out, as long as its part can be changed.

    Its content is deleted with it, unless the submission that counts names it: then it stays, until the next one.
    """
    current = lock_editable(file.application, now, part_of(file.application.form_version.form, file.question))
    if current.state == ApplicationState.SENT:
        removed = ApplicationFile.objects.filter(pk=file.pk).update(removed_at=now)
    else:
        removed, _by_model = ApplicationFile.objects.filter(pk=file.pk).delete()
    if not removed:
        raise refused(Reason.FILE_GONE)
    if current.state != ApplicationState.SENT:
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
