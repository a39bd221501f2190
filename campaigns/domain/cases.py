"""Which ballots belong together as one case, also those that looked fine when they were cast.

The thresholds are those of `campaigns.domain.doubts`, looked at with hindsight:

- Burst: more than BURST_SIZE ballots of one network prefix within BURST_SPAN. All of them belong to the case, the first
  ones too. A school class that votes together on a signal stays below.
- Regular: HINDSIGHT_RUN gaps in a row that differ by less than REGULAR_SPREAD of their mean, none a crowd's. That is
  half as many again as what sets a single ballot aside, because whole series follow from it.
- Network: the number alone (NETWORK_SIZE) never reaches back. A town hall or a school in which many vote is no pattern,
  and its first two hundred ballots are as good as anybody's.
- Disposable addresses are judged when cast; hindsight knows no address.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import fmean, pstdev
from typing import Final

from campaigns.domain.doubts import BURST_SIZE, BURST_SPAN, REGULAR_GAP, REGULAR_SPREAD
from campaigns.enums import Doubt

HINDSIGHT_RUN: Final = 12
# Of several doubts about one ballot the one that says most names its case.
WEIGHT: Final = (Doubt.BURST, Doubt.REGULAR, Doubt.NETWORK, Doubt.DISPOSABLE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a ballot: its number, when it was cast, the keyed name of its network."""

    ballot: int
    at: datetime
    network: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """Ballots of one network that belong together, by what was seen of them."""

    kind: Doubt
    network: str
    ballots: tuple[int, ...]


def patterns_in(ballots: Iterable[Seen]) -> list[Pattern]:
    """Bursts and regular series, network by network. Ballots without a network belong to none."""
    networks: dict[str, list[Seen]] = defaultdict(list)
    for ballot in ballots:
        if ballot.network:
            networks[ballot.network].append(ballot)
    found = []
    for network, seen in networks.items():
        ordered = sorted(seen, key=lambda ballot: (ballot.at, ballot.ballot))
        for kind, members in ((Doubt.BURST, _bursts(ordered)), (Doubt.REGULAR, _series(ordered))):
            if members:
                found.append(Pattern(kind, network, tuple(members)))
    return found


def _bursts(ordered: Sequence[Seen]) -> list[int]:
    """Everything inside a window that holds more than a school class."""
    members: dict[int, None] = {}
    begin = 0
    for end, last in enumerate(ordered):
        while ordered[begin].at <= last.at - BURST_SPAN:
            begin += 1
        if end - begin + 1 > BURST_SIZE:
            members.update(dict.fromkeys(ballot.ballot for ballot in ordered[begin : end + 1]))
    return list(members)


def _series(ordered: Sequence[Seen]) -> list[int]:
    """Everything inside a run of equal gaps."""
    members: dict[int, None] = {}
    gaps = [(later.at - earlier.at).total_seconds() for earlier, later in pairwise(ordered)]
    for begin in range(len(gaps) - HINDSIGHT_RUN + 1):
        run = gaps[begin : begin + HINDSIGHT_RUN]
        mean = fmean(run)
        if mean >= REGULAR_GAP.total_seconds() and pstdev(run) < REGULAR_SPREAD * mean:
            members.update(dict.fromkeys(ballot.ballot for ballot in ordered[begin : begin + HINDSIGHT_RUN + 1]))
    return list(members)


def naming_doubt(doubts: Sequence[Doubt]) -> Doubt:
    """The doubt that names a ballot's case."""
    return min(doubts, key=WEIGHT.index)
