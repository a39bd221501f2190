"""A web process that dies in the middle of a vote loses no receipt that somebody has seen."""

from __future__ import annotations

import pytest

from tests.campaigns.measuring.ballots_killed import run_ballots

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_every_acknowledged_receipt_is_counted_once_although_the_web_process_is_killed() -> None:
    outcome = run_ballots(ballots=30, clients=10, kills=1)
    assert outcome.problems() == []
    assert (len(outcome.acknowledged), outcome.kills) == (30, 1)
