"""Taking jurors' strictness out: least squares of `total = candidate + juror`, only where the panel is connected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .ratings import Matrix, RatingTable


@dataclass(frozen=True)
class Group:
    """Candidates and jurors linked with each other by reviews, and with nobody else."""

    candidates: tuple[str, ...]
    jurors: tuple[str, ...]


@dataclass(frozen=True)
class Adjustment:
    """Adjusted points per candidate and the strictness of each juror (negative: strict), which sum to zero."""

    points: Mapping[str, float]
    jurors: Mapping[str, float]


def connected_groups(table: RatingTable) -> tuple[Group, ...]:
    """The separate groups of the juror–candidate graph; one group means that results can be compared."""
    given = table.given
    unseen = set(range(len(table.candidates)))
    groups = []
    while unseen:
        rows, columns, frontier = set[int](), set[int](), {min(unseen)}
        while frontier:
            rows |= frontier
            columns |= set(np.flatnonzero(given[sorted(frontier)].any(axis=0)).tolist())
            frontier = set(np.flatnonzero(given[:, sorted(columns)].any(axis=1)).tolist()) - rows
        unseen -= rows
        groups.append(
            Group(
                tuple(table.candidates[index] for index in sorted(rows)),
                tuple(table.jurors[index] for index in sorted(columns)),
            )
        )
    return tuple(groups)


def is_connected(table: RatingTable) -> bool:
    return len(connected_groups(table)) == 1


def adjust(table: RatingTable) -> Adjustment | None:
    """Least squares over all reviews, jurors' effects summing to zero. None when the panel falls into groups."""
    if not is_connected(table):
        return None
    effects = juror_effects(table.points, np.ones((1, len(table.jurors))))[0]
    points = candidate_points(table.points, effects[None, :], np.ones((1, len(table.jurors))))[0]
    return Adjustment(
        dict(zip(table.candidates, points.tolist(), strict=True)),
        dict(zip(table.jurors, effects.tolist(), strict=True)),
    )


def juror_effects(points: Matrix, weights: Matrix) -> Matrix:
    """Juror effects for each row of weights, shape (draws, jurors); their weighted sum is zero.

    `weights` counts how often a juror takes part, shape (draws, jurors); those who do must be connected. Candidates
    are eliminated first (Schur complement of the normal equations), so that the systems have the size of the panel.
    """
    given = (~np.isnan(points)).astype(np.float64)
    filled = np.nan_to_num(points)
    per_candidate = weights @ given.T
    inverse = np.divide(1.0, per_candidate, out=np.zeros_like(per_candidate), where=per_candidate > 0)
    pairs = (given[:, :, None] * given[:, None, :]).reshape(len(given), -1)
    jurors = points.shape[1]
    shared = (inverse @ pairs).reshape(-1, jurors, jurors)
    outer = weights[:, :, None] * weights[:, None, :]
    system = weights[:, :, None] * np.eye(jurors) * given.sum(axis=0) - outer * shared
    means = (weights @ filled.T) * inverse
    right = weights * (filled.sum(axis=0) - means @ given)
    # The effects are free up to a constant: adding the weights' own product to the system sets their weighted sum to
    # zero. A juror who does not take part gets an equation of their own.
    absent = (weights == 0)[:, :, None] * np.eye(jurors)
    return np.asarray(np.linalg.solve(system + outer + absent, right[:, :, None])[:, :, 0])


def candidate_points(points: Matrix, effects: Matrix, weights: Matrix) -> Matrix:
    """Mean of a candidate's totals after the jurors' effects are taken off, shape (draws, candidates)."""
    given = (~np.isnan(points)).astype(np.float64)
    reviews = weights @ given.T
    sums = weights @ np.nan_to_num(points).T - (weights * effects) @ given.T
    return np.divide(sums, reviews, out=np.full_like(sums, np.nan), where=reviews > 0)
