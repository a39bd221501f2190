"""Voting: one voter, one ballot; the same answer for everybody; doubtful ballots set aside in silence."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from campaigns import actions
from campaigns.domain.doubts import BURST_SIZE
from campaigns.enums import EntryState, Phase
from campaigns.models import Ballot, Campaign, SetAside, Vote, VoteKey
from campaigns.queries import ballot_by_receipt
from cms.accounts.models import User
from cms.core.models import OneTimeCode, OutgoingMail
from cms.core.refusals import Refused
from tests.campaigns.factories import NOW, cast, code_from_mail, committing, make_campaign, make_entry, make_town

pytestmark = pytest.mark.django_db


def choices(ballot: Ballot) -> list[tuple[int, str]]:
    return list(ballot.votes.order_by("slot").values_list("slot", "entry__code"))


def ask(campaign: Campaign, *codes: str, email: str = "anna@example.org", now: Any = NOW) -> str:
    with pytest.raises(Refused) as refusal:
        actions.issue_ballot_code(campaign=campaign, email=email, entries=codes, now=now)
    return refusal.value.code


def test_ballot_is_stored_with_receipt_by_mail(voting: Campaign) -> None:
    one, two = make_entry(voting), make_entry(voting)
    done = cast(voting, "anna@example.org", two, one)
    assert choices(done.ballot) == [(1, two.code), (2, one.code)]
    assert done.is_changed is False
    newest = mail.outbox[-1]
    assert newest.to == ["anna@example.org"]
    assert done.ballot.receipt in newest.body
    assert ballot_by_receipt(voting, done.ballot.receipt.lower().replace("-", " ")) == done.ballot


def test_ballot_keeps_no_address_anywhere(voting: Campaign) -> None:
    done = cast(voting, "anna.geheim@example.org", make_entry(voting))
    rows: list[Any] = [*Ballot.objects.values(), *Vote.objects.values(), *OneTimeCode.objects.values()]
    assert "geheim" not in str(rows)
    assert not OutgoingMail.objects.exists()
    assert len(done.ballot.voter_key) == 64


def test_ballot_changed_keeps_its_receipt(voting: Campaign) -> None:
    one, two, three = make_entry(voting), make_entry(voting), make_entry(voting)
    first = cast(voting, "anna@example.org", one, two)
    second = cast(voting, "ANNA@example.org ", three, now=NOW + timedelta(minutes=5))
    assert second.is_changed is True
    assert second.ballot.pk == first.ballot.pk
    assert second.ballot.receipt == first.ballot.receipt
    assert choices(second.ballot) == [(1, three.code)]
    assert Ballot.objects.get().changed_at == NOW + timedelta(minutes=5)


def test_code_request_answers_the_same_before_and_after_voting(voting: Campaign) -> None:
    entry = make_entry(voting)
    cast(voting, "anna@example.org", entry)
    mail.outbox.clear()
    bodies = []
    for email in ("anna@example.org", "neu@example.org"):
        with committing():
            assert actions.issue_ballot_code(campaign=voting, email=email, entries=[entry.code], now=NOW) is None
        bodies.append(mail.outbox[-1].body.replace(code_from_mail(email), "CODE"))
    assert bodies[0] == bodies[1]


@pytest.mark.parametrize(
    "phase, code",
    [
        (Phase.ANNOUNCED, "voting_not_open"),
        (Phase.SUBMISSION, "voting_not_open"),
        (Phase.CHECKING, "voting_not_open"),
        (Phase.COUNTING, "voting_closed"),
        (Phase.RESULTS, "voting_closed"),
    ],
)
def test_ballot_outside_the_phase_is_refused(phase: Phase, code: str) -> None:
    campaign = make_campaign(phase)
    entry = make_entry(campaign)
    assert ask(campaign, entry.code) == code
    voter = actions.voter_of(campaign=campaign, email="anna@example.org", now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(campaign=campaign, voter=voter, entries=[entry.code], now=NOW)
    assert refusal.value.code == code
    assert not Ballot.objects.exists()


def test_ballot_when_voting_closes_between_code_and_answer_is_refused(voting: Campaign) -> None:
    entry = make_entry(voting)
    last = voting.voting_closes - timedelta(seconds=30)
    with committing():
        actions.issue_ballot_code(campaign=voting, email="anna@example.org", entries=[entry.code], now=last)
    late = voting.voting_closes
    voter = actions.confirm_voter(
        campaign=voting, email="anna@example.org", code=code_from_mail("anna@example.org"), now=late
    )
    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(campaign=voting, voter=voter, entries=[entry.code], now=late)
    assert refusal.value.code == "voting_closed"
    assert not Ballot.objects.exists()


def test_ballot_obeys_the_stored_dates_and_not_an_old_copy(voting: Campaign) -> None:
    entry = make_entry(voting)
    Campaign.objects.filter(pk=voting.pk).update(voting_closes=NOW, results_at=NOW)
    voter = actions.voter_of(campaign=voting, email="anna@example.org", now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(campaign=voting, voter=voter, entries=[entry.code], now=NOW)
    assert refusal.value.code == "voting_closed"


def test_ballot_refuses_empty_twice_too_many_and_unknown(voting: Campaign) -> None:
    entries = [make_entry(voting) for _ in range(4)]
    codes = [entry.code for entry in entries]
    hidden = make_entry(voting, EntryState.TAKEN_DOWN)
    assert ask(voting) == "ballot_empty"
    assert ask(voting, codes[0], codes[0]) == "ballot_twice"
    assert ask(voting, *codes) == "ballot_too_many"
    assert ask(voting, hidden.code) == "ballot_unknown_entry"
    assert ask(voting, make_entry(make_campaign()).code) == "ballot_unknown_entry"
    assert ask(voting, codes[0], email="keine Adresse") == "address_malformed"
    assert not mail.outbox


def test_ballot_says_how_many_votes_there_are() -> None:
    campaign = make_campaign(Phase.VOTING, votes_per_voter=1)
    with pytest.raises(Refused, match="1 Stimmen"):
        actions.issue_ballot_code(
            campaign=campaign,
            email="anna@example.org",
            entries=[make_entry(campaign).code, make_entry(campaign).code],
            now=NOW,
        )


def test_ballot_for_one_town_is_limited_when_the_rules_say_so() -> None:
    campaign, town = make_campaign(Phase.VOTING, votes_per_town=1), make_town()
    one, two = make_entry(campaign, municipality=town), make_entry(campaign, municipality=town)
    assert ask(campaign, one.code, two.code) == "ballot_town_too_many"
    cast(campaign, "anna@example.org", one, make_entry(campaign))


def test_own_entry_is_refused_after_the_address_is_proven(voting: Campaign) -> None:
    voter = actions.voter_of(campaign=voting, email="anna@gmail.com", now=NOW)
    own = make_entry(voting, author_key=voter.author_key, author_email="anna@gmail.com")
    with pytest.raises(Refused) as refusal:
        cast(voting, "an.na+test@gmail.com", make_entry(voting), own)
    assert refusal.value.code == "ballot_own_entry"
    assert not Ballot.objects.exists()
    cast(voting, "rival@example.org", own)


def test_wrong_code_votes_for_nobody(voting: Campaign) -> None:
    entry = make_entry(voting)
    with committing():
        actions.issue_ballot_code(campaign=voting, email="anna@example.org", entries=[entry.code], now=NOW)
    code = code_from_mail("anna@example.org")
    for email, typed in (("anna@example.org", "000000" if code != "000000" else "1"), ("bert@example.org", code)):
        with pytest.raises(Refused) as refusal:
            actions.confirm_voter(campaign=voting, email=email, code=typed, now=NOW)
        assert refusal.value.code == "code_wrong"
    actions.confirm_voter(campaign=voting, email="anna@example.org", code=code, now=NOW)
    with pytest.raises(Refused) as used:
        actions.confirm_voter(campaign=voting, email="anna@example.org", code=code, now=NOW)
    assert used.value.code == "code_used"


def test_code_of_one_campaign_opens_no_other(voting: Campaign) -> None:
    entry, other = make_entry(voting), make_campaign(Phase.VOTING)
    with committing():
        actions.issue_ballot_code(campaign=voting, email="anna@example.org", entries=[entry.code], now=NOW)
    with pytest.raises(Refused):
        actions.confirm_voter(
            campaign=other, email="anna@example.org", code=code_from_mail("anna@example.org"), now=NOW
        )


def test_doubtful_ballot_gets_the_same_answer_and_is_set_aside(voting: Campaign) -> None:
    entry = make_entry(voting)
    plain = cast(voting, "anna@example.org", entry)
    doubtful = cast(voting, "anna@mailinator.com", entry)
    assert SetAside.objects.get().ballot == doubtful.ballot
    assert SetAside.objects.get().doubts == ["disposable"]
    assert (plain.is_changed, len(plain.entries)) == (doubtful.is_changed, len(doubtful.entries))
    bodies = [
        message.body.replace(done.ballot.receipt, "")
        for done in (plain, doubtful)
        for message in mail.outbox
        if done.ballot.receipt in message.body
    ]
    assert bodies[0] == bodies[1]


def test_burst_of_one_network_is_set_aside_and_nobody_is_locked_out(voting: Campaign) -> None:
    entry = make_entry(voting)
    for number in range(BURST_SIZE + 1):
        voter = actions.voter_of(campaign=voting, email=f"klasse{number}@example.org", now=NOW)
        moment = NOW + timedelta(milliseconds=number * number)
        actions.cast_ballot(campaign=voting, voter=voter, entries=[entry.code], now=moment, network="n" * 32)
    assert Ballot.objects.count() == BURST_SIZE + 1
    assert [case.doubts for case in SetAside.objects.all()] == [["burst"]]


def test_changing_a_ballot_raises_no_new_doubt(voting: Campaign) -> None:
    entry = make_entry(voting)
    for _ in range(3):
        cast(voting, "anna@example.org", entry, network="n")
    assert not SetAside.objects.exists()


@pytest.mark.parametrize("exclude", [True, False])
def test_two_people_decide_on_a_ballot(voting: Campaign, moderator: User, office: User, exclude: bool) -> None:
    cast(voting, "anna@mailinator.com", make_entry(voting))
    case = SetAside.objects.get()

    def decide(by: User, reason: str = "Geprüft.") -> None:
        actions.decide_on_ballot(set_aside=case, exclude=exclude, reason=reason, by=by, now=NOW)

    with pytest.raises(Refused) as unproposed:
        decide(office)
    assert unproposed.value.code == "somebody_faster"
    actions.propose_on_ballot(set_aside=case, exclude=exclude, reason="Wegwerf-Adresse.", by=moderator, now=NOW)
    with pytest.raises(Refused) as same:
        decide(moderator)
    assert same.value.code == "same_person"
    with pytest.raises(Refused) as unreasoned:
        decide(office, reason=" ")
    assert unreasoned.value.code == "reason_missing"
    decide(office)
    assert (case.is_excluded, case.decided_by) == (exclude, office)
    with pytest.raises(Refused) as again:
        decide(office)
    assert again.value.code == "somebody_faster"
    assert Vote.objects.count() == 1


def test_ballot_costs_few_queries(voting: Campaign, django_assert_max_num_queries: Any) -> None:
    entries = [make_entry(voting) for _ in range(3)]
    voter = actions.voter_of(campaign=voting, email="anna@example.org", now=NOW)
    with django_assert_max_num_queries(10):
        actions.cast_ballot(
            campaign=voting, voter=voter, entries=[entry.code for entry in entries], now=NOW, network="n"
        )


def test_ballot_names_towns_of_one_name_apart_without_asking_again(
    voting: Campaign, django_assert_num_queries: Any
) -> None:
    entry = make_entry(voting, municipality=make_town("Neustadt", district="Kreis A", has_namesake=True))
    (chosen,) = cast(voting, "voter@example.org", entry).entries
    with django_assert_num_queries(0):
        assert (chosen.title, chosen.municipality.label) == (entry.title, "Neustadt (Kreis A)")


def test_secret_is_made_once(voting: Campaign) -> None:
    VoteKey.objects.all().delete()
    one = actions.voter_of(campaign=voting, email="anna@example.org", now=NOW)
    two = actions.voter_of(campaign=voting, email="anna@example.org", now=NOW)
    assert one == two
    assert VoteKey.objects.count() == 1


def test_ballot_changed_from_another_network_stays_one_ballot(voting: Campaign) -> None:
    """At home in the morning, on the train in the evening: the same voter, the same receipt, the newest choice."""
    first, second = make_entry(voting), make_entry(voting)
    one = cast(voting, "anna@example.org", first, network="home")
    other = cast(voting, "Anna@Example.org", second, network="train", now=NOW + timedelta(hours=9))
    assert (other.is_changed, other.ballot.receipt) == (True, one.ballot.receipt)
    assert list(Vote.objects.values_list("entry", flat=True)) == [second.pk]
    assert Ballot.objects.get().network == "home"
