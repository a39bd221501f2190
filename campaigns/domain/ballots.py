"""When a ballot is refused: five plain values in, one reason out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from campaigns.domain.reasons import Reason
from campaigns.enums import Phase


def voting_phase_refusal(phase: Phase) -> Reason | None:
    """Is voting open?"""
    if phase in {Phase.ANNOUNCED, Phase.SUBMISSION, Phase.CHECKING}:
        return Reason.VOTING_NOT_OPEN
    if phase != Phase.VOTING:
        return Reason.VOTING_CLOSED
    return None


def ballot_refusal(
    *,
    phase: Phase,
    chosen: Collection[str],
    towns: Collection[str],
    own: Collection[str] = (),
    per_voter: int,
    per_town: int | None = None,
) -> Reason | None:
    """May this choice be cast?

    `chosen` are the entry codes as given, `towns` the municipality of each chosen entry that stands on the ballot
    paper (one missing = an entry that cannot be chosen), `own` the chosen codes that the voter handed in.
    """
    if refusal := voting_phase_refusal(phase):
        return refusal
    if not chosen:
        return Reason.BALLOT_EMPTY
    if len(set(chosen)) < len(chosen):
        return Reason.BALLOT_TWICE
    if len(chosen) > per_voter:
        return Reason.BALLOT_TOO_MANY
    if len(towns) < len(chosen):
        return Reason.BALLOT_UNKNOWN_ENTRY
    if own:
        return Reason.BALLOT_OWN_ENTRY
    if per_town is not None and max(Counter(towns).values()) > per_town:
        return Reason.BALLOT_TOWN_TOO_MANY
    return None
