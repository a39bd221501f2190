from __future__ import annotations

from typing import Any

import pytest

from campaigns.domain.ballots import ballot_refusal
from campaigns.domain.reasons import Reason
from campaigns.enums import Phase

FINE: dict[str, Any] = {
    "phase": Phase.VOTING,
    "chosen": ["B-1", "B-2"],
    "towns": ["x", "y"],
    "own": [],
    "per_voter": 3,
    "per_town": None,
}


@pytest.mark.parametrize(
    "changed, reason",
    [
        ({}, None),
        ({"phase": Phase.ANNOUNCED}, Reason.VOTING_NOT_OPEN),
        ({"phase": Phase.SUBMISSION}, Reason.VOTING_NOT_OPEN),
        ({"phase": Phase.CHECKING}, Reason.VOTING_NOT_OPEN),
        ({"phase": Phase.COUNTING}, Reason.VOTING_CLOSED),
        ({"phase": Phase.RESULTS}, Reason.VOTING_CLOSED),
        ({"chosen": [], "towns": []}, Reason.BALLOT_EMPTY),
        ({"chosen": ["B-1", "B-1"]}, Reason.BALLOT_TWICE),
        ({"chosen": ["B-1", "B-2", "B-3", "B-4"], "towns": ["x"] * 4}, Reason.BALLOT_TOO_MANY),
        ({"chosen": ["B-1", "B-2", "B-3"], "towns": ["x"] * 3}, None),
        ({"towns": ["x"]}, Reason.BALLOT_UNKNOWN_ENTRY),
        ({"own": ["B-1"]}, Reason.BALLOT_OWN_ENTRY),
        ({"towns": ["x", "x"], "per_town": 1}, Reason.BALLOT_TOWN_TOO_MANY),
        ({"towns": ["x", "y"], "per_town": 1}, None),
        ({"phase": Phase.COUNTING, "chosen": [], "towns": []}, Reason.VOTING_CLOSED),
    ],
)
def test_ballot_refusal_names_the_reason(changed: dict[str, Any], reason: Reason | None) -> None:
    assert ballot_refusal(**{**FINE, **changed}) == reason
