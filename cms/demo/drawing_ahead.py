"""Renders planned photos on two processor cores before they are needed; no Django, so that its processes start fast."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from cms.demo.photos import Idea, photo_of

WORKERS = 2


class Job(NamedTuple):
    """One photo to render into the cache."""

    idea: Idea
    latitude: float
    longitude: float
    taken_at: datetime
    cache: Path


def draw_ahead(jobs: Sequence[Job]) -> None:
    """Fill the cache with all these pictures."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        for _drawn in pool.map(_draw, jobs, chunksize=4):
            pass


def _draw(job: Job) -> None:
    photo_of(job.idea, latitude=job.latitude, longitude=job.longitude, taken_at=job.taken_at, cache=job.cache)
