"""Which ballots are set aside for two people to look at. The voter gets the same answer either way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import fmean, pstdev
from typing import Final

from campaigns.domain.disposable import DISPOSABLE_DOMAINS
from campaigns.enums import Doubt

WINDOW: Final = timedelta(hours=24)
BURST_SPAN: Final = timedelta(seconds=60)
BURST_SIZE: Final = 30  # a school class that votes together stays below
NETWORK_SIZE: Final = 200  # ballots of one network prefix within the window
REGULAR_RUN: Final = 8  # ballots in a row …
REGULAR_SPREAD: Final = 0.05  # … whose gaps differ by less than this share of their mean
REGULAR_GAP: Final = timedelta(seconds=2)  # shorter gaps are a crowd, not a clock
LOOK_BACK: Final = NETWORK_SIZE


def is_disposable(domain: str) -> bool:
    """Is the (normalised) domain, or one it belongs to, known for addresses that live for minutes?"""
    labels = domain.split(".")
    return any(".".join(labels[start:]) in DISPOSABLE_DOMAINS for start in range(len(labels) - 1))


def doubts_about(*, is_disposable_address: bool, now: datetime, earlier: Sequence[datetime]) -> list[Doubt]:
    """What speaks against a new ballot. `earlier`: when the ballots of the same network prefix were cast, any order."""
    times = sorted(moment for moment in earlier if now - WINDOW < moment <= now)
    found = []
    if is_disposable_address:
        found.append(Doubt.DISPOSABLE)
    if sum(moment > now - BURST_SPAN for moment in times) >= BURST_SIZE:
        found.append(Doubt.BURST)
    if _is_regular([*times[-REGULAR_RUN:], now]):
        found.append(Doubt.REGULAR)
    if len(times) >= NETWORK_SIZE:
        found.append(Doubt.NETWORK)
    return found


def _is_regular(times: Sequence[datetime]) -> bool:
    if len(times) <= REGULAR_RUN:
        return False
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    mean = fmean(gaps)
    return mean >= REGULAR_GAP.total_seconds() and pstdev(gaps) < REGULAR_SPREAD * mean
