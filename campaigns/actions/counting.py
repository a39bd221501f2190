"""The count: looked at before, published once, exactly as it was seen, with a file from which anybody can recount."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction

from campaigns.actions.casework import gather_cases
from campaigns.domain.reasons import Reason
from campaigns.enums import Phase
from campaigns.exports import counted
from campaigns.models import Ballot, BallotCase, Campaign, Finale, Result, SetAside, VoteKey
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit
from cms.core.storages import public_storage


@dataclass(frozen=True, slots=True)
class Preview:
    """The result as it would be published. `fingerprint` goes back into `publish_results`."""

    snapshot: dict[str, Any]
    fingerprint: str
    count_sha256: str
    count_bytes: int


def preview_results(*, campaign: Campaign, by: User, now: datetime) -> Preview:
    """Look at the result before it is published. Every look is on record; before the end of voting there is none."""
    _look_for_patterns(campaign, now)
    return _preview(campaign, by, now)


@transaction.atomic
def _preview(campaign: Campaign, by: User, now: datetime) -> Preview:
    seen = Campaign.objects.select_for_update().get(pk=campaign.pk)
    refuse_counting(seen, now)
    with counted(seen) as count:
        preview = Preview(count.snapshot, count.fingerprint, count.file.sha256, count.file.size)
    audit.record(
        action="campaigns.result.previewed",
        target=seen,
        actor=by,
        changes={"fingerprint": (None, preview.fingerprint)},
        now=now,
    )
    return preview


def publish_results(*, campaign: Campaign, by: User, now: datetime, fingerprint: str | None = None) -> Result:
    """Count, freeze and publish, once. The lock waits for every ballot that is still being stored.

    `fingerprint`: of the preview that was looked at; refused when the count has changed since.
    """
    _look_for_patterns(campaign, now)
    return _publish(campaign, by, now, fingerprint)


def _look_for_patterns(campaign: Campaign, now: datetime) -> None:
    """Search the whole vote once more, in a transaction of its own: what is found stays found when counting is refused.

    The clock looks back a few days only, and may not have come round since the last ballot.
    """
    if campaign.phase(now) == Phase.COUNTING:
        gather_cases(campaign=campaign, now=now, since=campaign.voting_opens)


@transaction.atomic
def _publish(campaign: Campaign, by: User, now: datetime, fingerprint: str | None) -> Result:
    locked = Campaign.objects.select_for_update().get(pk=campaign.pk)
    _refuse_publication(locked, now)
    with counted(locked) as count:
        if fingerprint is not None and fingerprint != count.fingerprint:
            raise refused(Reason.RESULT_CHANGED)
        folder, part = f"ergebnisse/{locked.slug}", count.file.sha256[:12]
        name = public_storage.save(f"{folder}/zaehldatei-{part}.csv", File(count.file.handle))
    result = Result.objects.create(
        campaign=locked,
        snapshot=count.snapshot,
        count_file=name,
        count_sha256=count.file.sha256,
        count_bytes=count.file.size,
        published_at=now,
        published_by=by,
    )
    Campaign.objects.filter(pk=locked.pk).update(results_published_at=now)
    changes = {"count_sha256": (None, count.file.sha256)}
    audit.record(action="campaigns.result.published", target=locked, actor=by, changes=changes, now=now)
    campaign.results_published_at = now
    return result


def refuse_counting(campaign: Campaign, now: datetime) -> None:
    """Nobody counts before the vote is over and every doubtful ballot is decided, and nobody after the result."""
    if campaign.results_published_at is not None:
        raise refused(Reason.ALREADY_PUBLISHED)
    if campaign.phase(now) != Phase.COUNTING:
        raise refused(Reason.VOTING_RUNNING)
    if undecided := SetAside.objects.filter(ballot__campaign=campaign, is_excluded=None).count():
        raise refused(Reason.UNDECIDED_BALLOTS, count=undecided)


def _refuse_publication(campaign: Campaign, now: datetime) -> None:
    if campaign.results_published_at is None and campaign.phase(now) == Phase.COUNTING and now < campaign.results_at:
        raise refused(Reason.RESULTS_TOO_EARLY)
    refuse_counting(campaign, now)
    if campaign.has_jury_final and not Finale.objects.filter(campaign=campaign, decided_at__isnull=False).exists():
        raise refused(Reason.JURY_UNDECIDED)


@transaction.atomic
def destroy_vote_key(*, campaign: Campaign, now: datetime, by: User | None = None) -> None:
    """Destroy the secret after the objection period: from then on nobody can link a ballot to an address."""
    until = campaign.objections_until
    if until is None:
        raise refused(Reason.NOT_PUBLISHED)
    if now < until:
        raise refused(Reason.OBJECTIONS_RUNNING)
    if not VoteKey.objects.filter(campaign=campaign, destroyed_at=None).update(secret=None, destroyed_at=now):
        raise refused(Reason.KEY_DESTROYED)
    Ballot.objects.filter(campaign=campaign).exclude(network="").update(network="")
    BallotCase.objects.filter(campaign=campaign).exclude(network="").update(network="")
    audit.record(action="campaigns.vote_key.destroyed", target=campaign, actor=by, now=now)
