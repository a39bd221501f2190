"""Published tables: Krippendorff (2011) and Shrout and Fleiss (1979)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from competitions.domain import agreement_level, alpha, icc, interval_alpha
from competitions.enums import AgreementLevel

FOUR_CODERS = """
    1 2 3 3 2 1 4 1 2 . . .
    1 2 3 3 2 2 4 1 2 5 . 3
    . 3 3 3 2 3 4 2 2 5 1 .
    1 2 3 3 2 4 4 1 2 5 1 .
"""
THREE_CODERS = """
    . . . . . 3 4 1 2 1 1 3 3 . 3
    1 . 2 1 3 3 4 3 . . . . . . .
    . . 2 1 3 4 4 . 2 1 1 3 3 . 4
"""
SHROUT_FLEISS = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=float
)


def table(text: str) -> np.ndarray:
    rows = [line.split() for line in text.strip().splitlines()]
    return np.array([[np.nan if cell == "." else float(cell) for cell in row] for row in rows])


@pytest.mark.parametrize(
    "text, level, expected",
    [
        (FOUR_CODERS, "nominal", 0.743),
        (FOUR_CODERS, "ordinal", 0.815),
        (FOUR_CODERS, "interval", 0.849),
        (FOUR_CODERS, "ratio", 0.797),
        (THREE_CODERS, "nominal", 0.691),
        (THREE_CODERS, "ordinal", 0.807),
        (THREE_CODERS, "interval", 0.811),
    ],
)
def test_alpha_of_published_tables(text: str, level: str, expected: float) -> None:
    assert round(alpha(table(text), level), 3) == expected


@pytest.mark.parametrize("text, expected", [(FOUR_CODERS, 0.849), (THREE_CODERS, 0.811)])
def test_interval_alpha_by_sums_of_squares(text: str, expected: float) -> None:
    assert round(interval_alpha(table(text)), 3) == expected


def test_icc_of_shrout_and_fleiss() -> None:
    found = icc(SHROUT_FLEISS)
    forms = (found.one_way, found.two_way_random, found.two_way_mixed)
    means = (found.one_way_mean, found.two_way_random_mean, found.two_way_mixed_mean)
    assert [round(value, 2) for value in forms] == [0.17, 0.29, 0.71]
    assert [round(value, 2) for value in means] == [0.44, 0.62, 0.91]
    assert [round(value, 2) for value in SHROUT_FLEISS.mean(axis=0)] == [7.67, 2.50, 4.33, 6.67]


@pytest.mark.parametrize(
    "scores",
    [
        np.empty((0, 0)),
        np.array([[5.0, 6.0]]),
        np.array([[5.0, np.nan], [np.nan, 6.0]]),
        np.array([[7.0, 7.0], [7.0, 7.0]]),
        np.array([[7.0, 7.0, 1.0], [7.0, 7.0, np.nan]]),
    ],
    ids=["nobody", "one juror", "no common candidate", "all equal", "all comparable ones equal"],
)
def test_alpha_is_unknown_without_comparison(scores: np.ndarray) -> None:
    assert alpha(scores) is None
    assert interval_alpha(scores) is None
    assert agreement_level(alpha(scores)) is AgreementLevel.UNKNOWN


def test_icc_only_for_complete_panels() -> None:
    gaps = SHROUT_FLEISS.copy()
    gaps[0, 0] = np.nan
    assert icc(gaps) is None
    assert icc(SHROUT_FLEISS[:1]) is None
    assert icc(SHROUT_FLEISS[:, :1]) is None
    assert icc(np.full((3, 3), 5.0)) is None


@pytest.mark.parametrize(
    "value, level",
    [
        (0.800, AgreementLevel.RELIABLE),
        (0.7999, AgreementLevel.TENTATIVE),
        (0.667, AgreementLevel.TENTATIVE),
        (0.6669, AgreementLevel.DISCUSS),
        (-0.2, AgreementLevel.DISCUSS),
    ],
)
def test_agreement_levels(value: float, level: AgreementLevel) -> None:
    assert agreement_level(value) is level


cells = st.one_of(st.just(np.nan), st.integers(0, 10).map(float))


@given(st.lists(st.lists(cells, min_size=4, max_size=4), min_size=2, max_size=5))
def test_both_ways_to_alpha_agree(rows: list[list[float]]) -> None:
    scores = np.array(rows)
    by_package, by_squares = alpha(scores), interval_alpha(scores)
    assert (by_package is None) == (by_squares is None)
    if by_package is not None:
        assert by_squares == pytest.approx(by_package, abs=1e-9)
