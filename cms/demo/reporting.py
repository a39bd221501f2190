"""The demo's moderators have something to look at: reports, a flight, a far position, a question that was asked."""

from __future__ import annotations

from datetime import datetime, timedelta

from campaigns import actions
from campaigns.enums import AgeBracket, EntryState, People, ReportReason
from campaigns.models import Campaign, Entry, EntryReport
from campaigns.queries import consents_of
from cms.accounts.models import User
from cms.demo import people

REPORTS = (
    (0, ReportReason.PERSON, "Auf der Bank sitze ich. Ich möchte nicht im Netz zu sehen sein.", 58, "passantin"),
    (0, ReportReason.OTHER, "Die Frau auf der Bank wurde bestimmt nicht gefragt.", 9, ""),
    (1, ReportReason.PLACE, "Das ist nicht die Marktstraße, sondern der Kirchplatz.", 20, "ortskundig"),
)
FAR_NORTH = 0.36  # degrees, some 40 km


def tell_desk(now: datetime) -> None:
    """Tell it once; a second telling changes nothing."""
    if EntryReport.objects.exists():
        return
    public = list(Entry.objects.filter(campaign__slug="schoenster-blick", is_public=True).order_by("pk")[:2])
    for number, reason, message, hours, sender in REPORTS:
        if number < len(public):
            email = f"{sender}@example.org" if sender else ""
            at = now - timedelta(hours=hours)
            actions.report_entry(entry=public[number], reason=reason, message=message, email=email, now=at)
    winter = Campaign.objects.get(slug="winterblicke")
    adults = winter.entries.filter(state=EntryState.SUBMITTED).exclude(age=AgeBracket.MINOR)
    waiting = list(adults.select_related("campaign", "municipality"))
    for entry in waiting[:1]:
        _flown_far_away(entry, now - timedelta(hours=5))
    for entry in waiting[1:2]:
        _asked(entry, now - timedelta(hours=4))


def _flown_far_away(entry: Entry, now: datetime) -> None:
    """The author corrects: it was a drone, and the position does not fit the town."""
    town = entry.municipality
    if town is None:
        return
    actions.describe_entry(
        entry=entry,
        municipality=town,
        place=entry.place,
        title=entry.title,
        reason=entry.reason,
        description=entry.description,
        latitude=town.latitude + FAR_NORTH,
        longitude=town.longitude,
        now=now,
    )
    actions.declare(
        entry=entry,
        people=People(entry.people),
        is_drone=True,
        drone_cleared=True,
        age=AgeBracket(entry.age),
        owns_rights=True,
        consents=list(consents_of(entry)),
        now=now,
    )


def _asked(entry: Entry, now: datetime) -> None:
    """A moderator asks for a better description."""
    moderator = User.objects.get(email=people.MODERATOR.email)
    reason = "Wir finden die Stelle nicht. Bitte schreiben Sie unter „Wo genau?“ eine Straße oder einen Platz."
    actions.request_changes(entry=entry, by=moderator, reason=reason, now=now)
