"""A worker that dies in the middle of a photo loses none and makes none twice."""

from __future__ import annotations

import pytest

from tests.campaigns.measuring.uploads_killed import run_uploads

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_every_acknowledged_upload_is_there_once_although_the_worker_is_killed() -> None:
    outcome = run_uploads(uploads=24, clients=8, kills=2)
    assert outcome.problems == []
    assert (outcome.ready, outcome.kills) == (24, 2)
