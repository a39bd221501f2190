"""A dossier: what was handed in as PDF, the files, and the history; of one application or of a whole stage."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePath
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify
from django.utils.translation import gettext as _

from cms.core.audit_words import in_words
from cms.core.models import AuditEvent
from cms.core.spreadsheets import Row, csv_lines
from cms.core.storages import private_storage
from competitions.models import Application

from .application import application_pdf, application_pdf_name

CHUNK_BYTES = 64 * 1024


class _Sink(io.RawIOBase):
    """Takes what the archive writes and hands it on; nothing goes back, so nothing has to be kept."""

    def __init__(self) -> None:
        self._written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._written += data
        return len(data)

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        taken = bytes(self._written)
        self._written.clear()
        return taken


def dossier_chunks(applications: Iterable[Application]) -> Iterator[bytes]:
    """A ZIP piece by piece, a folder per application: it starts at once and is never whole in memory."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for application in applications:
            for _written in _write(archive, application):
                yield sink.taken()
    yield sink.taken()


def _write(archive: zipfile.ZipFile, application: Application) -> Iterator[None]:
    """Write one folder, pausing wherever the sink can be emptied."""
    folder = f"{application.code}-{slugify(application.title)[:40]}".strip("-")
    for submission in application.submissions.order_by("ordinal"):
        archive.writestr(f"{folder}/{application_pdf_name(submission)}", application_pdf(submission))
        yield
    for name, stored in _named_files(application):
        with private_storage.open(stored, "rb") as source, archive.open(f"{folder}/{name}", "w") as target:
            for piece in iter(partial(source.read, CHUNK_BYTES), b""):
                target.write(piece)
                yield
    header = [_("Zeitpunkt"), _("Was"), _("Wer"), _("Grund")]
    archive.writestr(f"{folder}/Verlauf.csv", "".join(csv_lines(header, history_rows(application))))
    yield


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
