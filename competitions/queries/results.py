"""What the office reads of a stage's results, and what everybody reads once they are final."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from django.db.models import QuerySet

from competitions.domain import Evaluation, RankTest, Result, ReviewFacts, durbin, evaluate, mean_ranks
from competitions.enums import ReviewState, Verdict
from competitions.models import Assignment, Candidate, Criterion, Decision, PanelMember, Score, Stage


@dataclass(frozen=True)
class RankingLine:
    """One candidate with its figures and what was decided on it."""

    candidate: Candidate
    result: Result
    decision: Decision | None


@dataclass(frozen=True)
class ScoreCell:
    """One juror's total for one candidate. `points` is None without a complete review."""

    points: float | None = None
    assigned: bool = False
    excluded: bool = False


@dataclass(frozen=True)
class ScoreRow:
    member: PanelMember
    cells: tuple[ScoreCell, ...]
    strictness: float | None


@dataclass(frozen=True)
class Ranking:
    """The ranking page: lines from first to last, jurors' totals in the same order of candidates, all figures."""

    stage: Stage
    evaluation: Evaluation
    lines: tuple[RankingLine, ...]
    jurors: tuple[ScoreRow, ...]

    @property
    def safe_places(self) -> int:
        """How many candidates do not overlap with the next one."""
        intervals = [line.result.adjusted_interval or line.result.raw_interval for line in self.lines]
        pairs = pairwise(intervals)
        return sum(bool(a and b and a.lowest > b.highest) for a, b in pairs)


def candidate_name(number: int) -> str:
    """A candidate's name in the arithmetic; sorts by number."""
    return f"K{number:03}"


def juror_name(pk: int) -> str:
    return f"J{pk:06}"


def review_facts(stage: Stage) -> list[ReviewFacts]:
    """Every assignment of the stage, in three queries whatever their number."""
    keys = dict(stage.criteria.values_list("pk", "key"))
    scores: dict[int, dict[str, float | None]] = {}
    rows = Score.objects.filter(review__assignment__candidate__stage=stage).order_by()
    for assignment, criterion, value in rows.values_list("review__assignment_id", "criterion_id", "value"):
        scores.setdefault(assignment, {})[keys[criterion]] = value
    assignments = Assignment.objects.filter(candidate__stage=stage).order_by("candidate__number", "member_id")
    return [
        ReviewFacts(
            candidate=candidate_name(number),
            juror=juror_name(member),
            complete=state == ReviewState.COMPLETE,
            excluded=any(exclusion is not None for exclusion in exclusions),
            scores=scores.get(pk, {}),
        )
        for pk, number, member, state, *exclusions in assignments.values_list(
            "pk",
            "candidate__number",
            "member_id",
            "review__state",
            "recusal",
            "withdrawn_at",
            "member__removed_at",
        )
    ]


def evaluate_stage(stage: Stage, facts: list[ReviewFacts] | None = None) -> Evaluation:
    """All figures of a stage as they are now; frozen from the moment it is closed, because nothing can change them."""
    return evaluate(
        review_facts(stage) if facts is None else facts,
        [criterion.rule for criterion in stage.criteria.all()],
        candidates=[candidate_name(number) for number in stage.candidates.values_list("number", flat=True)],
        tie_break=stage.tie_break,
        seed=stage.pk,
    )


def stage_inputs(stage: Stage) -> dict[str, Any]:
    """Everything the figures follow from, for the snapshot and its fingerprint."""
    return {
        "criteria": [asdict(criterion.rule) for criterion in stage.criteria.all()],
        "tie_break": list(stage.tie_break),
        "seed": stage.pk,
        "candidates": sorted(stage.candidates.values_list("fingerprint", flat=True)),
        "reviews": [asdict(fact) for fact in review_facts(stage)],
    }


def evaluation_numbers(evaluation: Evaluation) -> dict[str, Any]:
    """The figures as JSON, which knows no pairs as keys."""
    numbers = asdict(evaluation)
    numbers["totals"] = [[*pair, points] for pair, points in sorted(evaluation.totals.items())]
    return numbers


def ranking(stage: Stage) -> Ranking:
    """The office's view: raw and adjusted side by side, jurors with their strictness, decisions so far."""
    facts = review_facts(stage)
    evaluation = evaluate_stage(stage, facts)
    candidates = {candidate_name(c.number): c for c in stage.candidates.select_related("decision__award")}
    lines = tuple(
        RankingLine(candidates[r.candidate], r, getattr(candidates[r.candidate], "decision", None))
        for r in evaluation.results
        if r.candidate in candidates
    )
    order = [candidate_name(line.candidate.number) for line in lines]
    return Ranking(stage, evaluation, lines, _score_rows(stage, facts, evaluation, order))


def _score_rows(
    stage: Stage, facts: list[ReviewFacts], evaluation: Evaluation, order: list[str]
) -> tuple[ScoreRow, ...]:
    """Jurors in the order of their invitation, one cell per candidate."""
    cells = {
        (fact.juror, fact.candidate): ScoreCell(
            points=evaluation.totals.get((fact.candidate, fact.juror)), assigned=True, excluded=fact.excluded
        )
        for fact in facts
    }
    members = PanelMember.objects.filter(panel__stage=stage).select_related("user").order_by("pk")
    return tuple(
        ScoreRow(
            member=member,
            cells=tuple(cells.get((juror_name(member.pk), name), ScoreCell()) for name in order),
            strictness=evaluation.jurors.get(juror_name(member.pk)),
        )
        for member in members
    )


def rank_test(evaluation: Evaluation) -> RankTest | None:
    """Whether the jurors' own orders differ more than by chance; None where not everybody ranks equally many."""
    points: dict[str, dict[str, float]] = {}
    for (candidate, juror), total in evaluation.totals.items():
        points.setdefault(juror, {})[candidate] = total
    return durbin([mean_ranks(own) for own in points.values()])


def missing_reviews(ranking: Ranking) -> list[tuple[Candidate, PanelMember]]:
    """The pairs without a complete review, with names."""
    candidates = {line.result.candidate: line.candidate for line in ranking.lines}
    members = {juror_name(row.member.pk): row.member for row in ranking.jurors}
    return [(candidates[name], members[juror]) for name, juror in ranking.evaluation.gaps if name in candidates]


def by_class(ranking: Ranking) -> list[tuple[str, list[RankingLine]]]:
    """The lines per size class, in the order of the whole."""
    competition = ranking.stage.competition
    groups: dict[int, list[RankingLine]] = {}
    for line in ranking.lines:
        if line.candidate.size_class is not None:
            groups.setdefault(line.candidate.size_class, []).append(line)
    return [(competition.size_label(number), groups[number]) for number in sorted(groups)]


def by_theme(ranking: Ranking) -> list[tuple[str, list[RankingLine]]]:
    """The lines per theme, where the competition has themes."""
    groups: dict[str, list[RankingLine]] = {}
    for line in ranking.lines:
        if line.candidate.theme:
            groups.setdefault(line.candidate.theme, []).append(line)
    return sorted(groups.items())


def criterion_figures(ranking: Ranking) -> list[tuple[Criterion, float | None, float | None, float | None]]:
    """Per criterion its mean over all candidates and its alpha (interval, ordinal)."""
    alphas = {found.criterion: found for found in ranking.evaluation.criteria}
    figures = []
    for criterion in ranking.stage.criteria.all():
        means = [r.criteria[criterion.key] for r in ranking.evaluation.results if criterion.key in r.criteria]
        found = alphas[criterion.key]
        figures.append((criterion, sum(means) / len(means) if means else None, found.interval, found.ordinal))
    return figures


def winners(stage: Stage) -> QuerySet[Decision]:
    """What the public reads: final awards with place, prize and the jury's reason; nothing before the commit."""
    return (
        Decision.objects.filter(
            candidate__stage=stage,
            committed_at__isnull=False,
            candidate__stage__committed_at__isnull=False,
            verdict=Verdict.AWARD,
        )
        .select_related("candidate__application__municipality", "award")
        .order_by("place", "award__rank", "candidate__number")
    )


def panel_progress(stage: Stage) -> list[Mapping[str, Any]]:
    """Per juror how many reviews are complete, begun and open: `[{"member", "complete", "begun", "open"}]`."""
    rows: dict[int, dict[str, Any]] = {
        member.pk: {"member": member, "complete": 0, "begun": 0, "open": 0}
        for member in PanelMember.objects.active().filter(panel__stage=stage).select_related("user")
    }
    states = {ReviewState.COMPLETE.value: "complete", ReviewState.OPEN.value: "begun"}
    counting = Assignment.objects.counting().filter(candidate__stage=stage)
    for member, state in counting.values_list("member_id", "review__state"):
        rows[member][states.get(state, "open")] += 1
    return list(rows.values())
