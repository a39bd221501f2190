"""Closing freezes the numbers, deciding happens on them, committing makes all decisions final at once."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import transaction

from cms.accounts.models import User
from cms.core import audit
from competitions.domain import (
    Proposal,
    Reason,
    commit_refusal,
    fingerprint,
    proposal_refusal,
    reasoned_refusal,
)
from competitions.enums import Verdict
from competitions.exports.minutes import minutes_pdf
from competitions.models import Award, Candidate, Decision, Minutes, Snapshot, Stage
from competitions.queries import evaluate_stage, evaluation_numbers, stage_inputs
from competitions.refusals import check, refused

from .locks import lock_open_stage, lock_stage


@transaction.atomic
def close_stage(*, stage: Stage, by: User, now: datetime) -> Snapshot:
    """Freeze the numbers. With gaps only after the jury's deadline; the gaps stay named in the snapshot."""
    current = lock_open_stage(stage)
    evaluation = evaluate_stage(current)
    if now < current.jury_opens_at:
        raise refused(Reason.JURY_NOT_OPEN)
    if now < current.jury_closes_at and (evaluation.gaps or not evaluation.results):
        raise refused(Reason.JURY_STILL_OPEN)
    inputs = stage_inputs(current)
    snapshot = Snapshot.objects.create(
        stage=current,
        number=current.snapshots.count() + 1,
        fingerprint=fingerprint(inputs),
        inputs=inputs,
        numbers=evaluation_numbers(evaluation),
        taken_by=by,
        taken_at=now,
    )
    changed = Stage.objects.filter(pk=current.pk, closed_at__isnull=True).update(closed_at=now)
    if not changed:
        raise refused(Reason.FASTER)
    audit.record(
        action="competitions.stage.closed",
        target=current,
        actor=by,
        changes={"fingerprint": (None, snapshot.fingerprint), "gaps": (None, len(evaluation.gaps))},
        now=now,
    )
    return snapshot


@transaction.atomic
def reopen_stage(*, stage: Stage, reason: str, by: User, now: datetime) -> None:
    """Undo closing and committing, with a reason that stays on record. Decisions become proposals again."""
    check(reasoned_refusal(reason), field="reason")
    current = lock_stage(stage)
    changed = Stage.objects.filter(pk=current.pk, closed_at__isnull=False).update(closed_at=None, committed_at=None)
    if not changed:
        raise refused(Reason.FASTER)
    Decision.objects.filter(candidate__stage=current).update(committed_at=None)
    audit.record(
        action="competitions.stage.reopened",
        target=current,
        actor=by,
        changes={"closed_at": (current.closed_at, None), "committed_at": (current.committed_at, None)},
        reason=reason.strip(),
        now=now,
    )


@transaction.atomic
def propose_decision(
    *,
    candidate: Candidate,
    verdict: Verdict,
    reason: str = "",
    place: int | None = None,
    award: Award | None = None,
    by: User,
    now: datetime,
) -> Decision:
    """Note the panel's verdict on one candidate; it can be changed until all are committed."""
    stage = lock_decidable(candidate.stage)
    proposal = Proposal(str(candidate.pk), verdict, str(award.pk) if award else None, reason)
    refusal = proposal_refusal(proposal, [str(pk) for pk in stage.awards.values_list("pk", flat=True)])
    check(refusal, field="reason" if refusal is Reason.REASON_MISSING else None)
    before = Decision.objects.filter(candidate=candidate).first()
    decision, _is_new = Decision.objects.update_or_create(
        candidate=candidate,
        defaults={
            "verdict": verdict,
            "place": place,
            "award": award,
            "reason": reason.strip(),
            "proposed_by": by,
            "proposed_at": now,
        },
    )
    audit.record(
        action="competitions.decision.proposed",
        target=candidate,
        actor=by,
        changes={"verdict": (before.verdict if before else None, decision.verdict)},
        now=now,
    )
    return decision


@transaction.atomic
def commit_decisions(*, stage: Stage, by: User, now: datetime) -> list[Decision]:
    """Make every decision of the stage final in one step; from then on the public page shows the winners."""
    current = lock_decidable(stage)
    decisions = list(Decision.objects.filter(candidate__stage=current).select_related("candidate"))
    proposals = [
        Proposal(str(d.candidate_id), d.verdict, str(d.award_id) if d.award_id else None, d.reason) for d in decisions
    ]
    candidates = [str(pk) for pk in current.candidates.values_list("pk", flat=True)]
    quantities = {str(award.pk): award.quantity for award in current.awards.all()}
    if not candidates:
        raise refused(Reason.DECISIONS_MISSING)
    check(commit_refusal(proposals, candidates, quantities))
    changed = Stage.objects.filter(pk=current.pk, closed_at__isnull=False, committed_at__isnull=True).update(
        committed_at=now
    )
    if not changed:
        raise refused(Reason.FASTER)
    Decision.objects.filter(candidate__stage=current).update(committed_at=now)
    for decision in decisions:
        audit.record(
            action="competitions.decision.committed",
            target=decision.candidate,
            actor=by,
            changes={"verdict": (None, decision.verdict)},
            now=now,
        )
    current.committed_at = now
    _keep_minutes(current, now)
    return list(Decision.objects.filter(candidate__stage=current).select_related("candidate", "award"))


def _keep_minutes(stage: Stage, now: datetime) -> None:
    """Store the minutes as they are at this moment, with their fingerprint."""
    document = minutes_pdf(stage, made_at=now)
    snapshot = stage.snapshots.first()
    if snapshot is None:
        raise refused(Reason.STAGE_NOT_CLOSED)
    Minutes.objects.create(
        stage=stage,
        number=stage.minutes.count() + 1,
        snapshot=snapshot,
        document=ContentFile(document, name="niederschrift.pdf"),
        fingerprint=sha256(document).hexdigest(),
        made_at=now,
    )


def lock_decidable(stage: Stage) -> Stage:
    """The stage as it is now, refused unless its numbers are frozen and nothing is final."""
    current = lock_stage(stage)
    if current.closed_at is None:
        raise refused(Reason.STAGE_NOT_CLOSED)
    if current.committed_at is not None:
        raise refused(Reason.DECISIONS_FINAL)
    return current
