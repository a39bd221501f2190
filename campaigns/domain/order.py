"""A random order per visitor that an index can walk: a stored random key, a starting point, a direction."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Final

KEYS: Final = ("shuffle_a", "shuffle_b", "shuffle_c")
SPAN: Final = 2**31  # keys are drawn from 0…SPAN-1


@dataclass(frozen=True, slots=True)
class Walk:
    """Walk all entries along `key` from `start` to the end, then from the other end back to `start`."""

    key: str
    start: int
    is_descending: bool


def new_key() -> int:
    """A random place for one entry in one of the stored orders."""
    return random.SystemRandom().randrange(SPAN)


def walk_for(seed: int) -> Walk:
    """The visitor's own walk. Three stored orders, two directions and any start: no entry has a lasting advantage."""
    lot = random.Random(seed)  # noqa: S311  it mixes pictures, it keeps no secret
    return Walk(key=lot.choice(KEYS), start=lot.randrange(SPAN), is_descending=lot.random() < 0.5)
