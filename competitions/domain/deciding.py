"""Decisions: an award needs a reason, a prize is given no more often than it exists, all are committed at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from competitions.enums import Verdict

from .reasons import Reason


@dataclass(frozen=True)
class Proposal:
    candidate: str
    verdict: str
    award: str | None
    reason: str


def proposal_refusal(proposal: Proposal, awards: Collection[str]) -> Reason | None:
    """Why one decision can't stand, whatever the others are. `awards` are the prizes of this stage."""
    if proposal.verdict == Verdict.AWARD and not proposal.reason.strip():
        return Reason.REASON_MISSING
    if proposal.verdict != Verdict.AWARD and proposal.award is not None:
        return Reason.AWARD_FOREIGN
    if proposal.award is not None and proposal.award not in awards:
        return Reason.AWARD_FOREIGN
    return None


def commit_refusal(
    proposals: Sequence[Proposal], candidates: Collection[str], quantities: Mapping[str, int]
) -> Reason | None:
    """Why the panel can't commit: every candidate needs a verdict, and no prize may be given too often."""
    if set(candidates) - {proposal.candidate for proposal in proposals}:
        return Reason.DECISIONS_MISSING
    for proposal in proposals:
        refusal = proposal_refusal(proposal, quantities.keys())
        if refusal:
            return refusal
    given = Counter(proposal.award for proposal in proposals if proposal.award is not None)
    if any(count > quantities[award] for award, count in given.items()):
        return Reason.AWARD_EXHAUSTED
    return None
