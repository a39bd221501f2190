"""Another photo for a draft: everything said about the first one stays, the first one goes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from campaigns.actions.submitting import declare, describe_entry, withdraw_entry
from campaigns.enums import AgeBracket, EntryState, People
from campaigns.models import Entry
from campaigns.queries import consents_of


@transaction.atomic
def take_over_words(*, entry: Entry, earlier: Entry, now: datetime) -> Entry:
    """Move words and answers of an `earlier` draft to a fresh one and withdraw the earlier; others stay untouched.

    Time and position of the camera belong to the photo and do not move.
    """
    if earlier.state not in {EntryState.DRAFT, EntryState.UNCONFIRMED} or earlier.campaign_id != entry.campaign_id:
        return entry
    if earlier.municipality is not None:
        describe_entry(
            entry=entry,
            municipality=earlier.municipality,
            place=earlier.place,
            title=earlier.title,
            reason=earlier.reason,
            description=earlier.description,
            now=now,
        )
    if earlier.people and earlier.age:
        declare(
            entry=entry,
            people=People(earlier.people),
            is_drone=earlier.is_drone,
            age=AgeBracket(earlier.age),
            owns_rights=earlier.owns_rights,
            consents=list(consents_of(earlier)),
            guardian_email=earlier.guardian_email,
            now=now,
        )
    withdraw_entry(entry=earlier, now=now)
    return entry
