"""Who may see which button: everybody of the cast against every rule."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from campaigns.domain.reasons import Reason
from campaigns.enums import EntryState
from campaigns.models import Campaign
from campaigns.permissions import may_decide_on_ballots, may_moderate, may_run_campaigns, may_see_private_photo
from campaigns.refusals import FIELDS, MESSAGES, refused
from tests.accounts.factories import CAST, make_cast_member
from tests.campaigns.factories import make_entry

pytestmark = pytest.mark.django_db

MODERATES = {"moderator", "office", "admin"}
RUNS = {"office", "admin"}


@pytest.mark.parametrize("part", [*CAST, "anonymous"])
def test_permissions_by_role(part: str, submission: Campaign) -> None:
    user = AnonymousUser() if part == "anonymous" else make_cast_member(part)
    assert may_moderate(user) is (part in MODERATES)
    assert may_decide_on_ballots(user) is (part in MODERATES)
    assert may_run_campaigns(user) is (part in RUNS)
    seen = {state for state in EntryState if may_see_private_photo(user, make_entry(submission, state))}
    assert seen == ((set(EntryState) - {EntryState.DRAFT, EntryState.UNCONFIRMED}) if part in MODERATES else set())


def test_every_reason_has_words() -> None:
    assert set(MESSAGES) == set(Reason)
    assert set(FIELDS) <= set(Reason)
    assert "3" in refused(Reason.BALLOT_TOO_MANY, limit=3).message
