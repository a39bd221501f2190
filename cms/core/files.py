"""Files leave through these answers: public ones cached for good, private ones never."""

from __future__ import annotations

import errno
from typing import IO

from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import Storage
from django.http import FileResponse, Http404, HttpResponseBase

from cms.core.storages import private_storage

INLINE_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "image/avif", "image/gif", "application/pdf"})
SEALED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


def serve_private(name: str, *, filename: str, content_type: str, inline: bool = False) -> HttpResponseBase:
    """Answer with a private file. The caller has checked the permission; a missing file is a 404.

    `inline` shows pictures and PDF in the browser; everything else is always a download.
    """
    shown = inline and content_type in INLINE_TYPES
    response = FileResponse(
        open_or_404(private_storage, name),
        as_attachment=not shown,
        filename=filename,
        content_type=content_type if content_type in INLINE_TYPES or not shown else "application/octet-stream",
    )
    seal(response, content_type)
    response["Cache-Control"] = "private, no-store"
    return response


def open_or_404(storage: Storage, name: str) -> IO[bytes]:
    """Open a stored file for reading, or raise Http404 when it is not there."""
    try:
        return storage.open(name, "rb")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, SuspiciousOperation, ValueError) as error:
        raise Http404 from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise Http404 from error
        raise


def seal(response: HttpResponseBase, content_type: str) -> None:
    """Take every right from an answered file: no sniffing, no script, no frame, no form.

    Browsers refuse to show a PDF in a sandbox, so it goes without that word.
    """
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SEALED if content_type == "application/pdf" else f"{SEALED}; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
