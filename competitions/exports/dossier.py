"""A dossier: what was handed in as PDF, the files, and the history; of one application or of a whole stage."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import IO

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify
from django.utils.translation import gettext as _

from cms.core.audit_words import in_words
from cms.core.models import AuditEvent
from cms.core.spreadsheets import Row, csv_lines
from cms.core.storages import private_storage
from competitions.models import Application

from .application import application_pdf, application_pdf_name

IN_MEMORY = 5 * 1024 * 1024


def write_dossiers(applications: Iterable[Application]) -> IO[bytes]:
    """A ZIP in a temporary file, wound back to its beginning; a folder per application."""
    spooled: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it
    with zipfile.ZipFile(spooled, "w", zipfile.ZIP_DEFLATED) as archive:
        for application in applications:
            _write(archive, application)
    spooled.seek(0)
    return spooled


def _write(archive: zipfile.ZipFile, application: Application) -> None:
    folder = f"{application.code}-{slugify(application.title)[:40]}".strip("-")
    for submission in application.submissions.order_by("ordinal"):
        archive.writestr(f"{folder}/{application_pdf_name(submission)}", application_pdf(submission))
    for name, stored in _named_files(application):
        with private_storage.open(stored, "rb") as source, archive.open(f"{folder}/{name}", "w") as target:
            shutil.copyfileobj(source, target)
    header = [_("Zeitpunkt"), _("Was"), _("Wer"), _("Grund")]
    archive.writestr(f"{folder}/Verlauf.csv", "".join(csv_lines(header, history_rows(application))))


def _named_files(application: Application) -> Iterator[tuple[str, str]]:
    """Each file under the name its sender gave it; a number keeps equal names apart."""
    for number, file in enumerate(application.files.order_by("question", "pk"), start=1):
        yield f"Dateien/{number:02}-{PurePath(file.name).name}", str(file.file.name)


def history_rows(application: Application) -> Iterator[Row]:
    """What happened to an application, from the audit trail, the oldest first."""
    events = AuditEvent.objects.filter(
        target_type=ContentType.objects.get_for_model(Application), target_id=str(application.pk)
    )
    for event in events.select_related("actor").order_by("happened_at", "pk"):
        who = event.actor.get_full_name() if event.actor else event.actor_label
        yield event.happened_at, in_words(event.action), who, event.reason
