"""Public files leave from our own origin, whatever store holds them."""

from __future__ import annotations

import mimetypes
from hashlib import sha256

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.views.decorators.http import require_safe

from cms.core.files import open_or_404, seal
from cms.core.storages import public_storage

SHOWN = frozenset(
    {"image/jpeg", "image/png", "image/webp", "image/avif", "image/gif", "image/svg+xml", "application/pdf"}
)
MIME = {".avif": "image/avif", ".webp": "image/webp", ".heic": "image/heic", ".jsonld": "application/ld+json"}
LONGEST_NAME = 500
# Names are never used twice, so a browser may keep a file for good. A cache between us and many people must ask
# each time: what is taken down is gone for everybody at once.
CACHE = "public, max-age=31536000, immutable, s-maxage=0, proxy-revalidate"


@require_safe
def public_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Answer with a public file; folders that belong behind a permission check are not among them."""
    if not is_plain(name) or name.startswith(settings.PUBLIC_FILES_WITHHELD):
        raise Http404
    handle = open_or_404(public_storage, name)
    size = handle.size  # type: ignore[attr-defined]
    tag = f'"{sha256(f"{name}:{size}".encode()).hexdigest()[:20]}"'
    if request.headers.get("If-None-Match") == tag:
        handle.close()
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        response = _body(handle, name)
        response["Content-Length"] = str(size)
    response["ETag"] = tag
    response["Cache-Control"] = CACHE
    return response


def is_plain(name: str) -> bool:
    """Tell whether a name goes straight to its file: stores tidy names up, so `a/../b` would become `b`."""
    parts = name.split("/")
    return (
        len(name) <= LONGEST_NAME
        and name.isprintable()
        and "\\" not in name
        and all(part not in {"", ".", ".."} for part in parts)
    )


def _body(handle: object, name: str) -> FileResponse:
    """Return the file, shown when it is a picture or a PDF, otherwise as a download."""
    content_type = content_type_of(name)
    response = FileResponse(
        handle,  # type: ignore[arg-type]
        as_attachment=content_type not in SHOWN,
        filename=name.rpartition("/")[2],
        content_type=content_type,
    )
    seal(response, content_type)
    return response


def content_type_of(name: str) -> str:
    """Return the content type by our own table first: what the system knows differs between machines."""
    ending = "." + name.rpartition(".")[2].lower()
    guessed = MIME.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed
