"""When a campaign next turns into another phase: until then a public page may be kept."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Min, Q

from campaigns.models import Campaign

MOMENTS = (
    "submission_opens",
    "submission_closes",
    "voting_opens",
    "voting_closes",
    "results_at",
    "results_published_at",
)


def next_turn(now: datetime) -> datetime | None:
    """Return the earliest moment after `now` at which any campaign changes its phase, None when none will."""
    found = Campaign.objects.aggregate(**{name: Min(name, filter=Q(**{f"{name}__gt": now})) for name in MOMENTS})
    return min((moment for moment in found.values() if moment is not None), default=None)
