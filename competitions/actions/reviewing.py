"""A juror scores assigned candidates; saving is possible until the review is complete or the stage is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import (
    LONGEST_NOTE,
    REVIEW_COMPLETES,
    REVIEW_REOPENS,
    Reason,
    completion_refusal,
    reasoned_refusal,
    reviewing_refusal,
    score_refusal,
)
from competitions.models import Assignment, Criterion, Review, Score
from competitions.refusals import check, refused

from .locks import lock_open_stage, lock_stage

MARKS = {"favourite", "shares_note"}


@transaction.atomic
def save_scores(
    *,
    assignment: Assignment,
    values: Mapping[str, int | None],
    notes: Mapping[str, str] | None = None,
    note: str | None = None,
    marks: Mapping[str, bool] | None = None,
    by: User,
    now: datetime,
) -> Review:
    """Store points and notes by the criteria's keys; what is not named stays. None is „keine Angabe“.

    `marks` are `favourite` and `shares_note`. Raises Refused with the criterion's key as its field.
    """
    current = reviewable(assignment, by, now)
    review = _open_review(current, now)
    notes = notes or {}
    criteria = {criterion.key: criterion for criterion in current.candidate.criteria}
    _refuse_strange(values, notes, criteria)
    stored = {score.criterion_id: score for score in review.scores.all()}
    for key in {**values, **notes}:
        criterion = criteria[key]
        score = stored.get(criterion.pk) or Score(review=review, criterion=criterion)
        score.value = values.get(key, score.value)
        score.note = notes.get(key, score.note)[:LONGEST_NOTE]
        score.save()
    if note is not None:
        review.note = note[:LONGEST_NOTE]
    for name in MARKS & (marks or {}).keys():
        setattr(review, name, (marks or {})[name])
    review.saved_at = now
    review.save(update_fields=["note", "saved_at", *MARKS])
    return review


@transaction.atomic
def complete_review(*, assignment: Assignment, by: User, now: datetime) -> Review:
    """Finish a review; it needs points for every required criterion. From then on the others' scores are open."""
    current = reviewable(assignment, by, now)
    review = _open_review(current, now)
    scores = {score.criterion_id: score.value for score in review.scores.all()}
    criteria = current.candidate.criteria
    check(completion_refusal({c.key: scores.get(c.pk) for c in criteria}, [c.rule for c in criteria]))
    changed = Review.objects.filter(pk=review.pk, state__in=REVIEW_COMPLETES.sources).update(
        state=REVIEW_COMPLETES.target, completed_at=now, saved_at=now
    )
    if not changed:
        raise refused(Reason.FASTER)
    review.refresh_from_db()
    audit.record(action="competitions.review.completed", target=current.candidate, actor=by, now=now)
    return review


@transaction.atomic
def reopen_review(*, assignment: Assignment, reason: str, by: User, now: datetime) -> None:
    """The office opens a complete review again, with a reason that stays on record."""
    check(reasoned_refusal(reason), field="reason")
    lock_open_stage(assignment.candidate.stage)
    changed = Review.objects.filter(assignment=assignment, state__in=REVIEW_REOPENS.sources).update(
        state=REVIEW_REOPENS.target, completed_at=None
    )
    if not changed:
        raise refused(Reason.FASTER)
    audit.record(
        action="competitions.review.reopened",
        target=assignment.candidate,
        actor=by,
        changes={"member": (assignment.member_id, assignment.member_id)},
        reason=reason.strip(),
        now=now,
    )


def reviewable(assignment: Assignment, by: User, now: datetime) -> Assignment:
    """The assignment as it is now, refused unless this person may score it at this moment."""
    stage = lock_stage(assignment.candidate.stage)
    current = (
        Assignment.objects.counting()
        .filter(pk=assignment.pk, member__user=by)
        .select_related("candidate__stage", "member")
        .first()
    )
    if current is None:
        raise refused(Reason.NOT_ASSIGNED)
    if current.declared_at is None or not current.member.is_bound:
        raise refused(Reason.NOT_DECLARED)
    check(reviewing_refusal(stage.dates, stage.closed_at, now))
    return current


def _open_review(assignment: Assignment, now: datetime) -> Review:
    """The review of an assignment, begun if need be. The stage is held, so nobody else begins it meanwhile."""
    review, _is_new = Review.objects.get_or_create(assignment=assignment, defaults={"started_at": now, "saved_at": now})
    if review.is_complete:
        raise refused(Reason.REVIEW_LOCKED)
    return review


def _refuse_strange(
    values: Mapping[str, int | None], notes: Mapping[str, str], criteria: Mapping[str, Criterion]
) -> None:
    for key in {**values, **notes}:
        if key not in criteria:
            raise refused(Reason.UNKNOWN_CRITERION)
    for key, value in values.items():
        check(score_refusal(value, criteria[key].rule), field=key)
