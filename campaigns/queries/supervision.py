"""What those who watch over a vote may see: when ballots arrive, what is doubtful about some. Never what they chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate, TruncHour
from django.utils import timezone

from campaigns.models import Ballot, BallotCase, Campaign, SetAside
from cms.core.models import AuditEvent


@dataclass(frozen=True, slots=True)
class Volume:
    """How many ballots arrived in one hour or on one day."""

    begins: datetime
    ballots: int


def volume_by_day(campaign: Campaign, now: datetime) -> list[Volume]:
    """Every day of the vote until now, those without a ballot too."""
    counts = dict(
        Ballot.objects.filter(campaign=campaign)
        .annotate(day=TruncDate("cast_at"))
        .order_by("day")
        .values_list("day")
        .annotate(Count("pk"))
    )
    first = timezone.localdate(campaign.voting_opens)
    last = timezone.localdate(min(now, campaign.voting_closes))
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [Volume(_midnight(day), counts.get(day, 0)) for day in days]


def volume_by_hour(campaign: Campaign, day: date) -> list[Volume]:
    """The hours of one day."""
    begin = _midnight(day)
    end = _midnight(day + timedelta(days=1))
    ballots = Ballot.objects.filter(campaign=campaign, cast_at__gte=begin, cast_at__lt=end)
    by_hour = ballots.annotate(hour=TruncHour("cast_at")).order_by("hour").values_list("hour")
    counts = {hour.timestamp(): number for hour, number in by_hour.annotate(Count("pk"))}
    seconds = range(int(begin.timestamp()), int(end.timestamp()), 3600)  # 23 or 25 of them when the clocks change
    moments = [datetime.fromtimestamp(second, tz=begin.tzinfo) for second in seconds]
    return [Volume(moment, counts.get(moment.timestamp(), 0)) for moment in moments]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def cases_of(campaign: Campaign) -> QuerySet[BallotCase]:
    """Cases with the number of their ballots, open ones first."""
    counted = Count("set_aside"), Count("set_aside", filter=Q(set_aside__is_excluded=None))
    cases = BallotCase.objects.filter(campaign=campaign).select_related("proposed_by", "decided_by")
    return cases.annotate(ballots=counted[0], undecided=counted[1]).order_by("is_excluded", "-ends_at", "-pk")


def ballots_of_case(case: BallotCase) -> QuerySet[SetAside]:
    """The ballots of a case by time."""
    people = ("ballot", "proposed_by", "decided_by")
    return SetAside.objects.filter(case=case).select_related(*people).order_by("ballot__cast_at", "pk")


def peeks(campaign: Campaign) -> QuerySet[AuditEvent]:
    """Every audited look at the counts, the newest first."""
    kind = ContentType.objects.get_for_model(Campaign)
    events = AuditEvent.objects.filter(action="campaigns.counts.peeked", target_type=kind, target_id=str(campaign.pk))
    return events.select_related("actor").order_by("-happened_at", "-pk")
