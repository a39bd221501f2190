"""Table T5, and the chi-square distribution against published values."""

from __future__ import annotations

import pytest

from competitions.domain import chi_square_survival, durbin, mean_ranks

CHOSEN = ("124", "235", "346", "457", "156", "267", "137")
RANKS = ("231", "312", "213", "123", "312", "312", "312")
RANKINGS = [
    {candidate: float(rank) for candidate, rank in zip(chosen, ranks, strict=True)}
    for chosen, ranks in zip(CHOSEN, RANKS, strict=True)
]


def test_conovers_seven_varieties() -> None:
    found = durbin(RANKINGS)
    assert found is not None
    assert [found.rank_sums[str(number)] for number in range(1, 8)] == [8, 9, 4, 3, 5, 6, 7]
    assert found.statistic == pytest.approx(12)
    assert found.degrees == 6
    assert round(found.p, 3) == 0.062


def test_order_of_jurors_is_irrelevant() -> None:
    first, second = durbin(RANKINGS), durbin(RANKINGS[::-1])
    assert first
    assert second
    assert first.statistic == pytest.approx(second.statistic)


@pytest.mark.parametrize(
    "rankings",
    [
        [],
        [{}],
        [{"a": 1.0}],
        [{"a": 1.0, "b": 2.0}, {"a": 1.0, "b": 2.0, "c": 3.0}],
        [{"a": 1.0, "b": 2.0}, {"a": 1.0, "c": 2.0}],
        [{"a": 1.5, "b": 1.5}, {"a": 1.5, "b": 1.5}],
    ],
)
def test_no_balance_or_no_difference_no_test(rankings: list[dict[str, float]]) -> None:
    assert durbin(rankings) is None


def test_complete_rankings_give_friedmans_test() -> None:
    found = durbin([{"a": 1.0, "b": 2.0, "c": 3.0}] * 4)
    assert found is not None
    assert (found.statistic, found.degrees) == (pytest.approx(8), 2)


@pytest.mark.parametrize(
    "value, degrees, p",
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (12.592, 6, 0.05), (0.872, 6, 0.99), (16.812, 6, 0.01), (124.342, 100, 0.05)],
)
def test_chi_square_against_tables(value: float, degrees: int, p: float) -> None:
    assert chi_square_survival(value, degrees) == pytest.approx(p, abs=1e-4)


def test_nothing_is_certainly_exceeded() -> None:
    assert chi_square_survival(0, 3) == 1


def test_equal_points_share_the_mean_of_their_ranks() -> None:
    assert mean_ranks({"a": 80, "b": 70, "c": 70, "d": 10}) == {"a": 1, "b": 2.5, "c": 2.5, "d": 4}
