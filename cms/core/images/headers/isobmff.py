"""HEIC, HEIF and AVIF: find the primary picture in the boxes and read its size (ISO/IEC 14496-12 and 23008-12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cms.core.images.headers.problem import Header, HeaderProblem, damaged, read_exactly
from cms.core.images.refusals import PhotoReason

HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis"}
AVIF_BRANDS = {b"avif"}
GENERIC_BRANDS = {b"mif1", b"mif2", b"miaf"}
SEQUENCE_BRANDS = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1", b"avis"}
MAX_BOXES = 4_000
MAX_META_BYTES = 4 * 1024 * 1024


def read_isobmff(file: BinaryIO) -> Header:
    end = file.seek(0, 2)
    container: str | None = None
    meta: bytes | None = None
    for kind, start, stop in _file_boxes(file, end):
        if kind == b"ftyp":
            file.seek(start)
            container = _format_of(read_exactly(file, min(stop - start, 1_024)))
        elif kind == b"moov":
            raise HeaderProblem(PhotoReason.ANIMATED)
        elif kind == b"meta" and meta is None:
            if stop - start > MAX_META_BYTES:
                raise damaged()
            file.seek(start)
            meta = read_exactly(file, stop - start)
    if container is None or meta is None:
        raise damaged()
    return Header(container, *_primary_size(meta))


def _format_of(ftyp: bytes) -> str:
    major = ftyp[:4]
    brands = {ftyp[i : i + 4] for i in range(8, len(ftyp) - 3, 4)} | {major}
    if major in SEQUENCE_BRANDS:
        raise HeaderProblem(PhotoReason.ANIMATED)
    if major in AVIF_BRANDS or (major in GENERIC_BRANDS and brands & AVIF_BRANDS):
        return "AVIF"
    if major in HEIF_BRANDS or (major in GENERIC_BRANDS and brands & HEIF_BRANDS):
        return "HEIF"
    if major in GENERIC_BRANDS:
        raise HeaderProblem(PhotoReason.UNSUPPORTED)
    raise HeaderProblem(PhotoReason.RAW if major == b"crx " else PhotoReason.VIDEO)


def _file_boxes(file: BinaryIO, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of the content of every top-level box; a box that ends after the file is damage."""
    position = 0
    for _ in range(MAX_BOXES):
        if position == end:
            return
        file.seek(position)
        head = read_exactly(file, min(8, end - position))
        if len(head) < 8:
            return  # trailing bytes
        size, kind, start = int.from_bytes(head[:4]), head[4:], position + 8
        if size == 1:
            size, start = int.from_bytes(read_exactly(file, 8)), position + 16
        stop = end if size == 0 else position + size
        if stop < start or stop > end:
            if kind.isalnum() and kind.isascii():
                raise damaged()
            return  # trailing bytes that are no box
        yield kind, start, stop
        position = stop
    raise damaged()


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of every box inside a box."""
    position = 0
    while position + 8 <= len(data):
        size, kind = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        start = position + 8
        if size == 1:
            size, start = int.from_bytes(data[start : start + 8]), position + 16
        stop = len(data) if size == 0 else position + size
        if stop < start or stop > len(data):
            raise damaged()
        yield kind, data[start:stop]
        position = stop


def _primary_size(meta: bytes) -> tuple[int, int]:
    parts = dict(_boxes(meta[4:]))
    primary = _primary_item(parts.get(b"pitm", b""))
    properties = dict(_boxes(parts.get(b"iprp", b"")))
    listed = [box for _, box in zip(range(MAX_BOXES), _boxes(properties.get(b"ipco", b"")), strict=False)]
    for index in _associations(properties.get(b"ipma", b"")).get(primary, ()):
        if 0 < index <= len(listed):
            kind, body = listed[index - 1]
            if kind == b"ispe" and len(body) >= 12:
                return int.from_bytes(body[4:8]), int.from_bytes(body[8:12])
    raise damaged()


def _primary_item(pitm: bytes) -> int:
    if len(pitm) < 6:
        raise damaged()
    return int.from_bytes(pitm[4:6] if pitm[0] == 0 else pitm[4:8])


def _associations(ipma: bytes) -> dict[int, list[int]]:
    """Item → the 1-based places of its properties."""
    if len(ipma) < 8:
        raise damaged()
    id_bytes = 2 if ipma[0] == 0 else 4
    index_bytes = 2 if ipma[3] & 1 else 1
    found: dict[int, list[int]] = {}
    position = 8
    for _ in range(int.from_bytes(ipma[4:8])):
        count_at = position + id_bytes
        if count_at >= len(ipma):
            raise damaged()
        item, count = int.from_bytes(ipma[position:count_at]), ipma[count_at]
        position = count_at + 1 + count * index_bytes
        raw = ipma[count_at + 1 : position]
        mask = 0x7FFF if index_bytes == 2 else 0x7F
        found[item] = [int.from_bytes(raw[i : i + index_bytes]) & mask for i in range(0, len(raw), index_bytes)]
    return found
