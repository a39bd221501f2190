"""Figures for the final report. What tells about votes stays empty until the result is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import Count, F, Max, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.domain.entries import LIVING
from campaigns.enums import ConsentKind, EntryState
from campaigns.models import Ballot, Campaign, Consent, Entry
from campaigns.permissions import may_see_counts
from campaigns.queries.results import published_result
from cms.places.models import Municipality

SMALL_CLASS = 0  # the class of the smallest towns
_HANDED_IN = (*sorted(LIVING), EntryState.REJECTED, EntryState.TAKEN_DOWN, EntryState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Series:
    """One chart and its table: labels and numbers, in their order."""

    key: str
    title: str
    label: str
    unit: str
    points: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All numbers together."""
        return sum(number for _label, number in self.points)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Single figures as (words, number as text) and the charts; votes only after the result."""

    facts: tuple[tuple[str, str], ...]
    series: tuple[Series, ...]
    has_votes: bool


def statistics_of(campaign: Campaign, now: datetime) -> Statistics:
    """Everything for the report, in a dozen queries whatever the size."""
    handed_in = Entry.objects.filter(campaign=campaign, state__in=_HANDED_IN, submitted_at__isnull=False)
    public = Entry.objects.filter(campaign=campaign, state=EntryState.APPROVED)
    has_votes = may_see_counts(campaign, now)
    series = [
        _per_week(campaign, handed_in),
        _per_district(public),
        _per_class(campaign, public),
        _states(handed_in),
        _consents(public),
    ]
    facts = [*_entry_facts(campaign, handed_in, public), *_moderation_facts(handed_in)]
    if has_votes:
        series.append(_votes_per_day(campaign))
        facts += _vote_facts(campaign)
    return Statistics(tuple(facts), tuple(series), has_votes)


def _per_week(campaign: Campaign, entries: QuerySet[Entry]) -> Series:
    """Handed in per week of the submission; weeks without any stand there with 0."""
    days = entries.order_by().values_list(TruncDate("submitted_at"))
    counted = Counter(_monday(day) for (day,) in days.iterator() if day)
    first = _monday(timezone.localdate(campaign.submission_opens))
    last = max([_monday(timezone.localdate(campaign.submission_closes)), *counted])
    weeks = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    points = tuple((_("ab %(day)s") % {"day": f"{week:%d.%m.}"}, counted[week]) for week in weeks)
    return Series("wochen", _("Eingereichte Fotos je Woche"), _("Woche"), _("Fotos"), points)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _per_district(entries: QuerySet[Entry]) -> Series:
    rows = (
        entries.order_by()
        .values_list("municipality__district")
        .annotate(n=Count("pk"))
        .order_by("-n", F("municipality__district"))
    )
    points = tuple((name or _("ohne Landkreis"), number) for name, number in rows)
    return Series("kreise", _("Fotos in der Galerie je Landkreis"), _("Landkreis"), _("Fotos"), points)


def _per_class(campaign: Campaign, entries: QuerySet[Entry]) -> Series:
    counted = dict(entries.order_by().values_list("size_class").annotate(Count("pk")))
    classes = range(len(campaign.size_bounds) + 1)
    points = tuple((campaign.size_class_label(index), counted.get(index, 0)) for index in classes)
    return Series("klassen", _("Fotos in der Galerie je Größenklasse"), _("Einwohner"), _("Fotos"), points)


def _states(entries: QuerySet[Entry]) -> Series:
    counted = dict(entries.order_by().values_list("state").annotate(Count("pk")))
    points = tuple((str(state.label), counted[state.value]) for state in EntryState if counted.get(state.value))
    return Series("stand", _("Was aus den eingereichten Fotos wurde"), _("Stand"), _("Fotos"), points)


def _consents(entries: QuerySet[Entry]) -> Series:
    given = Consent.objects.filter(entry__in=entries, revoked_at=None).order_by()
    counted = dict(given.values_list("text__kind").annotate(Count("entry", distinct=True)))
    points = tuple((str(kind.label), counted.get(kind.value, 0)) for kind in ConsentKind)
    return Series("einwilligungen", _("Geltende Einwilligungen"), _("Einwilligung"), _("Fotos"), points)


def _votes_per_day(campaign: Campaign) -> Series:
    counted = dict(
        Ballot.objects.filter(campaign=campaign).order_by().values_list(TruncDate("cast_at")).annotate(Count("pk"))
    )
    first, last = timezone.localdate(campaign.voting_opens), timezone.localdate(campaign.voting_closes)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    points = tuple((f"{day:%d.%m.}", counted.get(day, 0)) for day in days)
    return Series("stimmzettel", _("Stimmzettel je Tag"), _("Datum"), _("Stimmzettel"), points)


def _entry_facts(campaign: Campaign, handed_in: QuerySet[Entry], public: QuerySet[Entry]) -> Iterable[tuple[str, str]]:
    towns = set(public.order_by().values_list("municipality_id", "size_class").distinct())
    small = sum(index == SMALL_CLASS for _ags, index in towns)
    authors = handed_in.exclude(author_key="").order_by().values("author_key").distinct().count()
    eligible = _eligible(campaign)
    share = _("%(n)d von %(all)d (%(share)s %%)")
    yield _("Eingereichte Fotos"), str(handed_in.count())
    yield _("Fotos in der Galerie"), str(public.count())
    yield _("Menschen, die Fotos eingereicht haben"), str(authors)
    yield _("Orte mit Fotos"), share % {"n": len(towns), "all": eligible, "share": _percent(len(towns), eligible)}
    words = _("Darunter Orte %(label)s Einwohner") % {"label": campaign.size_class_label(SMALL_CLASS)}
    yield words, share % {"n": small, "all": len(towns), "share": _percent(small, len(towns))}


def _eligible(campaign: Campaign) -> int:
    """How many towns may take part."""
    if listed := campaign.towns.count():
        return listed
    towns = Municipality.objects.active()
    if campaign.max_population is not None:
        towns = towns.filter(population__lte=campaign.max_population)
    return towns.count()


def _percent(part: int, whole: int) -> str:
    return str(round(100 * part / whole)) if whole else "0"


def _moderation_facts(entries: QuerySet[Entry]) -> Iterable[tuple[str, str]]:
    """How long people waited for a decision; half of them less than the median."""
    decided = entries.filter(decided_at__isnull=False, decided_at__gte=F("submitted_at"), decided_by__isnull=False)
    waited = [(end - begin).total_seconds() / 3600 for begin, end in decided.values_list("submitted_at", "decided_at")]
    if waited:
        yield _("Zeit bis zur Entscheidung (Median)"), _("%(n)s Stunden") % {"n": round(median(waited))}
        yield _("Längste Zeit bis zur Entscheidung"), _("%(n)s Stunden") % {"n": round(max(waited))}


def _vote_facts(campaign: Campaign) -> Iterable[tuple[str, str]]:
    result = published_result(campaign)
    if result is None:
        return
    numbers = result.snapshot
    left_out = sum(numbers["excluded"].values())
    yield _("Menschen, die abgestimmt haben"), str(numbers["ballots"])
    yield _("Gewertete Stimmen"), str(numbers["counted"])
    yield _("Nicht gewertete Stimmen"), str(left_out)
    changed = Ballot.objects.filter(campaign=campaign).aggregate(n=Count("changed_at"), last=Max("cast_at"))
    yield _("Geänderte Stimmzettel"), str(changed["n"])
