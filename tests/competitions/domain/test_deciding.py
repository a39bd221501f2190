"""What a panel can't decide."""

from __future__ import annotations

import pytest

from competitions.domain import Proposal, Reason, commit_refusal, fingerprint, proposal_refusal

WINNER = Proposal("1", "award", "first", "Weil es wirkt.")
NOTHING = Proposal("2", "none", None, "")


@pytest.mark.parametrize(
    "proposal, refusal",
    [
        (WINNER, None),
        (NOTHING, None),
        (Proposal("1", "award", None, "Ohne Preis, mit Grund."), None),
        (Proposal("1", "award", "first", "  "), Reason.REASON_MISSING),
        (Proposal("1", "reserve", "first", "Grund"), Reason.AWARD_FOREIGN),
        (Proposal("1", "award", "other", "Grund"), Reason.AWARD_FOREIGN),
    ],
)
def test_one_proposal(proposal: Proposal, refusal: Reason | None) -> None:
    assert proposal_refusal(proposal, {"first"}) is refusal


@pytest.mark.parametrize(
    "proposals, refusal",
    [
        ([WINNER, NOTHING], None),
        ([WINNER], Reason.DECISIONS_MISSING),
        ([WINNER, Proposal("2", "award", "first", "Auch gut.")], Reason.AWARD_EXHAUSTED),
        ([WINNER, Proposal("2", "award", "first", "")], Reason.REASON_MISSING),
    ],
)
def test_committing(proposals: list[Proposal], refusal: Reason | None) -> None:
    assert commit_refusal(proposals, {"1", "2"}, {"first": 1}) is refusal


def test_fingerprint_depends_on_content_not_on_order() -> None:
    assert fingerprint({"a": 1, "b": [1, 2]}) == fingerprint({"b": [1, 2], "a": 1})
    assert fingerprint({"a": 1}) != fingerprint({"a": 2})
    assert len(fingerprint({})) == 64
