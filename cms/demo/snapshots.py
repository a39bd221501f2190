"""Which picture shows which town, and in which words: drawn photos become entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from django.conf import settings

from campaigns.enums import People
from cms.demo.drawing_ahead import Job
from cms.demo.photos import Idea, gallery_plan, photo_of
from cms.places.models import Municipality

PLACES = (
    "Am Markt",
    "Unterhalb der Kirche",
    "An der alten Brücke",
    "Oberhalb der Stadt",
    "Bei der Linde",
    "Hinter dem Rathaus",
    "Am Stadtgraben",
    "An der Stadtmauer",
)


class Snapshot(NamedTuple):
    """One entry as its author would type it; `fate` is „public“, „waits“ or „rejected“."""

    idea: Idea
    town: Municipality
    place: str
    title: str
    reason: str
    description: str
    taken_at: datetime
    people: People = People.NOBODY
    is_open: bool = False
    fate: str = "public"

    @property
    def job(self) -> Job:
        """What has to be drawn."""
        return Job(self.idea, self.town.latitude, self.town.longitude, self.taken_at, cache_folder())

    def photo(self) -> bytes:
        """The phone's JPEG."""
        return photo_of(**self.job._asdict())


def cache_folder() -> Path:
    """Where rendered pictures wait for the next reset."""
    return settings.DATA_DIR / "demo-cache"


def snapshots(
    towns: Sequence[Municipality], count: int, first: int, before: datetime, *, extra: bool
) -> list[Snapshot]:
    """`count` entries from the plan of pictures, from number `first` on, spread over the towns.

    `extra` adds what a moderator has to look at: a double, a picture with people, a rejected and a waiting one.
    """
    ideas = gallery_plan(first + count + 4)[first:]
    dice = Random(f"snapshots {first}")
    found = [_snapshot(idea, towns[number % len(towns)], before, dice) for number, idea in enumerate(ideas[:count])]
    if not extra:
        return found
    again, rejected, crowded, fresh = (
        _snapshot(idea, towns[number], before, dice) for number, idea in enumerate(ideas[count:], start=2)
    )
    double = found[0]._replace(
        taken_at=found[0].taken_at + timedelta(minutes=3), title="Noch einmal von derselben Stelle"
    )
    return [
        *found,
        rejected._replace(fate="rejected"),
        double._replace(fate="waits"),
        crowded._replace(fate="waits", people=People.UNASKED),
        again._replace(fate="waits"),
        fresh._replace(fate="waits", people=People.AGREED),
    ]


def _snapshot(idea: Idea, town: Municipality, before: datetime, dice: Random) -> Snapshot:
    words = idea.words
    return Snapshot(
        idea=idea,
        town=town,
        place=dice.choice(PLACES),
        title=words.title,
        reason=words.reason,
        description=words.alt,
        taken_at=idea.taken_before(before),
        is_open=dice.random() < 0.6,
    )
