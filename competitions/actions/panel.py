"""Who judges: inviting, accepting, promising confidentiality, declaring conflicts, leaving."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cms.accounts.actions import invite
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core import audit
from cms.places.models import Municipality
from competitions.domain import CONFIDENTIALITY_VERSION, Reason, reasoned_refusal
from competitions.enums import ConflictKind
from competitions.models import Assignment, Panel, PanelMember, Recusal, Stage
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
    is_substitute: bool = False,
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
        defaults={
            "organisation": organisation.strip(),
            "municipality": municipality,
            "is_substitute": is_substitute,
            "invited_at": now,
        },
    )
    if not is_new:
        raise refused(Reason.ALREADY_MEMBER, field="email")
    _record("invited", member, by, now, changes={"member": (None, member.pk)})
    send_jury_invitation(member)
    return member


@transaction.atomic
def accept_invitation(*, member: PanelMember, version: str = CONFIDENTIALITY_VERSION, by: User, now: datetime) -> None:
    """Join the panel and promise confidentiality in the words of this version. Doing it twice changes nothing."""
    changed = (
        PanelMember.objects.active()
        .filter(pk=member.pk, user=by, confidential_at__isnull=True)
        .update(accepted_at=now, confidential_at=now, confidential_version=version)
    )
    if changed:
        _record("accepted", member, by, now)
        _record("confidential", member, by, now, changes={"version": (None, version)})
    elif not PanelMember.objects.bound().filter(pk=member.pk, user=by).exists():
        raise refused(Reason.FASTER)


@transaction.atomic
def decline_invitation(*, member: PanelMember, reason: str = "", by: User, now: datetime) -> None:
    """Say no before having begun: the person is off the panel, and the office reads why."""
    changed = (
        PanelMember.objects.active()
        .filter(pk=member.pk, user=by, confidential_at__isnull=True)
        .update(removed_at=now, removed_reason=reason.strip() or _("Einladung abgelehnt"))
    )
    if not changed:
        raise refused(Reason.FASTER)
    _record("declined", member, by, now, reason=reason.strip())


@transaction.atomic
def declare_conflicts(*, member: PanelMember, conflicts: Mapping[str, str], by: User, now: datetime) -> int:
    """Say of every candidate that waits for it whether one is tied to it: {candidate's key: reason}, else free.

    Returns how many one is free to score.
    """
    own = PanelMember.objects.bound().filter(pk=member.pk, user=by).select_related("panel__stage").first()
    if own is None:
        raise refused(Reason.NOT_DECLARED)
    lock_open_stage(own.panel.stage)
    waiting = list(Assignment.objects.undeclared().filter(member=own).select_related("candidate__stage"))
    free = [assignment for assignment in waiting if assignment.candidate.key not in conflicts]
    for assignment in waiting:
        if assignment.candidate.key in conflicts:
            recuse(assignment=assignment, reason=conflicts[assignment.candidate.key], by=by, now=now)
    Assignment.objects.filter(pk__in=[assignment.pk for assignment in free]).update(declared_at=now)
    if waiting:
        changes = {"free": (None, len(free)), "conflicts": (None, len(waiting) - len(free))}
        audit.record(action="competitions.review.declared", target=own.panel, actor=by, changes=changes, now=now)
    return len(free)


@transaction.atomic
def remove_juror(*, member: PanelMember, reason: str, by: User, now: datetime) -> None:
    """Take somebody off the panel. All their reviews count as never assigned, and stay stored."""
    check(reasoned_refusal(reason), field="reason")
    lock_open_stage(member.panel.stage)
    removed = PanelMember.objects.active().filter(pk=member.pk).update(removed_at=now, removed_reason=reason.strip())
    if not removed:
        raise refused(Reason.FASTER)
    _record("removed", member, by, now, changes={"member": (member.pk, None)}, reason=reason.strip())


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


def _record(
    verb: str,
    member: PanelMember,
    by: User,
    now: datetime,
    *,
    changes: Mapping[str, tuple[object, object]] | None = None,
    reason: str = "",
) -> None:
    action = f"competitions.panel.{verb}"
    audit.record(action=action, target=member.panel, actor=by, changes=changes, reason=reason, now=now)
