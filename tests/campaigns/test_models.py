"""What can be stored at all: the last of the three guards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from campaigns.enums import AgeBracket, EntryState, Phase, PhotoState
from campaigns.models import Ballot, Campaign, SetAside, Vote, VoteKey
from cms.accounts.models import User
from tests.campaigns.factories import NOW, calendar, make_campaign, make_entry, make_town

pytestmark = pytest.mark.django_db


def make_ballot(campaign: Campaign, number: int = 1) -> Ballot:
    return Ballot.objects.create(campaign=campaign, voter_key=f"{number:064x}", receipt=f"Q-{number}", cast_at=NOW)


@pytest.mark.parametrize(
    "name, other, days",
    [
        ("submission_closes", "submission_opens", 0),
        ("voting_opens", "submission_closes", -1),
        ("voting_closes", "voting_opens", 0),
        ("results_at", "voting_closes", -1),
        ("results_published_at", "voting_closes", -1),
    ],
)
def test_campaign_with_dates_out_of_order_cannot_be_stored(name: str, other: str, days: int) -> None:
    dates = calendar(Phase.SUBMISSION)
    values = {**dates, name: dates[other] + timedelta(days=days)}
    with pytest.raises(IntegrityError), transaction.atomic():
        Campaign.objects.create(title="Unmöglich", slug="unmoeglich", **values)


def test_campaign_clean_says_which_date_is_wrong() -> None:
    dates = calendar(Phase.SUBMISSION)
    campaign = Campaign(title="x", slug="x", **{**dates, "voting_closes": dates["voting_opens"]}, size_bounds=[9, 5])
    with pytest.raises(ValidationError) as error:
        campaign.clean()
    assert set(error.value.message_dict) == {"voting_closes", "size_bounds"}
    assert "Abstimmung beginnt" in error.value.message_dict["voting_closes"][0]


@pytest.mark.parametrize(
    "fields, is_eligible",
    [({}, True), ({"max_population": 7_600}, True), ({"max_population": 7_599}, False)],
)
def test_campaign_eligible_by_population(fields: dict[str, Any], is_eligible: bool) -> None:
    assert make_campaign(**fields).is_eligible(make_town(population=7_600)) is is_eligible


def test_campaign_eligible_by_list_and_only_while_the_town_exists() -> None:
    campaign, listed, other = make_campaign(), make_town(), make_town()
    campaign.towns.add(listed)
    assert campaign.is_eligible(listed)
    assert not campaign.is_eligible(other)
    listed.is_active = False
    assert not campaign.is_eligible(listed)


def test_campaign_carries_no_secret_into_forms_or_dumps() -> None:
    campaign = make_campaign()
    secret = bytes(VoteKey.objects.get(campaign=campaign).secret)
    assert len(secret) == 32
    assert not [name for name in model_to_dict(campaign) if "secret" in name or "key" in name]
    assert secret.hex() not in serializers.serialize("json", [campaign])


@pytest.mark.parametrize("state", [EntryState.SUBMITTED, EntryState.CHANGES_REQUESTED, EntryState.APPROVED])
def test_entry_photo_is_once_among_the_living(submission: Campaign, state: EntryState) -> None:
    make_entry(submission, state, sha256="a" * 64)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entry(submission, EntryState.SUBMITTED, sha256="a" * 64)
    make_entry(submission, EntryState.REJECTED, sha256="a" * 64)
    make_entry(make_campaign(), EntryState.SUBMITTED, sha256="a" * 64)


@pytest.mark.parametrize("state", [state for state in EntryState if state != EntryState.APPROVED])
def test_entry_public_needs_approval(submission: Campaign, state: EntryState) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entry(submission, state, is_public=True)


def test_entry_public_needs_a_decoded_photo(submission: Campaign) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entry(submission, photo_state=PhotoState.PENDING)


def test_entry_of_a_minor_is_never_approved_without_guardian(submission: Campaign) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entry(submission, age=AgeBracket.MINOR)
    assert make_entry(submission, age=AgeBracket.MINOR, guardian_confirmed_at=NOW).is_public


def test_entry_holds_a_slot_alone(submission: Campaign) -> None:
    town = make_town()
    make_entry(submission, author_key="k", author_slot=1, municipality=town, town_slot=1)
    for taken in ({"author_key": "k", "author_slot": 1}, {"municipality": town, "town_slot": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_entry(submission, **taken)


def test_entry_sizes_need_neither_query_nor_file(submission: Campaign, django_assert_num_queries: Any) -> None:
    entry = make_entry(submission, code="B-4T7K", width=1400, height=2000)
    with django_assert_num_queries(0):
        assert entry.rendition_url(480) == "/medien/fotos/b-/B-4T7K-480.jpg"
        assert entry.rendition_dimensions(1600) == (1400, 2000)
        assert entry.srcset() == (
            "/medien/fotos/b-/B-4T7K-480.webp 480w, /medien/fotos/b-/B-4T7K-960.webp 960w, "
            "/medien/fotos/b-/B-4T7K-1600.webp 1400w"
        )


def test_ballot_is_one_per_voter(voting: Campaign) -> None:
    make_ballot(voting)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(campaign=voting, voter_key=f"{1:064x}", receipt="Q-2", cast_at=NOW)


@pytest.mark.parametrize("slot, slots", [(0, 3), (4, 3), (21, 21)])
def test_vote_slot_out_of_range_cannot_be_stored(voting: Campaign, slot: int, slots: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(ballot=make_ballot(voting), entry=make_entry(voting), slot=slot, slots=slots)


def test_vote_is_one_per_slot_and_one_per_entry(voting: Campaign) -> None:
    ballot, entry, other = make_ballot(voting), make_entry(voting), make_entry(voting)
    Vote.objects.create(ballot=ballot, entry=entry, slot=1, slots=3)
    for values in ({"entry": other, "slot": 1}, {"entry": entry, "slot": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Vote.objects.create(ballot=ballot, slots=3, **values)


def test_set_aside_needs_two_people(voting: Campaign, moderator: User, office: User) -> None:
    case = SetAside.objects.create(ballot=make_ballot(voting), created_at=NOW)
    for people in ({"decided_by": moderator}, {"proposed_by": moderator, "decided_by": moderator}):
        with pytest.raises(IntegrityError), transaction.atomic():
            SetAside.objects.filter(pk=case.pk).update(is_excluded=True, **people)
    SetAside.objects.filter(pk=case.pk).update(is_excluded=True, proposed_by=moderator, decided_by=office)


def test_vote_key_destroyed_holds_no_secret(voting: Campaign) -> None:
    for values in ({"destroyed_at": NOW}, {"secret": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            VoteKey.objects.filter(campaign=voting).update(**values)
