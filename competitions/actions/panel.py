"""Who judges: inviting, removing, assigning, stepping aside."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from cms.accounts.actions import invite
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core import audit
from cms.places.models import Municipality
from competitions.domain import Pair, Reason, Ties, assign, find_conflict, reasoned_refusal
from competitions.enums import ConflictKind
from competitions.models import Assignment, Candidate, Panel, PanelMember, Recusal, Stage
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
    members = {str(member.pk): member for member in PanelMember.objects.active().filter(panel__stage=stage)}
    candidates = {
        str(candidate.pk): candidate
        for candidate in stage.candidates.select_related("application").prefetch_related("application__editors")
    }
    if not members or not candidates:
        raise refused(Reason.NOTHING_TO_ASSIGN)
    conflicts = _conflicts(candidates, members)
    stored = Assignment.objects.filter(candidate__stage=stage)
    known = {_pair(assignment) for assignment in stored}
    counting = {_pair(assignment) for assignment in stored.counting()}
    pairs = assign(
        candidates,
        members,
        conflicts=conflicts.keys() | (known - counting),
        existing=counting,
        per_candidate=stage.reviews_per_candidate,
        seed=stage.pk,
    )
    blocked = [pair for pair in conflicts if pair not in known]
    new = _store([*pairs, *blocked], candidates, members, now)
    _recuse_found([assignment for assignment in new if _pair(assignment) in conflicts], conflicts, by, now)
    if new:
        audit.record(
            action="competitions.panel.assigned", target=stage, actor=by, changes={"pairs": (None, len(pairs))}, now=now
        )
    return [assignment for assignment in new if _pair(assignment) not in conflicts]


def _pair(assignment: Assignment) -> Pair:
    return str(assignment.candidate_id), str(assignment.member_id)


def _conflicts(candidates: dict[str, Candidate], members: dict[str, PanelMember]) -> dict[Pair, ConflictKind]:
    found = {}
    for name, candidate in candidates.items():
        ties = candidate.application.ties if candidate.application else Ties()
        for juror, member in members.items():
            kind = find_conflict(ties, member.ties)
            if kind is not None:
                found[name, juror] = kind
    return found


def _store(
    pairs: list[Pair], candidates: dict[str, Candidate], members: dict[str, PanelMember], now: datetime
) -> list[Assignment]:
    return Assignment.objects.bulk_create(
        Assignment(candidate=candidates[name], member=members[juror], created_at=now) for name, juror in pairs
    )


def _recuse_found(assignments: list[Assignment], conflicts: dict[Pair, ConflictKind], by: User, now: datetime) -> None:
    Recusal.objects.bulk_create(
        Recusal(
            assignment=assignment,
            kind=conflicts[_pair(assignment)],
            reason=str(conflicts[_pair(assignment)].label),
            declared_by=by,
            declared_at=now,
        )
        for assignment in assignments
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
