"""What must never happen twice, tried by many at once on a real PostgreSQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from campaigns import actions
from campaigns.actions import confirming
from campaigns.enums import EntryState, Phase
from campaigns.models import Ballot, Campaign, Entry, HeldDecision, Vote
from campaigns.releasing import release
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.accounts.factories import make_cast_member
from tests.campaigns.factories import NOW, draft_entry, make_campaign, make_entry, make_town, photo_file

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def all_at_once(*jobs: Callable[[], Any]) -> Counter[str]:
    """Run every job in a thread of its own, started together; count „done“ and the codes of refusals."""
    barrier = Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> str:
        try:
            barrier.wait(timeout=30)
            job()
        except Refused as refusal:
            return refusal.code
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(jobs)) as pool:
        return Counter(pool.map(run, jobs))


def test_fifty_ballots_of_one_voter_at_once_store_one_ballot() -> None:
    campaign, town = make_campaign(Phase.VOTING), make_town()
    codes = [make_entry(campaign, municipality=town).code for _ in range(6)]
    voter = actions.voter_of(campaign=campaign, email="anna@example.org", now=NOW)

    def cast(turn: int) -> Callable[[], Any]:
        chosen = [codes[(turn + step) % 6] for step in range(3)]
        return lambda: actions.cast_ballot(campaign=campaign, voter=voter, entries=chosen, now=NOW)

    assert all_at_once(*(cast(turn) for turn in range(50))) == {"done": 50}
    assert Ballot.objects.count() == 1
    assert sorted(Vote.objects.values_list("slot", flat=True)) == [1, 2, 3]
    assert Vote.objects.values("entry").distinct().count() == 3


def test_fifty_voters_at_once_all_count() -> None:
    campaign = make_campaign(Phase.VOTING)
    entry = make_entry(campaign)

    def cast(number: int) -> Callable[[], Any]:
        voter = actions.voter_of(campaign=campaign, email=f"v{number}@example.org", now=NOW)
        return lambda: actions.cast_ballot(campaign=campaign, voter=voter, entries=[entry.code], now=NOW, network="n")

    assert all_at_once(*(cast(number) for number in range(50))) == {"done": 50}
    assert Vote.objects.count() == Ballot.objects.count() == 50


def test_two_moderators_at_once_give_one_decision() -> None:
    entry = make_entry(make_campaign(), EntryState.SUBMITTED)
    moderator, office = make_cast_member("moderator"), make_cast_member("office")
    one, other = Entry.objects.get(pk=entry.pk), Entry.objects.get(pk=entry.pk)
    outcome = all_at_once(
        lambda: actions.request_changes(entry=one, by=moderator, reason="Bitte heller.", now=NOW),
        lambda: actions.reject_entry(entry=other, by=office, reason="Zu dunkel.", now=NOW),
    )
    assert outcome == {"done": 1, "somebody_faster": 1}
    assert AuditEvent.objects.filter(action__startswith="campaigns.entry").count() == 1
    entry.refresh_from_db()
    assert entry.decided_by in {moderator, office}


def test_eight_approvals_at_once_publish_once() -> None:
    entry = make_entry(make_campaign(), EntryState.SUBMITTED, with_files=True)
    moderator = make_cast_member("moderator")
    copies = [Entry.objects.get(pk=entry.pk) for _ in range(8)]
    outcome = all_at_once(
        *(lambda copy=copy: actions.approve_entry(entry=copy, by=moderator, now=NOW) for copy in copies)
    )
    assert outcome == {"done": 1, "somebody_faster": 7}
    entry.refresh_from_db()
    assert entry.is_public
    assert entry.campaign.town_counts.get().entries == 1


def test_entries_of_one_person_at_once_hold_the_limit() -> None:
    campaign, town = make_campaign(entries_per_person=2), make_town()
    drafts = [draft_entry(campaign, seed=seed, town=town) for seed in range(1, 6)]
    for entry in drafts:
        actions.send_confirmation_code(entry=entry, name="", email="anna@example.org", now=NOW)
    outcome = all_at_once(*(lambda entry=entry: confirming.count_in(entry, NOW) for entry in drafts))
    assert outcome == {"done": 2, "too_many_of_person": 3}
    slots = Entry.objects.filter(state=EntryState.SUBMITTED).values_list("author_slot", flat=True)
    assert sorted(slots) == [1, 2]


def test_one_photo_confirmed_twice_at_once_counts_once() -> None:
    campaign, town = make_campaign(), make_town()
    drafts = [draft_entry(campaign, seed=1, town=town) for _ in range(4)]
    for number, entry in enumerate(drafts):
        actions.send_confirmation_code(entry=entry, name="", email=f"a{number}@example.org", now=NOW)
    outcome = all_at_once(*(lambda entry=entry: confirming.count_in(entry, NOW) for entry in drafts))
    assert outcome == {"done": 1, "duplicate_photo": 3}


def test_ballots_and_publication_at_once_leave_no_vote_behind() -> None:
    """A ballot that is answered is in the count file; one that comes too late is refused."""
    campaign = make_campaign(Phase.VOTING)
    Campaign.objects.filter(pk=campaign.pk).update(
        voting_closes=NOW + timedelta(seconds=1), results_at=NOW + timedelta(seconds=1)
    )
    entry, office = make_entry(campaign), make_cast_member("office")

    def cast(number: int) -> Callable[[], Any]:
        voter = actions.voter_of(campaign=campaign, email=f"v{number}@example.org", now=NOW)
        return lambda: actions.cast_ballot(campaign=campaign, voter=voter, entries=[entry.code], now=NOW)

    published: list[Any] = []
    after = NOW + timedelta(seconds=1)
    outcome = all_at_once(
        *(cast(number) for number in range(20)),
        lambda: published.append(actions.publish_results(campaign=campaign, by=office, now=after)),
    )
    stored = Vote.objects.count()
    assert outcome["done"] == stored + 1
    assert outcome["voting_closed"] == 20 - stored
    assert published[0].snapshot["counted"] == stored


def test_changed_ballots_and_publication_at_once_agree() -> None:
    """Whoever changes a ballot during the count either is in the file or is told that voting is over."""
    campaign, after = make_campaign(Phase.VOTING), NOW + timedelta(seconds=1)
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=after, results_at=after)
    old, new, office = make_entry(campaign), make_entry(campaign), make_cast_member("office")
    voters = [actions.voter_of(campaign=campaign, email=f"v{number}@example.org", now=NOW) for number in range(15)]
    for voter in voters:
        actions.cast_ballot(campaign=campaign, voter=voter, entries=[old.code], now=NOW)
    published: list[Any] = []
    outcome = all_at_once(
        *(
            lambda voter=voter: actions.cast_ballot(campaign=campaign, voter=voter, entries=[new.code], now=NOW)
            for voter in voters
        ),
        lambda: published.append(actions.publish_results(campaign=campaign, by=office, now=after)),
    )
    changed = outcome["done"] - 1
    assert changed + outcome["voting_closed"] == 15
    counted = {line["code"]: line["votes"] for line in published[0].snapshot["entries"]}
    assert counted == {old.code: 15 - changed, new.code: changed}
    assert Vote.objects.filter(entry=new).count() == changed


def test_results_published_by_two_at_once_exist_once() -> None:
    campaign, office = make_campaign(Phase.COUNTING), make_cast_member("office")
    outcome = all_at_once(*[lambda: actions.publish_results(campaign=campaign, by=office, now=NOW)] * 4)
    assert outcome == {"done": 1, "already_published": 3}


def test_overlapping_bulk_approvals_decide_each_entry_once() -> None:
    campaign = make_campaign()
    entries = [make_entry(campaign, EntryState.SUBMITTED, author_slot=None) for _number in range(6)]
    moderator, office = make_cast_member("moderator"), make_cast_member("office")
    seen = {entry.code: entry.revision for entry in entries}
    pages = [(moderator, entries[:4]), (office, entries[2:])]
    told: list[Any] = []

    def approve(by: Any, page: list[Entry]) -> None:
        chosen = {entry.code: seen[entry.code] for entry in page}
        until = NOW + timedelta(seconds=15)
        told.extend(actions.approve_unflagged(seen=chosen, by=by, now=NOW, hold_until=until))

    assert all_at_once(*(lambda by=by, page=page: approve(by, page) for by, page in pages)) == {"done": 2}
    assert Counter(one.entry.pk for one in told if one.refusal is None) == {entry.pk: 1 for entry in entries}
    assert Counter(one.refusal.code for one in told if one.refusal) == {"somebody_faster": 2}
    assert AuditEvent.objects.filter(action="campaigns.entry.approve").count() == 6


def test_undoing_and_releasing_at_once_does_one_of_them() -> None:
    entry = make_entry(make_campaign(), EntryState.SUBMITTED, with_files=True)
    moderator, until = make_cast_member("moderator"), NOW + timedelta(seconds=15)
    actions.approve_entry(entry=entry, by=moderator, now=NOW, hold_until=until)
    held = HeldDecision.objects.get()
    released: list[bool] = []
    outcome = all_at_once(
        lambda: actions.undo_decision(held=held, by=moderator, now=until - timedelta(microseconds=1)),
        *[lambda: released.append(release(held.pk, until))] * 3,
    )
    entry.refresh_from_db()
    if any(released):
        assert (released.count(True), outcome["undo_too_late"], entry.is_public) == (1, 1, True)
    else:
        assert (outcome["done"], entry.state, entry.is_public) == (4, EntryState.SUBMITTED, False)


def test_photo_replaced_while_a_moderator_approves_gives_one_of_both() -> None:
    entry = make_entry(make_campaign(), EntryState.SUBMITTED, with_files=True)
    moderator, seen, before = make_cast_member("moderator"), entry.revision, entry.sha256
    mine, theirs = Entry.objects.get(pk=entry.pk), Entry.objects.get(pk=entry.pk)
    outcome = all_at_once(
        lambda: actions.replace_photo(entry=mine, photo=photo_file(51), now=NOW),
        lambda: actions.approve_entry(entry=theirs, by=moderator, now=NOW, revision=seen),
    )
    entry.refresh_from_db()
    assert outcome["done"] == 1
    assert (entry.state == EntryState.APPROVED) == (entry.sha256 == before)


def test_everything_deleted_while_votes_come_in_leaves_no_name_and_every_vote() -> None:
    campaign = make_campaign(Phase.VOTING)
    entry = make_entry(campaign)
    voters = [actions.voter_of(campaign=campaign, email=f"v{number}@example.org", now=NOW) for number in range(8)]

    def cast(voter: Any) -> Callable[[], Any]:
        return lambda: actions.cast_ballot(campaign=campaign, voter=voter, entries=[entry.code], now=NOW, network="n")

    mine = Entry.objects.get(pk=entry.pk)
    outcome = all_at_once(lambda: actions.erase_entry(entry=mine, now=NOW), *(cast(voter) for voter in voters))
    entry.refresh_from_db()
    assert (entry.title, entry.author_email, entry.is_public) == ("", "", False)
    assert Vote.objects.filter(entry=entry).count() == outcome["done"] - 1
