"""Doubtful ballots as cases: gathered with hindsight, decided by two people, never at the cost of a school."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest
from django.test import RequestFactory

from campaigns import actions
from campaigns.domain.doubts import BURST_SIZE, NETWORK_SIZE
from campaigns.enums import Doubt, Phase
from campaigns.models import Ballot, BallotCase, Campaign, SetAside
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.ratelimit import spend
from cms.core.refusals import Refused
from tests.accounts.factories import make_cast_member, make_user
from tests.campaigns.factories import NOW, make_campaign, make_entry
from tests.campaigns.test_races import all_at_once

pytestmark = pytest.mark.django_db


def ballots(campaign: Campaign, moments: list[datetime], network: str = "n") -> list[Ballot]:
    """Ballots as rows, without votes."""
    start = Ballot.objects.count()
    return Ballot.objects.bulk_create(
        Ballot(
            campaign=campaign,
            voter_key=f"{start + number:064x}",
            receipt=f"Q-{start + number:09d}",
            cast_at=at,
            network=network,
        )
        for number, at in enumerate(moments)
    )


def burst(campaign: Campaign, number: int = BURST_SIZE + 5, network: str = "n") -> list[Ballot]:
    return ballots(campaign, [NOW + timedelta(seconds=50 * turn / number) for turn in range(number)], network)


@pytest.fixture
def case(voting: Campaign) -> BallotCase:
    burst(voting)
    actions.gather_cases(campaign=voting, now=NOW)
    return BallotCase.objects.get()


def test_ballots_that_looked_fine_are_set_aside_when_the_pattern_shows(voting: Campaign) -> None:
    later = NOW + timedelta(minutes=10)
    assert actions.gather_cases(campaign=voting, now=later) == 0
    burst(voting)
    ballots(voting, [NOW - timedelta(hours=5)])
    assert actions.gather_cases(campaign=voting, now=later) == BURST_SIZE + 5
    case = BallotCase.objects.get()
    assert (case.kind, case.set_aside.count(), case.is_excluded) == (Doubt.BURST, BURST_SIZE + 5, None)
    assert (case.begins_at, case.ends_at) == (NOW, NOW + timedelta(seconds=50 * (BURST_SIZE + 4) / (BURST_SIZE + 5)))


def test_looking_again_changes_nothing(case: BallotCase, voting: Campaign) -> None:
    assert actions.gather_cases(campaign=voting, now=NOW + timedelta(hours=1)) == 0
    assert BallotCase.objects.count() == 1


def test_a_case_grows_until_somebody_has_spoken_then_a_new_one_begins(
    case: BallotCase, voting: Campaign, moderator: User
) -> None:
    (more,) = ballots(voting, [NOW + timedelta(seconds=55)])
    assert actions.gather_cases(campaign=voting, now=NOW + timedelta(minutes=5)) == 1
    assert more.set_aside.case == case
    actions.propose_on_case(case=case, exclude=True, reason="Ein Programm.", by=moderator, now=NOW)
    (last,) = ballots(voting, [NOW + timedelta(seconds=56)])
    assert actions.gather_cases(campaign=voting, now=NOW + timedelta(minutes=6)) == 1
    assert last.set_aside.case != case
    assert last.set_aside.proposed_by is None


def test_single_doubts_of_disposable_addresses_become_one_case(voting: Campaign) -> None:
    for ballot in ballots(voting, [NOW, NOW + timedelta(hours=3)], ""):
        SetAside.objects.create(ballot=ballot, doubts=[Doubt.DISPOSABLE.value], created_at=NOW)
    assert actions.gather_cases(campaign=voting, now=NOW + timedelta(hours=4)) == 2
    assert BallotCase.objects.get().kind == Doubt.DISPOSABLE


def test_one_decision_of_two_people_holds_for_every_ballot(case: BallotCase, moderator: User, office: User) -> None:
    actions.propose_on_case(case=case, exclude=True, reason="Ein Programm.", by=moderator, now=NOW)
    assert set(case.set_aside.values_list("is_excluded", flat=True)) == {None}
    with pytest.raises(Refused) as same:
        actions.decide_on_case(case=case, exclude=True, reason="Ja.", by=moderator, now=NOW)
    assert same.value.code == "same_person"
    actions.decide_on_case(case=case, exclude=False, reason="Es war ein Klassenzimmer.", by=office, now=NOW)
    assert set(case.set_aside.values_list("is_excluded", "decided_by", "proposed_by")) == {
        (False, office.pk, moderator.pk)
    }
    assert list(AuditEvent.objects.filter(action="campaigns.ballot_case.decided").values_list("actor", flat=True)) == [
        office.pk
    ]


def test_a_ballot_on_which_the_second_person_has_proposed_stays_open(
    case: BallotCase, moderator: User, office: User
) -> None:
    one = case.set_aside.first()
    actions.propose_on_ballot(set_aside=one, exclude=False, reason="Die kenne ich.", by=office, now=NOW)
    actions.propose_on_case(case=case, exclude=True, reason="Ein Programm.", by=moderator, now=NOW)
    actions.decide_on_case(case=case, exclude=True, reason="Ja.", by=office, now=NOW)
    one.refresh_from_db()
    assert (one.is_excluded, one.proposed_by) == (None, office)
    assert case.set_aside.filter(is_excluded=True).count() == BURST_SIZE + 4


def test_a_proposal_needs_words_and_the_case_as_it_was_seen(case: BallotCase, moderator: User) -> None:
    with pytest.raises(Refused) as silent:
        actions.propose_on_case(case=case, exclude=True, reason=" ", by=moderator, now=NOW)
    with pytest.raises(Refused) as grown:
        actions.propose_on_case(case=case, exclude=True, reason="Ja.", by=moderator, now=NOW, ballots=2)
    assert (silent.value.code, grown.value.code) == ("reason_missing", "somebody_faster")
    assert not case.set_aside.exclude(proposed_by=None).exists()


def test_nothing_is_gathered_or_decided_after_the_result(case: BallotCase, voting: Campaign, moderator: User) -> None:
    Campaign.objects.filter(pk=voting.pk).update(results_published_at=voting.voting_closes)
    burst(voting, network="other")
    assert actions.gather_cases(campaign=voting, now=NOW) == 0
    with pytest.raises(Refused) as late:
        actions.propose_on_case(case=case, exclude=True, reason="Ja.", by=moderator, now=NOW)
    assert late.value.code == "already_published"


def test_a_school_of_three_hundred_behind_one_address_is_never_locked_out(voting: Campaign, rf: RequestFactory) -> None:
    """Every pupil asks for a code, types it and votes; only the rule for one network sets anything aside."""
    entry, dice = make_entry(voting), Random(7)
    moments = sorted(NOW + timedelta(seconds=dice.uniform(0, 4 * 3600)) for _pupil in range(300))
    request = rf.post("/", REMOTE_ADDR="192.0.2.17")
    for number in range(300):
        spend("mail.code", request=request, key=f"kind{number}@schule.example.org")
        spend("code.try", request=request, key=f"kind{number}")
    ballots(voting, moments[: NETWORK_SIZE - 10], "school")
    for number, at in enumerate(moments[NETWORK_SIZE - 10 : NETWORK_SIZE + 15]):
        voter = actions.voter_of(campaign=voting, email=f"kind{number}@schule.example.org", now=at)
        actions.cast_ballot(campaign=voting, voter=voter, entries=[entry.code], now=at, network="school")
    assert SetAside.objects.count() == 15
    actions.gather_cases(campaign=voting, now=moments[-1] + timedelta(hours=1))
    case = BallotCase.objects.get()
    assert (case.kind, case.set_aside.count()) == (Doubt.NETWORK, 15)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_second_people_at_once_give_one_decision_on_a_case() -> None:
    campaign = make_campaign(Phase.VOTING)
    burst(campaign)
    actions.gather_cases(campaign=campaign, now=NOW)
    case = BallotCase.objects.get()
    first = make_user("erste@example.org", Role.MODERATOR)
    actions.propose_on_case(case=case, exclude=True, reason="Ein Programm.", by=first, now=NOW)
    people = make_cast_member("moderator"), make_cast_member("office")
    outcome = all_at_once(
        lambda: actions.decide_on_case(case=case, exclude=True, reason="Ja.", by=people[0], now=NOW),
        lambda: actions.decide_on_case(case=case, exclude=False, reason="Nein.", by=people[1], now=NOW),
    )
    assert outcome == {"done": 1, "somebody_faster": 1}
    assert case.set_aside.values("is_excluded", "decided_by").distinct().count() == 1


def test_counting_searches_the_whole_vote_first_and_waits_for_what_it_finds(voting: Campaign, office: User) -> None:
    burst(voting)
    with pytest.raises(Refused) as refusal:
        actions.preview_results(campaign=voting, by=office, now=voting.results_at)
    assert refusal.value.code == "undecided_ballots"
    assert BallotCase.objects.get().set_aside.count() == BURST_SIZE + 5
    with pytest.raises(Refused) as refusal:
        actions.publish_results(campaign=voting, by=office, now=voting.results_at)
    assert refusal.value.code == "undecided_ballots"
