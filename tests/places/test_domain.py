"""Names, size classes, distances, the drawing's geometry."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.places.domain import SIZE_BOUNDS, distance_km, fold_name, short_name, size_class, size_class_limits
from cms.places.domain.labels import LETTER, Spot, place_labels
from cms.places.domain.outline import convex_hull, outline
from cms.places.domain.projection import fit

POINTS = st.lists(
    st.tuples(st.integers(0, 500).map(float), st.integers(0, 400).map(float)), min_size=3, max_size=40, unique=True
)


@pytest.mark.parametrize(
    ("population", "index", "limits"),
    [
        (0, 0, (None, 5_000)),
        (5_000, 0, (None, 5_000)),
        (5_001, 1, (5_001, 15_000)),
        (15_000, 1, (5_001, 15_000)),
        (15_001, 2, (15_001, 30_000)),
        (30_000, 2, (15_001, 30_000)),
        (30_001, 3, (30_001, None)),
    ],
)
def test_size_class(population: int, index: int, limits: tuple[int | None, int | None]) -> None:
    assert size_class(population, SIZE_BOUNDS) == index
    assert size_class_limits(index, SIZE_BOUNDS) == limits


def test_size_class_without_bounds_is_one_class() -> None:
    assert (size_class(7, []), size_class_limits(0, [])) == (0, (None, None))


@pytest.mark.parametrize("bounds", [[5, 5], [9, 3], [0, 5], [-1]])
def test_size_class_refuses_bounds_that_do_not_rise(bounds: list[int]) -> None:
    with pytest.raises(ValueError, match="must be positive and rise"):
        size_class(7, bounds)


def test_size_class_refuses_nonsense() -> None:
    with pytest.raises(ValueError, match="negative"):
        size_class(-1, SIZE_BOUNDS)
    with pytest.raises(IndexError):
        size_class_limits(4, SIZE_BOUNDS)
    with pytest.raises(IndexError):
        size_class_limits(-1, SIZE_BOUNDS)


@pytest.mark.parametrize("typed", ["Mühlhausen", "muehlhausen", "MUHLHAUSEN", " Mu\u0308hlhausen "])
def test_fold_name_takes_every_spelling(typed: str) -> None:
    assert fold_name(typed) == "muhlhausen"


@pytest.mark.parametrize(
    ("typed", "folded"), [("Pößneck", "possneck"), ("Leinefelde-Worbis", "leinefelde worbis"), ("  ", ""), ("Æ", "a")]
)
def test_fold_name(typed: str, folded: str) -> None:
    assert fold_name(typed.replace("Æ", "Ä")) == folded


@pytest.mark.parametrize(
    ("official", "short"),
    [("Mühlhausen/Thüringen, Stadt", "Mühlhausen"), ("Bad Tabarz", "Bad Tabarz"), ("Erfurt, Stadt", "Erfurt")],
)
def test_short_name(official: str, short: str) -> None:
    assert short_name(official) == short


def test_distance_between_erfurt_and_jena() -> None:
    assert distance_km(50.977122, 11.027236, 50.93006, 11.591842) == pytest.approx(39.9, abs=0.3)
    assert distance_km(50, 11, 50, 11) == 0


def test_projection_keeps_shape_and_margin() -> None:
    project = fit([(50.0, 10.0), (51.0, 12.0)], width=1000, margin=40)
    assert project(51.0, 10.0) == pytest.approx((40, 40))
    assert project(50.0, 12.0) == pytest.approx((960, project.height - 40))
    assert project.scale_x / project.scale_y == pytest.approx(0.6361, abs=0.001)


def test_projection_of_one_place_and_of_none() -> None:
    project = fit([(50.0, 10.0)], width=1000, margin=40)
    x, y = project(50.0, 10.0)
    assert (0 < x < 1000, 0 < y < project.height) == (True, True)
    with pytest.raises(ValueError, match="nothing to draw"):
        fit([], width=1000, margin=40)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(60, 900), st.integers(60, 700)), min_size=1, max_size=15, unique=True))
def test_labels_never_overlap_each_other_nor_leave_the_map(places: list[tuple[int, int]]) -> None:
    spots = [Spot(x, y, 10, "Musterstadt 12") for x, y in places]
    labels = place_labels(spots, size=40, width=1000, height=800)
    length = len("Musterstadt 12") * 40 * LETTER
    shift = {"start": 0.0, "middle": length / 2, "end": length}
    boxes = [(x.x - shift[x.anchor], x.y - 32, x.x - shift[x.anchor] + length, x.y + 10) for x in labels if x]
    assert all(left >= 0 and top >= 0 and right <= 1000 and low <= 800 for left, top, right, low in boxes)
    for first, box in enumerate(boxes):
        for other in boxes[first + 1 :]:
            assert box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]


def _holds(ring: list[tuple[float, float]], x: float, y: float) -> bool:
    """Whether the point lies inside or on the ring (even-odd rule, with corners and edges counted in)."""
    inside = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if turn == 0 and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return True
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(POINTS)
def test_outline_leaves_no_town_outside(points: list[tuple[float, float]]) -> None:
    ring = outline(points, longest=60)
    assert set(convex_hull(points)) <= set(ring) <= set(points)
    if len(ring) > 2:
        assert all(_holds(ring, x, y) for x, y in points)
