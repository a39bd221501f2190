from __future__ import annotations

import random
from datetime import timedelta

import pytest

from campaigns.domain.doubts import BURST_SIZE, NETWORK_SIZE, REGULAR_RUN, doubts_about, is_disposable
from campaigns.enums import Doubt
from tests.campaigns.factories import NOW

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    "domain, expected",
    [("mailinator.com", True), ("eu.mailinator.com", True), ("example.org", False), ("notmailinator.com", False)],
)
def test_disposable_knows_domains_and_their_children(domain: str, expected: bool) -> None:
    assert is_disposable(domain) is expected


def test_doubts_about_an_ordinary_ballot_are_none() -> None:
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=[]) == []


def test_doubts_about_a_disposable_address() -> None:
    assert doubts_about(is_disposable_address=True, now=NOW, earlier=[]) == [Doubt.DISPOSABLE]


def test_doubts_about_a_school_class_voting_together_are_none() -> None:
    lot = random.Random(3)
    earlier = [NOW - timedelta(seconds=lot.uniform(1, 59)) for _ in range(BURST_SIZE - 1)]
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=earlier) == []


def test_doubts_about_a_burst() -> None:
    lot = random.Random(4)
    earlier = [NOW - timedelta(seconds=lot.uniform(1, 59)) for _ in range(BURST_SIZE)]
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=earlier) == [Doubt.BURST]


def test_doubts_about_a_clock() -> None:
    earlier = [NOW - 90 * SECOND * step for step in range(1, REGULAR_RUN + 1)]
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=earlier) == [Doubt.REGULAR]
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=earlier[:-1]) == []
    uneven = [*earlier[:-1], earlier[-1] - 60 * SECOND]
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=uneven) == []


def test_doubts_about_one_network_all_day() -> None:
    lot = random.Random(5)
    earlier = [NOW - timedelta(seconds=lot.uniform(120, 80_000)) for _ in range(NETWORK_SIZE)]
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=earlier) == [Doubt.NETWORK]
    long_ago = [moment - timedelta(days=1) for moment in earlier]
    assert doubts_about(is_disposable_address=False, now=NOW, earlier=long_ago) == []
