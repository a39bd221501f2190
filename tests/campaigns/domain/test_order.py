from __future__ import annotations

from campaigns.domain.order import KEYS, SPAN, new_key, walk_for


def test_walk_is_the_same_for_the_same_seed() -> None:
    assert walk_for(7) == walk_for(7)


def test_walks_use_every_key_and_both_directions() -> None:
    walks = [walk_for(seed) for seed in range(200)]
    assert {(walk.key, walk.is_descending) for walk in walks} == {(key, way) for key in KEYS for way in (True, False)}
    assert all(0 <= walk.start < SPAN for walk in walks)
    assert len({walk.start for walk in walks}) == 200


def test_new_key_fits_the_column() -> None:
    assert all(0 <= new_key() < SPAN for _ in range(100))
