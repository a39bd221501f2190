"""Which pictures look alike: difference hashes that differ in few bits, found for many pictures in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

CHUNK: Final = 64  # rows compared at once; against 100,000 others that is some 50 MB


def look_alikes(
    wanted: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]], *, distance: int
) -> Mapping[int, list[tuple[int, int]]]:
    """Return for every wanted (key, hash) the (bits, key) of others within `distance` bits, nearest first.

    Hashes are signed 64-bit numbers; a picture is not its own double.
    """
    if not wanted or not others:
        return {key: [] for key, _hash in wanted}
    keys = [key for key, _hash in others]
    field = np.array([value for _key, value in others], dtype=np.int64)
    found: dict[int, list[tuple[int, int]]] = {}
    for start in range(0, len(wanted), CHUNK):
        rows = wanted[start : start + CHUNK]
        hashes = np.array([value for _key, value in rows], dtype=np.int64)
        bits = np.bitwise_count((hashes[:, None] ^ field[None, :]).view(np.uint64))
        for number, (key, _hash) in enumerate(rows):
            near = np.flatnonzero(bits[number] <= distance)
            found[key] = sorted((int(bits[number][at]), keys[at]) for at in near if keys[at] != key)
    return found


def likeness(bits: int) -> str:
    """Return a word for a distance: "same", "nearly", "very" or "similar"."""
    if bits == 0:
        return "same"
    if bits <= 3:
        return "nearly"
    return "very" if bits <= 6 else "similar"
