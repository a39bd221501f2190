"""Patterns seen with hindsight, and the crowds that are none."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from campaigns.domain.cases import HINDSIGHT_RUN, Seen, naming_doubt, patterns_in
from campaigns.domain.doubts import BURST_SIZE
from campaigns.enums import Doubt

NOW = datetime(2027, 6, 15, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def seen(seconds: list[float], network: str = "n", first: int = 0) -> list[Seen]:
    return [Seen(first + number, NOW + timedelta(seconds=at), network) for number, at in enumerate(seconds)]


def test_a_burst_takes_in_those_that_looked_fine_when_they_were_cast() -> None:
    dice = Random(1)
    lonely = [-4000.0, 5000.0]
    crowd = [dice.uniform(0, 50) for _ in range(BURST_SIZE + 5)]
    (found,) = patterns_in(seen([*lonely, *crowd]))
    assert (found.kind, set(found.ballots)) == (Doubt.BURST, set(range(2, BURST_SIZE + 7)))


def test_a_school_class_that_votes_on_a_signal_is_no_burst() -> None:
    dice = Random(2)
    assert patterns_in(seen([dice.uniform(0, 55) for _ in range(BURST_SIZE)])) == []


def test_a_clockwork_series_is_seen_whole() -> None:
    ticking = [number * 90 + (number % 3) * 0.5 for number in range(HINDSIGHT_RUN + 4)]
    (found,) = patterns_in(seen([-9000.0, *ticking, 9000.0]))
    assert (found.kind, set(found.ballots)) == (Doubt.REGULAR, set(range(1, HINDSIGHT_RUN + 5)))


def test_a_short_clockwork_series_is_left_alone_with_hindsight() -> None:
    assert patterns_in(seen([number * 90.0 for number in range(HINDSIGHT_RUN)])) == []


def test_a_town_hall_with_four_hundred_voters_over_a_day_is_no_pattern() -> None:
    dice = Random(3)
    assert patterns_in(seen([dice.uniform(0, 9 * 3600) for _ in range(400)])) == []


def test_networks_are_looked_at_one_by_one_and_none_is_no_network() -> None:
    half = [float(number) for number in range(BURST_SIZE // 2 + 3)]
    assert patterns_in([*seen(half, "a"), *seen(half, "b", 100)]) == []
    assert patterns_in(seen([0.1 * number for number in range(100)], "")) == []


def test_the_doubt_that_says_most_names_the_case() -> None:
    assert naming_doubt([Doubt.DISPOSABLE, Doubt.NETWORK, Doubt.BURST]) == Doubt.BURST
    assert naming_doubt([Doubt.DISPOSABLE]) == Doubt.DISPOSABLE
