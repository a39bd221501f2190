"""JPEG: walk the segments up to the frame header."""

from __future__ import annotations

from typing import BinaryIO

from cms.core.images.headers.problem import Header, HeaderProblem, damaged, read_exactly
from cms.core.images.refusals import PhotoReason

SIGNATURE = b"\xff\xd8\xff"
MAX_SEGMENTS = 2_000

_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_READABLE_FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended and progressive, all Huffman coded
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA


def read_jpeg(file: BinaryIO) -> Header:
    """A multi-picture file of a phone (MPO) starts as a plain JPEG: its first picture counts."""
    file.seek(2)
    for _ in range(MAX_SEGMENTS):
        marker = _next_marker(file)
        if marker in _WITHOUT_LENGTH:
            continue
        if marker in {_START, _END, _SCAN}:
            raise damaged()
        length = int.from_bytes(read_exactly(file, 2))
        if length < 2:
            raise damaged()
        if marker in _FRAMES:
            return _read_frame(marker, read_exactly(file, length - 2))
        file.seek(length - 2, 1)
    raise damaged()


def _next_marker(file: BinaryIO) -> int:
    if read_exactly(file, 1) != b"\xff":
        raise damaged()
    for _ in range(MAX_SEGMENTS):
        byte = read_exactly(file, 1)[0]
        if byte == 0:
            raise damaged()
        if byte != 0xFF:  # any number of fill bytes may stand before a marker
            return byte
    raise damaged()


def _read_frame(marker: int, body: bytes) -> Header:
    if len(body) < 6:
        raise damaged()
    precision, components = body[0], body[5]
    if marker not in _READABLE_FRAMES or precision != 8 or components not in {1, 3, 4}:
        raise HeaderProblem(PhotoReason.UNSUPPORTED)
    return Header("JPEG", width=int.from_bytes(body[3:5]), height=int.from_bytes(body[1:3]))
