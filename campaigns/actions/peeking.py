"""An audited look at the counts before they are published: written down first, shown once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from campaigns.domain.reasons import Reason
from campaigns.domain.tally import Tally, tally
from campaigns.enums import Phase
from campaigns.models import Campaign
from campaigns.permissions import may_run_campaigns
from campaigns.queries import contenders, counted_votes
from campaigns.refusals import refused
from cms.accounts.models import User
from cms.core import audit

SHORTEST_REASON = 20


def peek_at_counts(*, campaign: Campaign, reason: str, by: User, now: datetime) -> Tally:
    """The counts as they stand. The look is committed to the audit trail before anything is counted."""
    given = reason.strip()
    if len(given) < SHORTEST_REASON:
        raise refused(Reason.PEEK_REASON_SHORT, least=SHORTEST_REASON)
    if not may_run_campaigns(by):
        raise refused(Reason.PEEK_NOT_ALLOWED)
    if campaign.phase(now) not in {Phase.VOTING, Phase.COUNTING}:
        raise refused(Reason.NOTHING_TO_PEEK_AT)
    with transaction.atomic(durable=True):
        audit.record(action="campaigns.counts.peeked", target=campaign, actor=by, reason=given, now=now)
    return tally(contenders(campaign), counted_votes(campaign))
