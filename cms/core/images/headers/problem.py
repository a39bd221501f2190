"""What reading a header can come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from cms.core.images.refusals import PhotoReason


@dataclass(frozen=True, slots=True)
class Header:
    """`format` is one of JPEG, PNG, WEBP, HEIF, AVIF; width and height in pixels as stored, before rotation."""

    format: str
    width: int
    height: int


class HeaderProblem(Exception):
    """The header is no header of an accepted photo."""

    def __init__(self, reason: PhotoReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def damaged() -> HeaderProblem:
    return HeaderProblem(PhotoReason.DAMAGED)


def read_exactly(file: BinaryIO, count: int) -> bytes:
    """`count` bytes, or HeaderProblem when the file ends before."""
    data = file.read(count)
    if len(data) != count:
        raise damaged()
    return data
