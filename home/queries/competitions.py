"""A competition as a page tells it: which stage, which date, who won and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from cms.core.templatetags.stadtblick import days_left
from competitions.enums import StagePhase, Verdict
from competitions.models import Award, Competition, Criterion, Decision, Stage
from home.domain import Offer, Stop, line
from home.models import CompetitionPage


@dataclass(frozen=True)
class CompetitionFacts:
    """Everything that a competition's page shows beside the editor's words; `stage` is the one of the moment."""

    competition: Competition
    stage: Stage | None = None
    phase: StagePhase | None = None
    stops: list[Stop] = field(default_factory=list)
    offer: Offer | None = None
    criteria: list[Criterion] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)
    winners: list[Decision] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Can an application be begun now?"""
        return self.phase == StagePhase.OPEN

    @property
    def money(self) -> Decimal:
        """Return what can be won altogether, in euros: the competition's budget, or the sum of its prizes."""
        return self.competition.budget or sum(
            ((award.amount or Decimal(0)) * award.quantity for award in self.awards), Decimal(0)
        )


def stage_of_the_moment(stages: list[Stage], now: datetime) -> Stage | None:
    """Return the last stage that has opened, or the first one that will; stages in order of their number."""
    begun = [stage for stage in stages if stage.opens_at <= now]
    return begun[-1] if begun else (stages[0] if stages else None)


def competition_stops(stage: Stage, now: datetime) -> list[Stop]:
    """Return the phases of a stage as stops of a transit line."""
    moments: list[tuple[str, datetime, datetime | None]] = [(_("Bewerben"), stage.opens_at, stage.closes_at)]
    if stage.closes_at < stage.jury_opens_at:
        moments.append((_("Prüfen"), stage.closes_at, stage.jury_opens_at))
    moments.append((_("Jury"), stage.jury_opens_at, stage.committed_at or stage.jury_closes_at))
    moments.append((_("Entscheidung"), stage.committed_at or stage.jury_closes_at, None))
    return line(moments, now=now)


def competition_offer(page: CompetitionPage, stage: Stage | None, now: datetime) -> Offer | None:
    """Return what can be done now or next; None while the jury works and afterwards."""
    if stage is None:
        return None
    phase = stage.phase(now)
    url = page.competition.get_absolute_url()
    choices: dict[StagePhase, tuple[str, str, datetime, str, str]] = {
        StagePhase.ANNOUNCED: (
            _("Bald bewerben"),
            _("Bewerbung beginnt"),
            stage.opens_at,
            _("Bedingungen lesen"),
            url,
        ),
        StagePhase.OPEN: (
            _("Bewerben"),
            _("Annahmeschluss"),
            stage.closes_at,
            _("Bewerbung beginnen"),
            f"{url}bewerben/",
        ),
    }
    if phase not in choices:
        return None
    verb, milestone, until, action, action_url = choices[phase]
    return Offer(
        kind="competition",
        verb=verb,
        title=page.title,
        url=url,
        until=until,
        days=days_left(until, now),
        is_open=phase == StagePhase.OPEN,
        phase=str(phase.label),
        milestone=milestone,
        action=action,
        action_url=action_url,
        page=page,
    )


def competition_facts(page: CompetitionPage, now: datetime) -> CompetitionFacts:
    """Read what the competition's page shows."""
    competition = page.competition
    stages = list(competition.stages.order_by("number"))
    stage = stage_of_the_moment(stages, now)
    if stage is None:
        return CompetitionFacts(competition)
    return CompetitionFacts(
        competition=competition,
        stage=stage,
        phase=stage.phase(now),
        stops=competition_stops(stage, now),
        offer=competition_offer(page, stage, now),
        criteria=list(stage.criteria.filter(counting=True).order_by("position", "pk")),
        awards=list(stage.awards.order_by("rank", "pk")),
        winners=winners(stage, now),
    )


def winners(stage: Stage, now: datetime) -> list[Decision]:
    """Return the committed awards of a stage, best first; nothing before the panel has committed."""
    if stage.phase(now) != StagePhase.DECIDED:
        return []
    return list(
        Decision.objects.filter(
            candidate__stage=stage, verdict=Verdict.AWARD, committed_at__isnull=False, committed_at__lte=now
        )
        .select_related("award", "candidate__application__municipality", "candidate__stage__competition")
        .order_by("award__rank", "place", "candidate__title")
    )
