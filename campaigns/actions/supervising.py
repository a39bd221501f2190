"""Doubtful ballots: one person proposes, another decides, both with a reason; nothing is ever deleted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from campaigns.domain.reasons import Reason
from campaigns.models import SetAside
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit


def _given(reason: str) -> str:
    if not reason.strip():
        raise refused(Reason.REASON_MISSING)
    return reason.strip()


def _refuse_after_publication(set_aside: SetAside) -> None:
    if set_aside.ballot.campaign.results_published_at is not None:
        raise refused(Reason.ALREADY_PUBLISHED)


@transaction.atomic
def propose_on_ballot(*, set_aside: SetAside, exclude: bool, reason: str, by: User, now: datetime) -> SetAside:
    """The first person's proposal: count the ballot or leave it out."""
    _refuse_after_publication(set_aside)
    rows = SetAside.objects.filter(pk=set_aside.pk, proposed_by=None, is_excluded=None).update(
        proposes_exclusion=exclude, proposed_by=by, proposed_at=now, proposal_reason=_given(reason)
    )
    if not rows:
        raise refused(Reason.SOMEBODY_FASTER)
    audit.record(action="campaigns.ballot.proposed", target=set_aside, actor=by, reason=reason, now=now)
    set_aside.refresh_from_db()
    return set_aside


@transaction.atomic
def decide_on_ballot(*, set_aside: SetAside, exclude: bool, reason: str, by: User, now: datetime) -> SetAside:
    """The second person's decision, which holds; whoever proposed cannot decide."""
    _refuse_after_publication(set_aside)
    given = _given(reason)
    if SetAside.objects.filter(pk=set_aside.pk, proposed_by=by).exists():
        raise refused(Reason.SAME_PERSON)
    rows = SetAside.objects.filter(pk=set_aside.pk, is_excluded=None, proposed_by__isnull=False).update(
        is_excluded=exclude, decided_by=by, decided_at=now, decision_reason=given
    )
    if not rows:
        raise refused(Reason.SOMEBODY_FASTER)
    audit.record(
        action="campaigns.ballot.decided",
        target=set_aside,
        actor=by,
        changes={"is_excluded": (None, exclude)},
        reason=given,
        now=now,
    )
    set_aside.refresh_from_db()
    return set_aside
