"""When a competition next turns into another phase: until then a public page may be kept."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Min, Q

from competitions.models import Stage

MOMENTS = ("opens_at", "closes_at", "jury_opens_at", "jury_closes_at", "committed_at")


def next_turn(now: datetime) -> datetime | None:
    """Return the earliest moment after `now` at which any competition changes its phase, None when none will."""
    found = Stage.objects.aggregate(**{name: Min(name, filter=Q(**{f"{name}__gt": now})) for name in MOMENTS})
    return min((moment for moment in found.values() if moment is not None), default=None)
