"""Many at once, each on its own: what carries a flag or was changed meanwhile is left and named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from campaigns.actions.moderating import approve_entry
from campaigns.domain.reasons import Reason
from campaigns.models import Entry
from campaigns.queries import flags_by_entry
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core.refusals import Refused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry: approved, or left for this reason."""

    entry: Entry
    refusal: Refused | None = None


def approve_unflagged(
    *, seen: Mapping[str, int], by: User, now: datetime, hold_until: datetime | None = None
) -> list[Outcome]:
    """Approve the entries that carry no flag, each in a transaction of its own; return what became of every one.

    `seen` maps codes to the revisions that the moderator saw.
    """
    found = Entry.objects.filter(code__in=seen).select_related("campaign", "municipality")
    entries = sorted(found, key=lambda entry: (entry.submitted_at or now, entry.pk))
    flags = flags_by_entry(entries)
    outcomes = []
    for entry in entries:
        try:
            if flags[entry.pk]:
                raise refused(Reason.FLAGGED)
            approve_entry(entry=entry, by=by, now=now, revision=seen[entry.code], hold_until=hold_until)
        except Refused as refusal:
            outcomes.append(Outcome(entry, refusal))
        else:
            outcomes.append(Outcome(entry))
    return outcomes
