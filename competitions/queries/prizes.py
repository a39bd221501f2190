"""What is public of a decision; nothing before the panel has committed."""

from __future__ import annotations

from django.db.models import Prefetch
from django.utils import timezone

from competitions.enums import Verdict
from competitions.models import Competition, Decision, Stage


def decided_stage(competition: Competition) -> Stage | None:
    """The last stage that is decided."""
    return competition.stages.filter(committed_at__isnull=False).select_related("competition").order_by("number").last()


def winners_by_class(stage: Stage) -> list[tuple[str, list[Decision]]]:
    """Final awards per size class; one group without a heading where they have none."""
    found = (
        Decision.objects.filter(candidate__stage=stage, committed_at__isnull=False, verdict=Verdict.AWARD)
        .filter(candidate__stage__committed_at__isnull=False)
        .select_related("award", "candidate__application__municipality", "candidate__municipality")
        .order_by("award__rank", "place", "candidate__title")
    )
    groups: dict[int | None, list[Decision]] = {}
    for decision in found:
        groups.setdefault(decision.candidate.size_class, []).append(decision)
    label = stage.competition.size_label
    ordered = sorted(groups.items(), key=lambda item: (item[0] is None, item[0] or 0))
    return [(label(number) if number is not None else "", decisions) for number, decisions in ordered]


def archive() -> list[tuple[int, list[tuple[Stage, list[Decision]]]]]:
    """Decided stages by the year of their decision, the latest first, with their winners; two queries."""
    awards = (
        Decision.objects.filter(committed_at__isnull=False, verdict=Verdict.AWARD)
        .select_related("award", "candidate__application__municipality", "candidate__municipality")
        .order_by("award__rank", "place", "candidate__title")
    )
    stages = (
        Stage.objects.filter(committed_at__isnull=False)
        .select_related("competition")
        .prefetch_related(Prefetch("candidates__decision", queryset=awards))
        .order_by("-committed_at")
    )
    years: dict[int, list[tuple[Stage, list[Decision]]]] = {}
    for stage in stages:
        won = [c.decision for c in stage.candidates.all() if getattr(c, "decision", None) is not None]
        won.sort(key=lambda decision: (decision.award.rank if decision.award else 999, decision.place or 999))
        years.setdefault(timezone.localtime(stage.committed_at).year, []).append((stage, won))
    return list(years.items())
