"""The difference hash: near duplicates lie within a few bits of each other."""

from __future__ import annotations

from PIL.Image import Image, Resampling

_BITS = 64
_MASK = (1 << _BITS) - 1


def difference_hash(image: Image) -> int:
    """64 bits (8 rows of 8 comparisons of neighbours), as a signed number so that it fits a BIGINT column."""
    grey = image.convert("L").resize((9, 8), Resampling.BOX)
    values = grey.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            place = row * 9 + column
            bits = bits << 1 | (values[place] > values[place + 1])
    return bits - (1 << _BITS) if bits >> (_BITS - 1) else bits


def dhash_distance(first: int, second: int) -> int:
    """How many of the 64 bits differ; takes signed and unsigned hashes alike."""
    return ((first ^ second) & _MASK).bit_count()
