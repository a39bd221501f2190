"""What is forgotten when a decision lies long enough back: the office's notes, and who said what in the jury."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from competitions.models import InternalNote, JurorQuestion, MeetingComment, MotionVote

KEPT_AFTER_DECISION = timedelta(days=365)
KEPT_AFTER_JURY = timedelta(days=730)


def purge_notes(now: datetime) -> int:
    """Delete remarks a year after the decision, at the latest two years after the jury; returns how many."""
    return InternalNote.objects.filter(_long_over("application__stage", now)).delete()[0]


@transaction.atomic
def purge_deliberation(now: datetime) -> int:
    """Delete jurors' remarks and questions and the names behind votes, at the same time; returns how many.

    The votes themselves stay without a name: the minutes give their sums.
    """
    comments = MeetingComment.objects.filter(_long_over("candidate__stage", now)).delete()[0]
    questions = JurorQuestion.objects.filter(_long_over("assignment__candidate__stage", now)).delete()[0]
    votes = MotionVote.objects.filter(_long_over("motion__stage", now), member__isnull=False).update(member=None)
    return comments + questions + votes


def _long_over(stage: str, now: datetime) -> Q:
    decided = Q(**{f"{stage}__committed_at__lte": now - KEPT_AFTER_DECISION})
    return decided | Q(**{f"{stage}__jury_closes_at__lte": now - KEPT_AFTER_JURY})
