"""The count: once, from stored votes, into a snapshot and a public file from which anybody can count again."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import File
from django.db import transaction

from campaigns.domain.reasons import Reason
from campaigns.domain.tally import tally
from campaigns.enums import Phase
from campaigns.exports import CountFile, write_count_file
from campaigns.models import Ballot, Campaign, Result, SetAside, VoteKey
from campaigns.queries import contenders, counted_votes
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit
from cms.core.storages import public_storage

SNAPSHOT_VERSION = 1


@transaction.atomic
def publish_results(*, campaign: Campaign, by: User, now: datetime) -> Result:
    """Count, freeze and publish, once. The lock waits for every ballot that is still being stored."""
    counted = Campaign.objects.select_for_update().get(pk=campaign.pk)
    _refuse_publication(counted, now)
    field = contenders(counted)
    totals = tally(field, counted_votes(counted))
    with write_count_file(counted) as file:
        if file.counted != sum(line.votes for line in totals.entries):
            raise AssertionError("the count file and the tally disagree")
        name = public_storage.save(f"ergebnisse/{counted.slug}/zaehldatei-{file.sha256[:12]}.csv", File(file.handle))
        snapshot = {**_figures(counted, file), **totals.as_dict()}
    result = Result.objects.create(
        campaign=counted,
        snapshot=snapshot,
        count_file=name,
        count_sha256=file.sha256,
        count_bytes=file.size,
        published_at=now,
        published_by=by,
    )
    Campaign.objects.filter(pk=counted.pk).update(results_published_at=now)
    audit.record(
        action="campaigns.result.published",
        target=counted,
        actor=by,
        changes={"count_sha256": (None, file.sha256)},
        now=now,
    )
    campaign.results_published_at = now
    return result


def _refuse_publication(campaign: Campaign, now: datetime) -> None:
    if campaign.results_published_at is not None:
        raise refused(Reason.ALREADY_PUBLISHED)
    if campaign.phase(now) != Phase.COUNTING:
        raise refused(Reason.VOTING_RUNNING)
    if now < campaign.results_at:
        raise refused(Reason.RESULTS_TOO_EARLY)
    if undecided := SetAside.objects.filter(ballot__campaign=campaign, is_excluded=None).count():
        raise refused(Reason.UNDECIDED_BALLOTS, count=undecided)


def _figures(campaign: Campaign, file: CountFile) -> dict[str, object]:
    return {
        "version": SNAPSHOT_VERSION,
        "votes_per_voter": campaign.votes_per_voter,
        "size_bounds": campaign.size_bounds,
        "ballots": file.ballots,
        "counted": file.counted,
        "excluded": file.excluded,
    }


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
    audit.record(action="campaigns.vote_key.destroyed", target=campaign, actor=by, now=now)
