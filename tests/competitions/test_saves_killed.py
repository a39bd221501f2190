"""A web process that dies while people type loses nothing that was acknowledged."""

from __future__ import annotations

import pytest

from tests.competitions.measuring.saves_killed import run_saves

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_no_acknowledged_save_is_lost_although_the_web_process_is_killed() -> None:
    outcome = run_saves(saves=60, writers=6, kills=1)
    assert outcome.problems() == []
    assert (outcome.saves, outcome.kills) == (60, 1)
