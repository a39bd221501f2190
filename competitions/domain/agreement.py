"""How far a panel agrees: Krippendorff's alpha with missing values, and ICC for complete panels.

Sources: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); P. Shrout and J. Fleiss,
Intraclass Correlations (Psychological Bulletin 86, 1979).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import krippendorff
import numpy as np

from competitions.enums import AgreementLevel

from .ratings import Matrix

RELIABLE_FROM = 0.800
TENTATIVE_FROM = 0.667

Level = Literal["nominal", "ordinal", "interval", "ratio"]


def alpha(scores: Matrix, level: Level = "interval") -> float | None:
    """Alpha of few distinct values. `scores` has a row per juror and a column per candidate, NaN where missing.

    None where it is not defined: no candidate with two scores, or all scores the same.
    """
    if not _comparable(scores):
        return None
    return float(krippendorff.alpha(reliability_data=scores, level_of_measurement=level))


def interval_alpha(scores: Matrix) -> float | None:
    """The same as `alpha(scores, "interval")` by sums of squares, for totals with many distinct values."""
    if not _comparable(scores):
        return None
    counts = (~np.isnan(scores)).sum(axis=0)
    paired = scores[:, counts > 1]
    sizes = counts[counts > 1]
    within = np.nansum((paired - np.nanmean(paired, axis=0)) ** 2, axis=0)
    values = paired[~np.isnan(paired)]
    observed = (within * sizes / (sizes - 1)).sum() / len(values)
    expected = ((values - values.mean()) ** 2).sum() / (len(values) - 1)
    return float(1 - observed / expected)


def agreement_level(value: float | None) -> AgreementLevel:
    if value is None:
        return AgreementLevel.UNKNOWN
    if value >= RELIABLE_FROM:
        return AgreementLevel.RELIABLE
    return AgreementLevel.TENTATIVE if value >= TENTATIVE_FROM else AgreementLevel.DISCUSS


@dataclass(frozen=True)
class IntraclassCorrelation:
    """Shrout and Fleiss' six forms: of one judge, and of the mean of all judges."""

    one_way: float
    two_way_random: float
    two_way_mixed: float
    one_way_mean: float
    two_way_random_mean: float
    two_way_mixed_mean: float


def icc(scores: Matrix) -> IntraclassCorrelation | None:
    """ICC of a complete panel; a row per candidate, a column per juror. None with gaps or without variation."""
    n, k = scores.shape
    if n < 2 or k < 2 or np.isnan(scores).any():
        return None
    grand = scores.mean()
    rows = k * ((scores.mean(axis=1) - grand) ** 2).sum()
    columns = n * ((scores.mean(axis=0) - grand) ** 2).sum()
    total = ((scores - grand) ** 2).sum()
    if np.isclose(total, 0) or np.isclose(rows, 0):
        return None
    between = rows / (n - 1)
    within = (total - rows) / (n * (k - 1))
    judges = columns / (k - 1)
    error = (total - rows - columns) / ((n - 1) * (k - 1))
    return IntraclassCorrelation(
        one_way=float((between - within) / (between + (k - 1) * within)),
        two_way_random=float((between - error) / (between + (k - 1) * error + k * (judges - error) / n)),
        two_way_mixed=float((between - error) / (between + (k - 1) * error)),
        one_way_mean=float((between - within) / between),
        two_way_random_mean=float((between - error) / (between + (judges - error) / n)),
        two_way_mixed_mean=float((between - error) / between),
    )


def _comparable(scores: Matrix) -> bool:
    """Some candidate has two scores, and the scores of such candidates differ."""
    if scores.size == 0:
        return False
    counts = (~np.isnan(scores)).sum(axis=0)
    paired = scores[:, counts > 1]
    values = paired[~np.isnan(paired)]
    return len(values) > 1 and not np.allclose(values, values[0])
