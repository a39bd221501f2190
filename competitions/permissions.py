"""Who may see and do what. Deny by default: these querysets are the only ways to an application or a candidate."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from cms.accounts.enums import Role
from cms.accounts.models import User
from competitions.domain import editing_refusal, find_conflict, handing_in_refusal, reviewing_refusal
from competitions.models import (
    Application,
    ApplicationEditor,
    ApplicationFile,
    Assignment,
    Candidate,
    CandidateFile,
    PanelMember,
    Recusal,
    Stage,
    Submission,
)


def is_office(user: User | AnonymousUser) -> bool:
    return isinstance(user, User) and user.has_role(Role.OFFICE)


def own_applications(user: User | AnonymousUser) -> QuerySet[Application]:
    """Those that the person leads or has agreed to edit; nobody else's, not even the office's."""
    if not isinstance(user, User) or not user.is_active:
        return Application.objects.none()
    editing = ApplicationEditor.objects.filter(application=OuterRef("pk"), user=user, accepted_at__isnull=False)
    return Application.objects.filter(Q(lead=user) | Exists(editing))


def own_invitations(user: User | AnonymousUser) -> QuerySet[ApplicationEditor]:
    """Invitations to write along that the person has not answered yet."""
    if not isinstance(user, User) or not user.is_active:
        return ApplicationEditor.objects.none()
    return ApplicationEditor.objects.filter(user=user, accepted_at__isnull=True)


def own_files(user: User | AnonymousUser) -> QuerySet[ApplicationFile]:
    """Files of own applications."""
    return ApplicationFile.objects.filter(application__in=own_applications(user))


def own_submissions(user: User | AnonymousUser) -> QuerySet[Submission]:
    """Receipts of own applications."""
    return Submission.objects.filter(application__in=own_applications(user))


def office_applications(user: User | AnonymousUser) -> QuerySet[Application]:
    """Handed-in applications, for the office alone. Drafts are nobody's business but their editors'."""
    return Application.objects.exclude(state="draft") if is_office(user) else Application.objects.none()


def office_files(user: User | AnonymousUser) -> QuerySet[ApplicationFile]:
    return ApplicationFile.objects.filter(application__in=office_applications(user))


def assigned(user: User | AnonymousUser) -> QuerySet[Assignment]:
    """A juror's assignments that count: the only way to a candidate, by any address, list, file or export.

    Nothing opens before the juror accepted, promised confidentiality and declared to be free of conflicts.
    """
    if not isinstance(user, User) or not user.has_role(Role.JUROR):
        return Assignment.objects.none()
    return Assignment.objects.open_to_juror().filter(member__user=user)


def own_memberships(user: User | AnonymousUser) -> QuerySet[PanelMember]:
    """The panels one belongs to, accepted or not."""
    if not isinstance(user, User) or not user.has_role(Role.JUROR):
        return PanelMember.objects.none()
    return PanelMember.objects.active().filter(user=user)


def assigned_files(user: User | AnonymousUser) -> QuerySet[CandidateFile]:
    """Files of assigned candidates."""
    return CandidateFile.objects.filter(candidate__assignments__in=assigned(user))


def may_see_others(assignment: Assignment) -> bool:
    """The others' scores open with one's own complete review."""
    review = getattr(assignment, "review", None)
    return review is not None and review.is_complete


def can_edit(application: Application, now: datetime, part: str | None = None) -> bool:
    """Whether answers and files of a part can be changed now (for whoever may); without a part: any."""
    refusal = editing_refusal(
        application.state,
        application.stage.dates,
        now,
        extended_until=application.extended_until,
        opened=application.opened,
        part=part,
    )
    return refusal is None


def can_call_back(application: Application, now: datetime) -> bool:
    """Whether a sent application can be taken back for changes now."""
    refusal = handing_in_refusal(application.stage.dates, now, application.extended_until)
    return application.state == "sent" and refusal is None


def can_score(assignment: Assignment, now: datetime) -> bool:
    """Whether this review can be changed now."""
    stage = assignment.candidate.stage
    review = getattr(assignment, "review", None)
    return reviewing_refusal(stage.dates, stage.closed_at, now) is None and not (review and review.is_complete)


def takes_part(member: PanelMember, stage: Stage) -> bool:
    """Whether this member sits in the stage's meeting: on its panel, bound, and no waiting substitute."""
    return (
        member.panel.stage_id == stage.pk and member.is_bound and member.removed_at is None and not member.is_substitute
    )


def is_recused(member: PanelMember, candidate: Candidate) -> bool:
    """Whether the member leaves the room for this candidate: declared, or found by the system."""
    declared = Recusal.objects.filter(assignment__candidate=candidate, assignment__member=member)
    return declared.exists() or find_conflict(candidate.ties, member.ties) is not None
