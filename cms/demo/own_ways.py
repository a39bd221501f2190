"""What authors do after handing in: a minor whose guardian is asked, a photo replaced on the moderators' wish."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.files.base import ContentFile

from campaigns import actions
from campaigns.enums import AgeBracket, ConsentKind, EntryState, People
from campaigns.models import Campaign, Entry
from cms.accounts.models import User
from cms.demo.snapshots import snapshots
from cms.places.models import Municipality

GUARDIAN = "sorgeberechtigt@example.org"
WISH = "Der Horizont kippt ein wenig. Bitte laden Sie eine gerade Fassung hoch oder ein anderes Foto von dort."


def tell_own_ways(campaign: Campaign, towns: Sequence[Municipality], spare: int, by: User, now: datetime) -> None:
    """Go on with entries that wait; `spare` is the number of a picture in the plan that nobody has handed in."""
    waiting = list(Entry.objects.filter(campaign=campaign, state=EntryState.SUBMITTED).order_by("created_at"))
    for entry, go_on in zip(waiting, (_be_young, _replace), strict=False):
        go_on(entry, towns, spare, by, now - timedelta(hours=5))


def _be_young(entry: Entry, towns: Sequence[Municipality], spare: int, by: User, now: datetime) -> None:
    """The author corrects the answer about the age; the guardian's link waits in the demo's letter box."""
    actions.declare(
        entry=entry,
        people=People.AGREED,
        is_drone=False,
        age=AgeBracket.MINOR,
        owns_rights=True,
        consents=[ConsentKind.CONTEST, ConsentKind.MUNICIPALITY],
        guardian_email=GUARDIAN,
        shows_children=True,
        parents_agreed=True,
        now=now,
    )


def _replace(entry: Entry, towns: Sequence[Municipality], spare: int, by: User, now: datetime) -> None:
    actions.request_changes(entry=entry, by=by, reason=WISH, now=now)
    (picture,) = snapshots(towns, 1, spare, entry.campaign.submission_opens, extra=False)
    photo = ContentFile(picture.photo(), name="IMG_2042.jpg")
    later = now + timedelta(hours=2)
    actions.replace_photo(entry=entry, photo=photo, now=later)
    entry.refresh_from_db()
    actions.resubmit_entry(entry=entry, now=later)
