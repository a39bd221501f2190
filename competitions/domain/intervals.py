"""How safe places are: a bootstrap over jurors, seeded, so that the same reviews always give the same intervals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .adjusting import candidate_points, juror_effects
from .ranking import DECIMALS
from .ratings import Matrix, RatingTable

DRAWS = 1000
COVERAGE = 0.90
FEWEST_JURORS = 3
BATCHES = 20


@dataclass(frozen=True)
class Interval:
    """Where the middle 90 % of draws lie: points and places, both ends included."""

    lowest: float
    highest: float
    best_place: int
    worst_place: int


def place_intervals(
    table: RatingTable, *, adjusted: bool, seed: int, draws: int = DRAWS
) -> Mapping[str, Interval] | None:
    """An interval per candidate, or None where jurors are too few to draw from or no draws are wanted.

    Draws that leave a candidate without any review (or, for adjusted results, the panel unconnected) are drawn again.
    """
    if draws < 1 or len(table.jurors) < FEWEST_JURORS or not table.candidates:
        return None
    weights = _draw(table, adjusted=adjusted, seed=seed, draws=draws)
    if weights is None:
        return None
    effects = juror_effects(table.points, weights) if adjusted else np.zeros_like(weights)
    points = candidate_points(table.points, effects, weights)
    tail = (1 - COVERAGE) / 2
    lowest, highest = np.quantile(points, [tail, 1 - tail], axis=0)
    best, worst = np.quantile(_places(points), [tail, 1 - tail], axis=0, method="nearest")
    return {
        name: Interval(float(lowest[n]), float(highest[n]), int(best[n]), int(worst[n]))
        for n, name in enumerate(table.candidates)
    }


def _draw(table: RatingTable, *, adjusted: bool, seed: int, draws: int) -> Matrix | None:
    """How often each juror is drawn, shape (draws, jurors); None when usable draws are too rare."""
    random = np.random.default_rng(seed)
    jurors = len(table.jurors)
    given = table.given
    usable: list[npt.NDArray[np.int64]] = []
    for _ in range(BATCHES):
        weights = random.multinomial(jurors, np.full(jurors, 1 / jurors), size=draws)
        present = weights > 0
        kept = ((present.astype(np.float64) @ given.T) > 0).all(axis=1)
        if adjusted:
            kept &= _connected(present, given)
        usable.append(weights[kept])
        if sum(map(len, usable)) >= draws:
            return np.concatenate(usable)[:draws].astype(np.float64)
    return None


def _connected(present: npt.NDArray[np.bool_], given: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which draws link all their jurors through common candidates."""
    linked = (given.T.astype(np.float64) @ given) > 0
    links = (linked & present[:, :, None] & present[:, None, :]).astype(np.float64)
    reached = np.zeros(present.shape, dtype=bool)
    reached[np.arange(len(present)), present.argmax(axis=1)] = True
    for _ in range(present.shape[1]):
        reached |= (reached[:, None, :] @ links)[:, 0, :] > 0
    return np.asarray((reached == present).all(axis=1))


def _places(points: Matrix) -> npt.NDArray[np.int64]:
    """Places in each draw, equal points sharing one."""
    rounded = np.round(points, DECIMALS)
    order = np.argsort(-rounded, axis=1)
    ordered = np.take_along_axis(rounded, order, axis=1)
    starts = np.ones(points.shape, dtype=bool)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    first = np.maximum.accumulate(np.where(starts, np.arange(points.shape[1]), 0), axis=1)
    places = np.empty(points.shape, dtype=np.int64)
    np.put_along_axis(places, order, first + 1, axis=1)
    return places
