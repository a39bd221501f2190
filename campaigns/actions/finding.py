"""„Link vergessen?“: fresh private links to all own entries, by mail only. Whoever asks learns nothing on the page."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from campaigns import notices
from campaigns.actions.keys import vote_secret
from campaigns.domain.addresses import AddressError, author_key
from campaigns.domain.reasons import Reason
from campaigns.models import Campaign
from campaigns.queries import entries_of_author, has_vote_key
from campaigns.refusals import refused


@transaction.atomic
def send_own_links(*, campaign: Campaign, email: str, now: datetime) -> None:
    """Mail a link to each confirmed entry of an address; an address without entries gets no mail and nobody is told."""
    address = email.strip()
    try:
        key = author_key(address, vote_secret(campaign, now)) if has_vote_key(campaign) else ""
    except AddressError as error:
        raise refused(Reason.ADDRESS_MALFORMED) from error
    if entries := list(entries_of_author(campaign, key=key, address=address)):
        notices.send_own_links(campaign, address, entries, now)
