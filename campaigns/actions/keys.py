"""The secret of a campaign: made when first needed, read only to make keys, destroyed for good."""

from __future__ import annotations

import secrets
from datetime import datetime

from campaigns.domain.reasons import Reason
from campaigns.models import Campaign, VoteKey
from campaigns.refusals import refused

SECRET_BYTES = 32


def vote_secret(campaign: Campaign, now: datetime) -> bytes:
    """The campaign's secret; refuses after it was destroyed."""
    found = VoteKey.objects.filter(campaign=campaign).first()
    if found is None:
        fresh = VoteKey(campaign=campaign, secret=secrets.token_bytes(SECRET_BYTES), created_at=now)
        VoteKey.objects.bulk_create([fresh], ignore_conflicts=True)  # two first visitors get the same secret
        found = VoteKey.objects.get(campaign=campaign)
    if found.secret is None:
        raise refused(Reason.KEY_DESTROYED)
    return bytes(found.secret)
