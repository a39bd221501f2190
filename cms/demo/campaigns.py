"""The demo's photo campaigns, told through the actions of authors, moderators and voters at moments in the past."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from campaigns import actions
from campaigns.models import Campaign, Entry
from campaigns.queries import set_aside_ballots
from cms.accounts.models import User
from cms.demo import people
from cms.demo.doubtful import tell_doubtful_ballots
from cms.demo.drawing_ahead import draw_ahead
from cms.demo.finale import SHORTLIST, tell_final, tell_handovers
from cms.demo.handing_in import Author, hand_in, vote
from cms.demo.own_ways import tell_own_ways
from cms.demo.reporting import tell_desk
from cms.demo.snapshots import Snapshot, snapshots
from cms.places.models import Municipality

AUTHORS_MAIL = "mitmachen@example.org"


@dataclass(frozen=True)
class Round:
    """One campaign as the office sets it up; all dates are days from now."""

    slug: str
    title: str
    days: tuple[int, int, int, int, int]  # submission opens, closes, voting opens, closes, results
    towns: int = 0
    entries: int = 0
    ballots: int = 0
    hashtag: str = "SchönsterBlick"
    max_population: int | None = 30_000


def rounds_of(year: int) -> tuple[Round, ...]:
    """Last year's campaign with its result, this year's in the vote, a small one open for photos, next year's."""
    name = "Der schönste Blick der Stadt"
    return (
        Round("schoenster-blick-rueckblick", f"{name} {year - 1}", (-430, -390, -380, -350, -346), 10, 24, 130),
        Round("schoenster-blick", f"{name} {year}", (-62, -16, -9, 12, 17), 20, 60, 90),
        Round("winterblicke", f"Winterblicke {year}", (-8, 27, 34, 55, 60), 5, 5, 0, "Winterblick", None),
        Round("schoenster-blick-vorschau", f"{name} {year + 1}", (120, 165, 172, 193, 198)),
    )


def load_campaigns(now: datetime, *, scale: float = 1.0) -> Iterator[str]:
    """Tell the four campaigns and yield a line about each; what exists already stays as it is."""
    first = 0
    for number, about in enumerate(rounds_of(timezone.localdate(now).year)):
        wanted = max(4, round(about.entries * scale)) if about.entries else 0
        ballots = max(6, round(about.ballots * scale)) if about.ballots else 0
        if not Campaign.objects.filter(slug=about.slug).exists():
            _tell(about, now, wanted, ballots, first, number)
        yield f"{about.title}: {Entry.objects.filter(campaign__slug=about.slug).count()} Beiträge"
        first += wanted + 4
    tell_desk(now)


def _tell(about: Round, now: datetime, entries: int, ballots: int, first: int, number: int) -> None:
    campaign = _set_up(about, now)
    if not entries:
        return
    towns = _towns(campaign, about.towns)
    chosen = snapshots(towns, entries, first, campaign.submission_opens, extra=about.slug == "schoenster-blick")
    draw_ahead([picture.job for picture in chosen])
    begins = campaign.submission_opens + timedelta(days=1)
    last = min(now - timedelta(hours=6), campaign.submission_closes - timedelta(hours=2))
    staff = [User.objects.get(email=person.email) for person in (people.MODERATOR, people.SECOND_MODERATOR)]
    public = []
    for order, picture in enumerate(chosen):
        at = begins + (last - begins) / len(chosen) * order
        entry = hand_in(campaign, picture, _author(order, number), at)
        if _moderate(entry, picture, staff[order % 2], order, about, at):
            public.append(entry)
    if about.slug == "winterblicke":
        tell_own_ways(campaign, towns, first + entries + 3, staff[0], now)
    if ballots:
        _vote(campaign, public, ballots, now, number)
        if now < campaign.voting_closes:
            tell_doubtful_ballots(campaign, public, staff[0], now)
    if campaign.results_at < now:
        _close(campaign, now)


def _set_up(about: Round, now: datetime) -> Campaign:
    """Create the campaign; deadlines end a day, openings begin a morning."""
    hours = (time(8), time(23, 59), time(8), time(18), time(10))
    moments = [_moment(now, days, at) for days, at in zip(about.days, hours, strict=True)]
    names = ("submission_opens", "submission_closes", "voting_opens", "voting_closes", "results_at")
    campaign = Campaign.objects.create(
        slug=about.slug,
        title=about.title,
        hashtag=about.hashtag,
        max_population=about.max_population,
        has_jury_final=about.slug == "schoenster-blick-rueckblick",
        shortlist_length=SHORTLIST,
        **dict(zip(names, moments, strict=True)),
    )
    actions.set_up_campaign(campaign=campaign, now=min(now, campaign.submission_opens - timedelta(days=7)))
    return campaign


def _moment(now: datetime, days: int, at: time) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(now) + timedelta(days=days), at))


def _towns(campaign: Campaign, number: int) -> list[Municipality]:
    """The first so many towns that may take part, in an order that mixes large and small."""
    dice = random.Random(campaign.slug)
    towns = [town for town in Municipality.objects.order_by("ags") if campaign.is_eligible(town)]
    dice.shuffle(towns)
    return towns[:number]


def _author(order: int, number: int) -> Author:
    """Who hands in: two or three pictures each; the very first can be read in the demo's letter box."""
    name = people.AUTHORS[(order // 2 + 5 * number) % len(people.AUTHORS)]
    address = AUTHORS_MAIL if order == 0 else f"autor{number}-{order // 2}@example.org"
    return Author(name if order % 3 else "", address)


def _moderate(entry: Entry, picture: Snapshot, by: User, order: int, about: Round, at: datetime) -> bool:
    """Decide as moderators would; the newest entries still wait. Returns whether it became public."""
    moment = at + timedelta(hours=5)
    if picture.fate == "waits" or (about.slug == "winterblicke" and order >= 3):
        return False
    if picture.fate == "rejected":
        reason = "Auf dem Foto sind Kennzeichen gut zu lesen. Bitte reichen Sie ein anderes ein."
        actions.reject_entry(entry=entry, by=by, reason=reason, now=moment)
        return False
    actions.approve_entry(entry=entry, by=by, now=moment)
    return True


def _vote(campaign: Campaign, entries: Sequence[Entry], ballots: int, now: datetime, number: int) -> None:
    """Invented voters choose up to three; some pictures are better liked than others, two exactly alike."""
    dice = random.Random(f"{campaign.slug} ballots")
    liking = [1 / (1 + dice.random() * 6) for _entry in entries]
    begins = campaign.voting_opens + timedelta(hours=1)
    ends = min(now - timedelta(minutes=30), campaign.voting_closes - timedelta(hours=1))
    moments = sorted(begins + (ends - begins) * dice.random() for _ballot in range(ballots))
    for order, moment in enumerate(moments):
        chosen: list[Entry] = []
        while len(chosen) < dice.choice((1, 2, 3, 3)):
            (one,) = dice.choices(entries, liking)
            if one not in chosen:
                chosen.append(one)
        host = "mailinator.com" if order % 40 == 17 else "example.org"
        vote(campaign, f"stimme{number}-{order}@{host}", chosen, moment)


def _close(campaign: Campaign, now: datetime) -> None:
    """Two people look at the doubtful ballots, then the office publishes."""
    first, second, office = (
        User.objects.get(email=person.email) for person in (people.OFFICE, people.ADMIN, people.OFFICE)
    )
    at = campaign.voting_closes + timedelta(hours=20)
    reason: dict[str, Any] = {"reason": "Wegwerf-Adresse; auf Nachfrage keine Antwort."}
    for set_aside in set_aside_ballots(campaign, only_open=True):
        actions.propose_on_ballot(set_aside=set_aside, exclude=True, by=first, now=at, **reason)
        actions.decide_on_ballot(set_aside=set_aside, exclude=True, by=second, now=at + timedelta(hours=1), **reason)
    if campaign.has_jury_final:
        tell_final(campaign, office)
    actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    tell_handovers(campaign, office)
