"""Who judges: inviting, removing, assigning, stepping aside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cms.accounts.actions import invite
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core import audit
from cms.places.models import Municipality
from competitions.domain import Pair, Reason, reasoned_refusal
from competitions.enums import ConflictKind
from competitions.models import Assignment, Panel, PanelMember, Recusal, Stage
from competitions.queries import AssignmentPlan, assignment_plan, pair_of
from competitions.refusals import check, refused

from .letters import send_jury_invitation
from .locks import lock_open_stage


@transaction.atomic
def invite_juror(
    *,
    stage: Stage,
    email: str,
    name: str,
    organisation: str = "",
    municipality: Municipality | None = None,
    by: User,
    now: datetime,
) -> PanelMember:
    """Add somebody to the stage's panel; they get the role, a mail, and log in by code."""
    lock_open_stage(stage)
    panel, _is_new = Panel.objects.get_or_create(stage=stage)
    user = invite(email=email, name=name, roles=(Role.JUROR,), by=by, now=now)
    member, is_new = PanelMember.objects.get_or_create(
        panel=panel,
        user=user,
        defaults={"organisation": organisation.strip(), "municipality": municipality, "invited_at": now},
    )
    if not is_new:
        raise refused(Reason.ALREADY_MEMBER, field="email")
    audit.record(
        action="competitions.panel.invited", target=panel, actor=by, changes={"member": (None, member.pk)}, now=now
    )
    send_jury_invitation(member)
    return member


@transaction.atomic
def remove_juror(*, member: PanelMember, reason: str, by: User, now: datetime) -> None:
    """Take somebody off the panel. All their reviews count as never assigned, and stay stored."""
    check(reasoned_refusal(reason), field="reason")
    lock_open_stage(member.panel.stage)
    removed = PanelMember.objects.active().filter(pk=member.pk).update(removed_at=now, removed_reason=reason.strip())
    if not removed:
        raise refused(Reason.FASTER)
    audit.record(
        action="competitions.panel.removed",
        target=member.panel,
        actor=by,
        changes={"member": (member.pk, None)},
        reason=reason.strip(),
        now=now,
    )


@transaction.atomic
def assign_panel(*, stage: Stage, by: User, now: datetime) -> list[Assignment]:
    """Give every candidate its jurors; what is assigned stays. Conflicts are recorded as recusals, not left out.

    Returns the new assignments that count. The same panel and candidates always give the same result.
    """
    stage = lock_open_stage(stage)
    plan = assignment_plan(stage)
    if not plan.members or not plan.candidates:
        raise refused(Reason.NOTHING_TO_ASSIGN)
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


@transaction.atomic
def recuse(*, assignment: Assignment, reason: str, by: User, now: datetime) -> Recusal:
    """The juror steps aside for one candidate. Asking twice changes nothing."""
    check(reasoned_refusal(reason), field="reason")
    lock_open_stage(assignment.candidate.stage)
    recusal, is_new = Recusal.objects.get_or_create(
        assignment=assignment,
        defaults={
            "kind": ConflictKind.DECLARED,
            "reason": reason.strip(),
            "declared_by": by,
            "declared_at": now,
        },
    )
    if is_new:
        audit.record(
            action="competitions.review.recused", target=assignment.candidate, actor=by, reason=reason.strip(), now=now
        )
    return recusal
