"""PNG: the header chunk, and whether an animation is announced before the picture."""

from __future__ import annotations

from typing import BinaryIO

from cms.core.images.headers.problem import Header, HeaderProblem, damaged, read_exactly
from cms.core.images.refusals import PhotoReason

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_CHUNKS = 2_000


def read_png(file: BinaryIO) -> Header:
    file.seek(len(SIGNATURE))
    size: tuple[int, int] | None = None
    for _ in range(MAX_CHUNKS):
        head = read_exactly(file, 8)
        length, kind = int.from_bytes(head[:4]), head[4:]
        if size is None:
            if kind != b"IHDR" or length != 13:
                raise damaged()
            body = read_exactly(file, 13)
            size = int.from_bytes(body[:4]), int.from_bytes(body[4:8])
            file.seek(4, 1)
        elif kind == b"acTL":
            raise HeaderProblem(PhotoReason.ANIMATED)
        elif kind == b"IDAT":
            return Header("PNG", *size)
        elif kind == b"IEND":
            raise damaged()
        else:
            file.seek(length + 4, 1)
    raise damaged()
