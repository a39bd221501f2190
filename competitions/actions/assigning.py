"""Who reviews what: the plan is stored as it was previewed; later single assignments move, finished reviews stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import Pair, Reason, find_conflict, reasoned_refusal
from competitions.enums import ConflictKind, ReviewState
from competitions.models import Assignment, Candidate, Panel, PanelMember, Recusal, Stage
from competitions.queries import AssignmentPlan, assignment_plan, pair_of
from competitions.refusals import check, refused

from .locks import lock_open_stage
from .panel import remove_juror


@transaction.atomic
def assign_panel(*, stage: Stage, seen: str = "", by: User, now: datetime) -> list[Assignment]:
    """Give every candidate its jurors; what is assigned stays. Conflicts are recorded as recusals, not left out.

    `seen` is the fingerprint of the previewed plan: another plan is refused. Returns the new assignments that count.
    """
    stage = lock_open_stage(stage)
    plan = assignment_plan(stage)
    if not plan.members or not plan.candidates:
        raise refused(Reason.NOTHING_TO_ASSIGN)
    if seen and seen != plan.fingerprint:
        raise refused(Reason.PLAN_CHANGED)
    new = _store(plan, now)
    _recuse_found(new, plan.conflicts, by, now)
    if new:
        audit.record(
            action="competitions.panel.assigned",
            target=stage,
            actor=by,
            changes={"pairs": (None, len(plan.pairs))},
            now=now,
        )
    return [assignment for assignment in new if pair_of(assignment) not in plan.conflicts]


@transaction.atomic
def set_linking(*, stage: Stage, linking: int, by: User, now: datetime) -> None:
    """How many candidates everybody reviews, so that their points can be compared."""
    stage = lock_open_stage(stage)
    panel = Panel.objects.filter(stage=stage).first()
    if panel is None:
        raise refused(Reason.NO_PANEL)
    before, panel.linking = panel.linking, linking
    panel.save(update_fields=["linking"])
    audit.record(
        action="competitions.panel.changed", target=panel, actor=by, changes={"linking": (before, linking)}, now=now
    )


@transaction.atomic
def reassign(
    *, candidate: Candidate, away: PanelMember | None, to: PanelMember | None, by: User, now: datetime
) -> Assignment | None:
    """Move one candidate from one juror to another, take it away, or add it. Finished reviews stay where they are."""
    stage = lock_open_stage(candidate.stage)
    if (away is None and to is None) or away == to:
        raise refused(Reason.NOBODY_NAMED, field="to")
    if away is not None:
        _take_away(candidate, away, now)
    new = _hand(candidate, to, now) if to is not None else None
    audit.record(
        action="competitions.review.moved",
        target=candidate,
        actor=by,
        changes={"member": (away.pk if away else None, to.pk if to else None), "stage": (stage.pk, stage.pk)},
        now=now,
    )
    return new


@transaction.atomic
def step_in(*, substitute: PanelMember, leaving: PanelMember, reason: str, by: User, now: datetime) -> int:
    """A substitute takes the place of somebody who leaves, with everything that counted; returns how many candidates.

    What the leaving person finished counts as never assigned, so the substitute gets those candidates too.
    """
    check(reasoned_refusal(reason), field="reason")
    lock_open_stage(substitute.panel.stage)
    changed = (
        PanelMember.objects.active()
        .filter(pk=substitute.pk, panel=leaving.panel_id, is_substitute=True)
        .update(is_substitute=False, stands_in_for=leaving)
    )
    if not changed:
        raise refused(Reason.NOT_SUBSTITUTE, field="substitute")
    substitute.refresh_from_db()
    candidates = [
        assignment.candidate
        for assignment in Assignment.objects.counting().filter(member=leaving).select_related("candidate__application")
    ]
    remove_juror(member=leaving, reason=reason, by=by, now=now)
    taken = [candidate for candidate in candidates if not find_conflict(candidate.ties, substitute.ties)]
    for candidate in taken:
        _hand(candidate, substitute, now)
    tied = {str(c.pk): find_conflict(c.ties, substitute.ties) for c in candidates if c not in taken}
    _note_conflicts(substitute, tied, by, now)
    changes = {"member": (leaving.pk, substitute.pk), "candidates": (None, len(taken))}
    audit.record(action="competitions.panel.stepped_in", target=substitute.panel, actor=by, changes=changes, now=now)
    return len(taken)


def _take_away(candidate: Candidate, member: PanelMember, now: datetime) -> None:
    own = Assignment.objects.filter(candidate=candidate, member=member, withdrawn_at__isnull=True)
    if own.filter(review__state=ReviewState.COMPLETE).exists():
        raise refused(Reason.REVIEW_FINISHED, field="away")
    if not own.update(withdrawn_at=now):
        raise refused(Reason.FASTER, field="away")


def _hand(candidate: Candidate, member: PanelMember, now: datetime) -> Assignment:
    """A new assignment, or the one that was taken away before."""
    if find_conflict(candidate.ties, member.ties):
        raise refused(Reason.CONFLICT_KNOWN, field="to")
    found, is_new = Assignment.objects.get_or_create(candidate=candidate, member=member, defaults={"created_at": now})
    if Recusal.objects.filter(assignment=found).exists():
        raise refused(Reason.CONFLICT_KNOWN, field="to")
    if not is_new and found.withdrawn_at is None:
        raise refused(Reason.FASTER, field="to")
    if not is_new:
        Assignment.objects.filter(pk=found.pk).update(withdrawn_at=None)
    return found


def _note_conflicts(member: PanelMember, tied: Mapping[str, ConflictKind | None], by: User, now: datetime) -> None:
    new = Assignment.objects.bulk_create(
        Assignment(candidate_id=int(name), member=member, created_at=now) for name in tied
    )
    _recuse_found(new, {(name, str(member.pk)): kind for name, kind in tied.items() if kind}, by, now)


def _store(plan: AssignmentPlan, now: datetime) -> list[Assignment]:
    return Assignment.objects.bulk_create(
        Assignment(candidate=plan.candidates[name], member=plan.members[juror], created_at=now)
        for name, juror in [*plan.pairs, *plan.blocked]
    )


def _recuse_found(
    assignments: list[Assignment], conflicts: Mapping[Pair, ConflictKind], by: User, now: datetime
) -> None:
    Recusal.objects.bulk_create(
        Recusal(
            assignment=assignment,
            kind=conflicts[pair_of(assignment)],
            reason=str(conflicts[pair_of(assignment)].label),
            declared_by=by,
            declared_at=now,
        )
        for assignment in assignments
        if pair_of(assignment) in conflicts
    )
