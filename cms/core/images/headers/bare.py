"""A public size holds pixels and nothing else: checked on the finished bytes, whoever made them."""

from __future__ import annotations

_JPEG_MAY_HOLD = {0xC0, 0xC2, 0xC4, 0xDB, 0xDD}
_JFIF, _SCAN, _END = 0xE0, 0xDA, 0xD9


def is_bare(data: bytes) -> bool:
    """True for a JPEG of a frame, tables and scans, or a WebP of one picture chunk, that ends where it says."""
    if data.startswith(b"\xff\xd8"):
        return _is_bare_jpeg(data)
    return _is_bare_webp(data)


def _is_bare_webp(data: bytes) -> bool:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or data[12:16] not in {b"VP8 ", b"VP8L"}:
        return False
    size = int.from_bytes(data[16:20], "little")
    end = 20 + size + size % 2
    return len(data) == end == 8 + int.from_bytes(data[4:8], "little")


def _is_bare_jpeg(data: bytes) -> bool:
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            return False
        marker = data[position + 1]
        length = int.from_bytes(data[position + 2 : position + 4])
        body = data[position + 4 : position + 2 + length]
        if marker == _JFIF:
            if length != 16 or not body.startswith(b"JFIF\x00") or body[12:14] != b"\x00\x00":
                return False
        elif marker == _SCAN:
            position = _after_scan(data, position + 2 + length)
            continue
        elif marker not in _JPEG_MAY_HOLD:
            return False
        position += 2 + length
    return position + 2 == len(data) and data[position:] == bytes((0xFF, _END))


def _after_scan(data: bytes, position: int) -> int:
    """Where the next marker after entropy-coded data starts (stuffed zeros and restart marks belong to the data)."""
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            return len(data)
        follower = data[position + 1]
        if follower != 0 and not 0xD0 <= follower <= 0xD7:
            return position
        position += 2
