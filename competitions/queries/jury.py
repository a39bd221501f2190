"""What a juror reads: assigned candidates, one's own review, and the others' only after it is complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from cms.accounts.models import User
from competitions import permissions
from competitions.domain import ReviewTotal, review_total
from competitions.models import Assignment, Candidate, CandidateFile, Criterion, PanelMember, Review, Score, Stage


@dataclass(frozen=True)
class DeskItem:
    """One candidate on a juror's desk."""

    assignment: Assignment
    candidate: Candidate
    review: Review | None
    total: ReviewTotal


@dataclass(frozen=True)
class DeskMembership:
    """One panel that somebody belongs to, with what waits for a word from them."""

    member: PanelMember
    stage: Stage
    undeclared: int
    meeting_open: bool

    @property
    def asks(self) -> bool:
        return not self.member.is_bound or self.undeclared > 0


@dataclass(frozen=True)
class DeskStage:
    """All of a juror's candidates in one stage."""

    stage: Stage
    items: tuple[DeskItem, ...]

    @property
    def complete(self) -> int:
        return sum(item.review is not None and item.review.is_complete for item in self.items)


@dataclass(frozen=True)
class SheetLine:
    """One criterion on the scoring page."""

    criterion: Criterion
    value: int | None
    note: str


@dataclass(frozen=True)
class OtherReview:
    """What another juror gave, without a name."""

    number: int
    total: ReviewTotal
    values: Mapping[str, int | None]


def jury_desk(user: User) -> list[DeskStage]:
    """A juror's assignments by stage: the next deadline first, what is decided last, the newest of it on top."""
    assignments = (
        permissions.assigned(user)
        .select_related("candidate__stage__competition", "review")
        .prefetch_related("candidate__stage__criteria", Prefetch("review__scores", queryset=Score.objects.all()))
        .order_by("candidate__stage__jury_closes_at", "candidate__stage", "candidate__number")
    )
    stages: dict[Stage, list[DeskItem]] = {}
    for assignment in assignments:
        stages.setdefault(assignment.candidate.stage, []).append(_item(assignment))
    found = [DeskStage(stage, tuple(items)) for stage, items in stages.items()]
    running = [group for group in found if group.stage.committed_at is None]
    return [*running, *(group for group in reversed(found) if group.stage.committed_at is not None)]


def memberships(user: User) -> list[DeskMembership]:
    """The panels one belongs to while they are not decided, those with open questions first."""
    waiting = Count("assignments", filter=Q(assignments__in=Assignment.objects.undeclared()), distinct=True)
    own = (
        permissions.own_memberships(user)
        .filter(panel__stage__committed_at__isnull=True)
        .select_related("panel__stage__competition", "panel__stage__meeting")
        .annotate(undeclared=waiting)
        .order_by("panel__stage__jury_closes_at", "pk")
    )
    found = [
        DeskMembership(
            member, stage, member.undeclared, bool(getattr(stage, "meeting", None) and stage.meeting.is_open)
        )
        for member in own
        for stage in [member.panel.stage]
    ]
    return sorted(found, key=lambda item: not item.asks)


def candidates_to_declare(member: PanelMember) -> list[Candidate]:
    """What one has to declare conflicts for; no more than title and place is shown of it."""
    waiting = Assignment.objects.undeclared().filter(member=member)
    found = Candidate.objects.filter(assignments__in=waiting).select_related(
        "application__municipality", "municipality"
    )
    return list(found.order_by("number"))


@dataclass(frozen=True)
class OwnRow:
    """One's own points for one candidate, in the order of the criteria."""

    candidate: Candidate
    values: Sequence[int | None]
    total: ReviewTotal
    review: Review | None


def own_table(user: User, stage: Stage) -> tuple[list[Criterion], list[OwnRow]]:
    """One's own points, candidates × criteria, to see whether one's measure stays the same."""
    criteria = list(stage.criteria.all())
    own = (
        permissions.assigned(user)
        .filter(candidate__stage=stage)
        .select_related("candidate", "review")
        .prefetch_related("review__scores")
        .order_by("candidate__number")
    )
    rows = []
    for assignment in own:
        review = getattr(assignment, "review", None)
        values = _values(review, criteria)
        total = review_total(values, [criterion.rule for criterion in criteria])
        rows.append(OwnRow(assignment.candidate, [values[c.key] for c in criteria], total, review))
    return criteria, rows


def _item(assignment: Assignment) -> DeskItem:
    review = getattr(assignment, "review", None)
    total = _total(review, assignment.candidate.criteria)
    return DeskItem(assignment, assignment.candidate, review, total)


def assignments_to_score(user: User) -> QuerySet[Assignment]:
    """One's own assignments with everything the scoring page shows; ends in `.get(candidate__key=…)`."""
    return (
        permissions.assigned(user)
        .select_related("candidate__stage__competition", "member", "review")
        .prefetch_related(
            "candidate__stage__criteria",
            "review__scores",
            "questions",
            Prefetch("candidate__files", queryset=CandidateFile.objects.order_by("position")),
        )
    )


def score_sheet(assignment: Assignment) -> list[SheetLine]:
    """The criteria in their order with one's own points and notes."""
    review = getattr(assignment, "review", None)
    scores = {score.criterion_id: score for score in review.scores.all()} if review else {}
    lines = []
    for criterion in assignment.candidate.criteria:
        score = scores.get(criterion.pk)
        lines.append(SheetLine(criterion, score.value if score else None, score.note if score else ""))
    return lines


def sheet_total(assignment: Assignment) -> ReviewTotal:
    """The running total of one's own review."""
    return _total(getattr(assignment, "review", None), assignment.candidate.criteria)


@dataclass(frozen=True)
class DeskPlace:
    """Where a candidate stands among one's own in its stage, and what comes next."""

    position: int
    count: int
    previous: str | None
    following: str | None
    next_open: str | None


def desk_place(assignment: Assignment) -> DeskPlace:
    """The neighbours on one's own desk, by the candidates' keys; `next_open` has no finished review."""
    own = list(
        Assignment.objects.open_to_juror()
        .filter(member=assignment.member_id, candidate__stage=assignment.candidate.stage_id)
        .order_by("candidate__number")
        .values_list("candidate__key", "review__state")
    )
    keys = [key for key, _state in own]
    at = keys.index(assignment.candidate.key)
    waiting = [key for key, state in own[at + 1 :] + own[:at] if state != "complete"]
    return DeskPlace(
        position=at + 1,
        count=len(keys),
        previous=keys[at - 1] if at else None,
        following=keys[at + 1] if at + 1 < len(keys) else None,
        next_open=waiting[0] if waiting else None,
    )


def recused_count(user: User) -> int:
    """How many candidates one stepped aside for, or was found to be tied to."""
    return Assignment.objects.filter(member__user=user, recusal__isnull=False, member__removed_at__isnull=True).count()


def other_reviews(assignment: Assignment) -> list[OtherReview]:
    """The others' complete reviews of the same candidate; none before one's own is complete."""
    if not permissions.may_see_others(assignment):
        return []
    criteria = assignment.candidate.criteria
    others = (
        Assignment.objects.counting()
        .filter(candidate=assignment.candidate, review__state="complete")
        .exclude(pk=assignment.pk)
        .select_related("review")
        .prefetch_related("review__scores")
        .order_by("pk")
    )
    return [
        OtherReview(number, _total(other.review, criteria), _values(other.review, criteria))
        for number, other in enumerate(others, start=1)
    ]


def _total(review: Review | None, criteria: Sequence[Criterion]) -> ReviewTotal:
    return review_total(_values(review, criteria), [criterion.rule for criterion in criteria])


def _values(review: Review | None, criteria: Sequence[Criterion]) -> dict[str, int | None]:
    stored = {score.criterion_id: score.value for score in review.scores.all()} if review else {}
    return {criterion.key: stored.get(criterion.pk) for criterion in criteria}
