"""The panel's meeting: opened on frozen numbers, one candidate on the table at a time, votes given once."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from cms.accounts.models import User
from cms.core import audit
from competitions import permissions
from competitions.domain import Reason
from competitions.enums import AgendaOrder, VoteChoice
from competitions.models import Candidate, Meeting, MeetingComment, Motion, MotionVote, PanelMember, Stage
from competitions.refusals import refused

from .deciding import lock_decidable

LONGEST_REMARK = 2000


@transaction.atomic
def open_meeting(*, stage: Stage, order: AgendaOrder = AgendaOrder.RANK, by: User, now: datetime) -> Meeting:
    """Open the meeting, or change its order; an ended one is opened again."""
    current = lock_decidable(stage)
    before = Meeting.objects.filter(stage=current).first()
    meeting, _is_new = Meeting.objects.update_or_create(
        stage=current, defaults={"order": order, "ended_at": None}, create_defaults={"order": order, "started_at": now}
    )
    if before is None or not before.is_open:
        audit.record(action="competitions.meeting.opened", target=current, actor=by, now=now)
    return meeting


@transaction.atomic
def call_candidate(*, stage: Stage, candidate: Candidate | None, by: User, now: datetime) -> None:
    """Put a candidate on everybody's screen; None clears it. An open vote has to be closed first."""
    meeting = _open_meeting(stage)
    if meeting.stage.motions.filter(closed_at__isnull=True).exists():
        raise refused(Reason.MOTION_OPEN)
    Meeting.objects.filter(pk=meeting.pk).update(current=candidate)


@transaction.atomic
def end_meeting(*, stage: Stage, by: User, now: datetime) -> None:
    """Close the meeting; the jurors' screens go dark."""
    meeting = _open_meeting(stage)
    if meeting.stage.motions.filter(closed_at__isnull=True).exists():
        raise refused(Reason.MOTION_OPEN)
    Meeting.objects.filter(pk=meeting.pk).update(current=None, ended_at=now)
    audit.record(action="competitions.meeting.ended", target=meeting.stage, actor=by, now=now)


@transaction.atomic
def comment(*, candidate: Candidate, member: PanelMember | None, text: str, by: User, now: datetime) -> MeetingComment:
    """A remark on the candidate on the table; without a member it is the chair's."""
    _called(candidate, member)
    if not text.strip():
        raise refused(Reason.WORDS_MISSING, field="text")
    return MeetingComment.objects.create(
        candidate=candidate, member=member, text=text.strip()[:LONGEST_REMARK], made_at=now
    )


@transaction.atomic
def open_motion(*, candidate: Candidate, text: str, by: User, now: datetime) -> Motion:
    """Ask the panel for yes, no or abstention on the candidate on the table."""
    meeting = _called(candidate, None)
    if not text.strip():
        raise refused(Reason.WORDS_MISSING, field="text")
    try:
        with transaction.atomic():
            motion = Motion.objects.create(
                stage=meeting.stage, candidate=candidate, text=text.strip()[:300], opened_at=now
            )
    except IntegrityError as error:
        raise refused(Reason.MOTION_OPEN) from error
    audit.record(action="competitions.motion.opened", target=candidate, actor=by, now=now)
    return motion


@transaction.atomic
def vote(*, motion: Motion, member: PanelMember, choice: VoteChoice, by: User, now: datetime) -> MotionVote:
    """One member's vote, once. Who is recused has none."""
    current = Motion.objects.select_for_update(of=("self",)).select_related("candidate").get(pk=motion.pk)
    if current.closed_at is not None:
        raise refused(Reason.MOTION_CLOSED)
    if member.user_id != by.pk:
        raise refused(Reason.NOT_ASSIGNED)
    _called(current.candidate, member)
    try:
        with transaction.atomic():
            given = MotionVote.objects.create(motion=current, member=member, choice=choice, cast_at=now)
    except IntegrityError as error:
        raise refused(Reason.ALREADY_VOTED) from error
    audit.record(action="competitions.motion.voted", target=current.candidate, actor=by, now=now)
    return given


@transaction.atomic
def close_motion(*, motion: Motion, by: User, now: datetime) -> None:
    """Count; from then on nobody can vote."""
    lock_decidable(motion.stage)
    if not Motion.objects.filter(pk=motion.pk, closed_at__isnull=True).update(closed_at=now):
        raise refused(Reason.FASTER)
    audit.record(action="competitions.motion.closed", target=motion.candidate, actor=by, now=now)


def _open_meeting(stage: Stage) -> Meeting:
    lock_decidable(stage)
    meeting = Meeting.objects.filter(stage=stage, ended_at__isnull=True).select_related("stage").first()
    if meeting is None:
        raise refused(Reason.MEETING_CLOSED)
    return meeting


def _called(candidate: Candidate, member: PanelMember | None) -> Meeting:
    """The open meeting with this candidate on the table, refused to members who are tied to it."""
    meeting = _open_meeting(candidate.stage)
    if meeting.current_id != candidate.pk:
        raise refused(Reason.NOTHING_CALLED)
    if member is not None and not permissions.takes_part(member, candidate.stage):
        raise refused(Reason.NOT_ASSIGNED)
    if member is not None and permissions.is_recused(member, candidate):
        raise refused(Reason.RECUSED)
    return meeting
