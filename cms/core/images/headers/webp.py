"""WebP: the first chunk tells kind and size, its flags tell an animation."""

from __future__ import annotations

from typing import BinaryIO

from cms.core.images.headers.problem import Header, HeaderProblem, damaged, read_exactly
from cms.core.images.refusals import PhotoReason

_ANIMATION = 0x02


def read_webp(file: BinaryIO) -> Header:
    end = file.seek(0, 2)
    file.seek(4)
    if 8 + int.from_bytes(read_exactly(file, 4), "little") > end:
        raise damaged()
    file.seek(12)
    head = read_exactly(file, 8)
    kind, body = head[:4], read_exactly(file, 10)
    if kind == b"VP8X":
        if body[0] & _ANIMATION:
            raise HeaderProblem(PhotoReason.ANIMATED)
        return _header(int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1)
    if kind == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        return _header(int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF)
    if kind == b"VP8L" and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return _header((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
    raise damaged()


def _header(width: int, height: int) -> Header:
    return Header("WEBP", width, height)
