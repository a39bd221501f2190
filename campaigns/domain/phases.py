"""A campaign's phase follows from its dates and the moment alone; Python and SQL read the same list of boundaries."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Protocol

from campaigns.enums import Phase


class Schedule(Protocol):
    """Whatever carries a campaign's moments, all with time zone."""

    submission_opens: datetime
    submission_closes: datetime
    voting_opens: datetime
    voting_closes: datetime
    results_published_at: datetime | None


# A phase begins at its moment (inclusive) and lasts until the next one begins. The last boundary that has been
# reached wins. Before the first one the campaign is announced.
BOUNDARIES: Final[tuple[tuple[str, Phase], ...]] = (
    ("submission_opens", Phase.SUBMISSION),
    ("submission_closes", Phase.CHECKING),
    ("voting_opens", Phase.VOTING),
    ("voting_closes", Phase.COUNTING),
    ("results_published_at", Phase.RESULTS),
)

# The order in which the dates of a campaign must stand, as (earlier, later, may be equal).
DATE_ORDER: Final[tuple[tuple[str, str, bool], ...]] = (
    ("submission_opens", "submission_closes", False),
    ("submission_closes", "voting_opens", True),
    ("voting_opens", "voting_closes", False),
    ("voting_closes", "results_at", True),
)


def phase_at(schedule: Schedule, now: datetime) -> Phase:
    """The phase of a campaign at `now`."""
    phase = Phase.ANNOUNCED
    for name, begins in BOUNDARIES:
        moment: datetime | None = getattr(schedule, name)
        if moment is not None and moment <= now:
            phase = begins
    return phase


def next_moment(schedule: Schedule, now: datetime) -> datetime | None:
    """The next boundary ahead, for „noch 12 Tage“; None once voting is over."""
    ahead = [getattr(schedule, name) for name, _phase in BOUNDARIES]
    return min((moment for moment in ahead if moment is not None and moment > now), default=None)
