"""Who may do what with a campaign, each rule one sentence of who and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from campaigns.enums import EntryState, Phase
from campaigns.models import Campaign, Entry
from cms.accounts.enums import Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cms.accounts.models import User


def _has_role(user: User | AnonymousUser, *roles: Role) -> bool:
    return user.is_authenticated and any(user.has_role(role) for role in roles)


def may_moderate(user: User | AnonymousUser) -> bool:
    """Moderators and the office see the queue, the private photos in it, and decide."""
    return _has_role(user, Role.MODERATOR, Role.OFFICE)


def may_run_campaigns(user: User | AnonymousUser) -> bool:
    """The office sets up campaigns and publishes results."""
    return _has_role(user, Role.OFFICE)


def may_decide_on_ballots(user: User | AnonymousUser) -> bool:
    """Moderators and the office look at ballots that were set aside; the action demands two different people."""
    return _has_role(user, Role.MODERATOR, Role.OFFICE)


def may_see_counts(campaign: Campaign, now: datetime) -> bool:
    """Nobody sees a count before the result is published."""
    return campaign.phase(now) == Phase.RESULTS


def may_see_private_photo(user: User | AnonymousUser, entry: Entry) -> bool:
    """Those who moderate, once the address is confirmed; the author comes by the private link instead."""
    return may_moderate(user) and entry.state not in {EntryState.DRAFT, EntryState.UNCONFIRMED}
