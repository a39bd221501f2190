"""The first look at an uploaded file: size, format and dimensions from its header, before any decoder runs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from cms.core.images.headers import Header, HeaderProblem, read_header
from cms.core.images.limits import MAX_BYTES, MAX_PIXELS, MAX_SIDE, MIN_SHORT_SIDE
from cms.core.images.refusals import PhotoReason, PhotoRefused

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Inspected:
    """`format` is one of JPEG, PNG, WEBP, HEIF, AVIF; width and height in pixels as stored, before rotation."""

    format: str
    width: int
    height: int


def inspect_upload(file: BinaryIO) -> Inspected:
    """What the header says of a seekable file; raises PhotoRefused. The file stands at its start afterwards."""
    try:
        _check_bytes(file)
        header = read_header(file)
    except HeaderProblem as problem:
        raise PhotoRefused(problem.reason) from problem
    finally:
        file.seek(0)
    _check_dimensions(header)
    return Inspected(header.format, header.width, header.height)


def _check_bytes(file: BinaryIO) -> None:
    size = file.seek(0, 2)
    if size == 0:
        raise PhotoRefused(PhotoReason.EMPTY)
    if size > MAX_BYTES:
        raise PhotoRefused(PhotoReason.TOO_LARGE)


def _check_dimensions(header: Header) -> None:
    if min(header.width, header.height) == 0:
        raise PhotoRefused(PhotoReason.DAMAGED)
    if header.width * header.height > MAX_PIXELS:
        raise PhotoRefused(PhotoReason.TOO_MANY_PIXELS)
    if max(header.width, header.height) > MAX_SIDE:
        raise PhotoRefused(PhotoReason.TOO_LONG)
    if min(header.width, header.height) < MIN_SHORT_SIDE:
        raise PhotoRefused(PhotoReason.TOO_SMALL)


def sha256_of(file: BinaryIO) -> str:
    """Hex SHA-256 of a seekable file, which stands at its start afterwards."""
    digest = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
