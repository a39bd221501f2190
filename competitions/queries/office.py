"""What the office reads to steer: stages with queues, the panel's state, no score before the stage is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, F, Q, QuerySet, When

from cms.accounts.models import User
from competitions import permissions
from competitions.enums import ApplicationState, ReviewState, StagePhase, Verdict
from competitions.models import Application, Assignment, Award, Candidate, PanelMember, Stage


@dataclass(frozen=True)
class OfficeStage:
    """One stage with the numbers that say what to do next."""

    stage: Stage
    phase: StagePhase
    handed_in: int
    to_check: int
    candidates: int
    members: int


def office_stages(user: User, now: datetime) -> list[OfficeStage]:
    """All stages, the newest competition first; one query. Empty for everybody but the office."""
    if not permissions.is_office(user):
        return []
    handed_in = ~Q(applications__state=ApplicationState.DRAFT)
    stages = (
        Stage.objects.select_related("competition")
        .annotate(
            handed_in=Count("applications", filter=handed_in, distinct=True),
            to_check=Count("applications", filter=Q(applications__state=ApplicationState.SENT), distinct=True),
            candidate_count=Count("candidates", distinct=True),
            member_count=Count("panel__members", filter=Q(panel__members__removed_at__isnull=True), distinct=True),
        )
        .order_by("-competition__created_at", "competition", "number")
    )
    return [OfficeStage(s, s.phase(now), s.handed_in, s.to_check, s.candidate_count, s.member_count) for s in stages]


def applications_ready(user: User, now: datetime) -> QuerySet[Application]:
    """Sent applications whose deadline is over: what can be checked now."""
    waiting = permissions.office_applications(user).filter(state=ApplicationState.SENT, stage__closed_at__isnull=True)
    return waiting.filter(Q(stage__closes_at__lte=now), Q(extended_until__isnull=True) | Q(extended_until__lte=now))


def panel_matrix(stage: Stage) -> tuple[list[Candidate], list[tuple[PanelMember, list[str]]]]:
    """Candidates and, per active juror, a state for each of them: ok, half, open, recused or "" (not assigned)."""
    candidates = list(stage.candidates.order_by("number"))
    states: dict[tuple[int, int], str] = {}
    rows = Assignment.objects.filter(candidate__stage=stage, withdrawn_at__isnull=True)
    for member, candidate, recusal, review in rows.values_list("member_id", "candidate_id", "recusal", "review__state"):
        states[member, candidate] = "recused" if recusal else _STATES.get(review, "open")
    members = PanelMember.objects.active().filter(panel__stage=stage).select_related("user", "municipality")
    return candidates, [(m, [states.get((m.pk, c.pk), "") for c in candidates]) for m in members]


_STATES: Mapping[str | None, str] = {ReviewState.COMPLETE.value: "ok", ReviewState.OPEN.value: "half"}


def reopenable(stage: Stage) -> QuerySet[Assignment]:
    """Complete reviews that count."""
    found = Assignment.objects.counting().filter(candidate__stage=stage, review__state=ReviewState.COMPLETE)
    return found.select_related("candidate", "member__user").order_by("member", "candidate__number")


def candidates_with_decision(stage: Stage) -> QuerySet[Candidate]:
    """All candidates of a stage: those with a prize first, those without a decision last."""
    found = stage.candidates.select_related("decision__award", "application__municipality")
    standing = Case(
        *(When(decision__verdict=verdict, then=n) for n, verdict in enumerate(Verdict)), default=len(Verdict)
    )
    return found.order_by(standing, F("decision__place").asc(nulls_last=True), "number")


def awards_with_use(stage: Stage) -> QuerySet[Award]:
    """The stage's prizes, each with how often it is given so far."""
    return stage.awards.annotate(given=Count("decisions"))
