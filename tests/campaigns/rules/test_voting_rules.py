"""Rules of voting: one voter, one ballot, the same answer for everybody; two people decide, nothing is deleted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import Client, RequestFactory

from campaigns import actions
from campaigns.domain.addresses import normalise
from campaigns.domain.doubts import BURST_SIZE, NETWORK_SIZE, REGULAR_RUN, doubts_about
from campaigns.enums import Doubt, Phase
from campaigns.models import Ballot, Campaign, SetAside, Vote, VoteKey
from campaigns.queries import ballot_by_receipt
from cms.accounts.models import User
from cms.core.models import OneTimeCode, OutgoingMail
from cms.core.ratelimit import Throttled, spend
from cms.core.refusals import Refused
from tests.campaigns.factories import NOW, cast, code_from_mail, committing, make_campaign, make_entry
from tests.campaigns.today import at, running

pytestmark = pytest.mark.django_db
EMAIL = "anna@example.org"


def ask(campaign: Campaign, *codes: str, email: str = EMAIL) -> None:
    with committing():
        actions.issue_ballot_code(campaign=campaign, email=email, entries=codes, now=NOW)


def refusal_of(campaign: Campaign, *codes: str) -> str:
    with pytest.raises(Refused) as refusal:
        ask(campaign, *codes)
    return refusal.value.code


def test_ballot_ends_with_a_receipt_code(voting: Campaign) -> None:
    done = cast(voting, EMAIL, make_entry(voting))
    assert ballot_by_receipt(voting, done.ballot.receipt) == done.ballot


def test_code_has_six_digits_ten_minutes_and_five_tries(voting: Campaign) -> None:
    entry = make_entry(voting)

    def redeem(code: str, *, minutes: int = 0) -> str:
        moment = NOW + timedelta(minutes=minutes)
        with pytest.raises(Refused) as refusal:
            actions.confirm_voter(campaign=voting, email=EMAIL, code=code, now=moment)
        return refusal.value.code

    ask(voting, entry.code)
    code = code_from_mail(EMAIL)
    assert (len(code), code.isdigit()) == (6, True)
    assert redeem(code, minutes=10) == "code_expired"
    wrong = "000000" if code != "000000" else "111111"
    assert [redeem(wrong) for _try in range(5)] == ["code_wrong"] * 4 + ["code_exhausted"]
    assert redeem(code) == "code_exhausted"


def test_same_voter_changes_the_ballot_until_voting_closes(voting: Campaign) -> None:
    one, two = make_entry(voting), make_entry(voting)
    first, second = cast(voting, EMAIL, one), cast(voting, EMAIL, two)
    assert (second.is_changed, second.ballot.receipt) == (True, first.ballot.receipt)
    assert list(Vote.objects.values_list("entry", flat=True)) == [two.pk]
    voter = actions.voter_of(campaign=voting, email=EMAIL, now=NOW)
    with pytest.raises(Refused) as late:
        actions.cast_ballot(campaign=voting, voter=voter, entries=[one.code], now=voting.voting_closes)
    assert late.value.code == "voting_closed"


@pytest.mark.parametrize("name", ["gallery", "ballot", "choose", "ballot_code", "ballot_receipt"])
def test_opening_a_link_never_votes(client: Client, name: str) -> None:
    campaign = running(Phase.VOTING)
    entry = make_entry(campaign)
    client.get(at(name, campaign), {"code": entry.code, "wahl": "ja"})
    assert client.get(entry.get_absolute_url(), {"wahl": "ja"}).status_code == 200
    assert not Ballot.objects.exists()
    assert entry.code not in client.get(at("ballot", campaign)).content.decode()


def test_voter_is_a_keyed_hash_with_a_secret_per_campaign(voting: Campaign) -> None:
    other = make_campaign(Phase.VOTING)
    here, there = (actions.voter_of(campaign=one, email=EMAIL, now=NOW) for one in (voting, other))
    assert here != there
    secrets = {bytes(key.secret or b"") for key in VoteKey.objects.all()}
    assert {len(secret) for secret in secrets} == {32}
    assert len(secrets) == 2


def test_plain_address_is_kept_nowhere_and_codes_are_hashed(voting: Campaign) -> None:
    ask(voting, make_entry(voting).code, email="anna.geheim@example.org")
    code = code_from_mail("anna.geheim@example.org")
    cast(voting, "anna.geheim@example.org", make_entry(voting))
    rows = str([*Ballot.objects.values(), *Vote.objects.values(), *OneTimeCode.objects.values()])
    assert "geheim" not in rows
    assert code not in rows
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    "typed, same",
    [
        ("ANNA@Example.org", "anna@example.org"),
        ("ａｎｎａ@example.org", "anna@example.org"),
        ("anna@MÜLLER.example", "anna@xn--mller-kva.example"),
        ("anna+zwei@gmail.com", "anna@gmail.com"),
        ("an.na@googlemail.com", "anna@gmail.com"),
        ("anna+zwei@outlook.com", "anna@outlook.com"),
    ],
)
def test_spellings_of_one_mailbox_are_one_voter(typed: str, same: str) -> None:
    assert normalise(typed) == normalise(same)


@pytest.mark.parametrize(
    "one, other", [("an.na@example.org", "anna@example.org"), ("a+b@example.org", "a@example.org")]
)
def test_dots_and_tags_of_other_providers_stay(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_database_holds_one_vote_per_voter_and_entry(voting: Campaign) -> None:
    entry = make_entry(voting)
    ballot = cast(voting, EMAIL, entry).ballot
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(ballot=ballot, entry=entry, slot=2, slots=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(campaign=voting, voter_key=ballot.voter_key, receipt="Q-0000-0000", cast_at=NOW)


def test_database_holds_at_most_n_votes_per_voter(voting: Campaign) -> None:
    ballot = cast(voting, EMAIL, *(make_entry(voting) for _vote in range(3))).ballot
    for slot in (3, 4):
        with pytest.raises(IntegrityError), transaction.atomic():
            Vote.objects.create(ballot=ballot, entry=make_entry(voting), slot=slot, slots=3)


def test_at_most_n_votes_each_for_another_photo(voting: Campaign) -> None:
    codes = [make_entry(voting).code for _vote in range(4)]
    assert refusal_of(voting, *codes) == "ballot_too_many"
    assert refusal_of(voting, codes[0], codes[0]) == "ballot_twice"


def test_own_entry_is_refused_whatever_the_spelling(voting: Campaign) -> None:
    voter = actions.voter_of(campaign=voting, email="anna@gmail.com", now=NOW)
    own = make_entry(voting, author_key=voter.author_key)
    with pytest.raises(Refused) as refusal:
        cast(voting, "an.na+zwei@gmail.com", own)
    assert refusal.value.code == "ballot_own_entry"
    assert not Ballot.objects.exists()


def test_answer_is_the_same_whether_or_not_an_address_has_voted(voting: Campaign) -> None:
    entry = make_entry(voting)
    cast(voting, EMAIL, entry)
    letters = []
    for email in (EMAIL, "neu@example.org"):
        ask(voting, entry.code, email=email)
        letters.append(mail.outbox[-1].body.replace(code_from_mail(email), "CODE"))
    assert letters[0] == letters[1]


def test_doubtful_vote_gets_the_same_answer_and_is_set_aside(voting: Campaign) -> None:
    entry = make_entry(voting)
    plain, doubtful = cast(voting, EMAIL, entry), cast(voting, "anna@mailinator.com", entry)
    assert (plain.is_changed, plain.entries) == (doubtful.is_changed, doubtful.entries)
    receipts = [message.body for message in mail.outbox if "Quittung" in message.subject]
    assert receipts[0].replace(plain.ballot.receipt, "") == receipts[1].replace(doubtful.ballot.receipt, "")
    assert list(SetAside.objects.values_list("ballot", flat=True)) == [doubtful.ballot.pk]


@pytest.mark.parametrize(
    "doubt, is_disposable, gaps",
    [
        (Doubt.DISPOSABLE, True, []),
        (Doubt.BURST, False, [number * number / 100 for number in range(1, BURST_SIZE + 1)]),
        (Doubt.REGULAR, False, [number * 30 for number in range(1, REGULAR_RUN + 1)]),
        (Doubt.NETWORK, False, [60 + number * number for number in range(NETWORK_SIZE)]),
    ],
)
def test_doubts_are_disposable_burst_regular_interval_and_one_network(
    doubt: Doubt, is_disposable: bool, gaps: list[float]
) -> None:
    earlier = [NOW - timedelta(seconds=gap) for gap in gaps]
    assert doubts_about(is_disposable_address=is_disposable, now=NOW, earlier=earlier) == [doubt]


def test_two_different_people_decide_with_a_reason(voting: Campaign, moderator: User, office: User) -> None:
    cast(voting, "anna@mailinator.com", make_entry(voting))
    case = SetAside.objects.get()
    actions.propose_on_ballot(set_aside=case, exclude=True, reason="Wegwerf-Adresse.", by=moderator, now=NOW)
    for by, reason, code in ((moderator, "Ja.", "same_person"), (office, " ", "reason_missing")):
        with pytest.raises(Refused) as refusal:
            actions.decide_on_ballot(set_aside=case, exclude=True, reason=reason, by=by, now=NOW)
        assert refusal.value.code == code
    actions.decide_on_ballot(set_aside=case, exclude=True, reason="Ja.", by=office, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        SetAside.objects.update(decided_by=moderator)


def test_nothing_is_ever_deleted(voting: Campaign, moderator: User, office: User) -> None:
    ballot = cast(voting, "anna@mailinator.com", make_entry(voting)).ballot
    case = SetAside.objects.get()
    actions.propose_on_ballot(set_aside=case, exclude=True, reason="Wegwerf-Adresse.", by=moderator, now=NOW)
    actions.decide_on_ballot(set_aside=case, exclude=True, reason="Ja.", by=office, now=NOW)
    assert (Ballot.objects.count(), Vote.objects.count()) == (1, 1)
    for kept in (ballot, voting):
        with pytest.raises(ProtectedError):
            kept.delete()


def test_school_behind_one_ipv4_is_never_locked_out(voting: Campaign) -> None:
    """A school asks for its codes within an hour, and every ballot of it is stored."""
    school = RequestFactory().post("/", REMOTE_ADDR="203.0.113.9")
    entry = make_entry(voting)
    for number in range(400):
        spend("mail.code", request=school, key=f"klasse{number}@example.org")
    for number in range(BURST_SIZE + 1):
        voter = actions.voter_of(campaign=voting, email=f"klasse{number}@example.org", now=NOW)
        moment = NOW + timedelta(milliseconds=number * number)
        actions.cast_ballot(campaign=voting, voter=voter, entries=[entry.code], now=moment, network="schule")
    assert Ballot.objects.count() == BURST_SIZE + 1


def use(addresses: list[str], emails: list[str]) -> None:
    """Ask for a code from each address in turn."""
    for address, email in zip(addresses, emails, strict=True):
        spend("mail.code", request=RequestFactory().post("/", REMOTE_ADDR=address), key=email)


@pytest.mark.parametrize(
    "addresses",
    [
        [f"2001:db8::{number:x}" for number in range(61)],
        [f"2001:db8:0:{number:x}::1" for number in range(181)],
        [f"2001:db8:0:{number * 256:x}::1" for number in range(201)] * 3,
    ],
    ids=["64", "56", "48"],
)
def test_rates_are_limited_per_ipv6_prefix(addresses: list[str]) -> None:
    with pytest.raises(Throttled):
        use(addresses, [f"{number}@example.org" for number in range(len(addresses))])


def test_rates_are_limited_per_address() -> None:
    with pytest.raises(Throttled):
        use([f"203.0.113.{number}" for number in range(6)], [EMAIL] * 6)
