"""A copy of an original for print: upright, in sRGB, nearly in full size, and without anything but pixels."""

from __future__ import annotations

import os
from pathlib import Path

from cms.core.images.headers import is_bare
from cms.core.images.processing import run_child
from cms.core.images.refusals import PhotoReason, PhotoRefused
from cms.core.images.uploads import inspect_upload

_WORKER = "cms.core.images.print_worker"


def print_copy(path: str | os.PathLike[str]) -> bytes:
    """A JPEG of at most 6,000 pixels on its longest side: no EXIF, no position, no comment. Raises PhotoRefused."""
    with Path(path).open("rb") as file:
        made = run_child(file, inspect_upload(file), _WORKER)
    if not made.startswith(b"\xff\xd8") or not is_bare(made):
        raise PhotoRefused(PhotoReason.DAMAGED)
    return made
