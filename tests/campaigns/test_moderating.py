"""Deciding: once, with a reason, on what was seen; files public only while the entry is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from campaigns import actions, tasks
from campaigns.enums import EntryFlag, EntryState, People, Phase, PhotoState
from campaigns.models import Campaign, CampaignTown, Entry
from campaigns.photos import SIZES
from campaigns.queries import duplicates_of, flags_of, queue, queue_counts, queue_item
from cms.accounts.models import User
from cms.core.images import rendition_name
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.core.storages import private_storage, public_storage
from tests.campaigns.factories import NOW, committing, make_campaign, make_entry, make_town, submit_entry

pytestmark = pytest.mark.django_db


def public_names(entry: Entry) -> list[str]:
    return [rendition_name(entry.code, width, ext) for width, ext in SIZES]


def which_are_public(entry: Entry) -> set[str]:
    return {name for name in public_names(entry) if public_storage.exists(name)}


def approved(campaign: Campaign, moderator: User, **fields: Any) -> Entry:
    entry = submit_entry(campaign, **fields)
    with committing():
        actions.approve_entry(entry=entry, by=moderator, now=NOW)
    entry.refresh_from_db()
    return entry


def test_no_file_is_public_before_approval(submission: Campaign, moderator: User) -> None:
    entry = submit_entry(submission)
    assert which_are_public(entry) == set()
    assert all(private_storage.exists(entry.private_rendition(width, ext)) for width, ext in SIZES)
    with committing():
        actions.approve_entry(entry=entry, by=moderator, now=NOW)
    assert which_are_public(entry) == set(public_names(entry))
    entry.refresh_from_db()
    assert (entry.state, entry.is_public, entry.decided_by) == (EntryState.APPROVED, True, moderator)


def test_public_files_carry_nothing_of_the_camera(submission: Campaign, moderator: User) -> None:
    entry = approved(submission, moderator)
    with private_storage.open(entry.original) as file:
        original = file.read()
    traces = (b"secret-camera", b"secret-xmp", b"secret-trailing-bytes", b"Exif", b"2027:05:01")
    assert all(trace in original for trace in traces)
    for name in public_names(entry):
        with public_storage.open(name) as file:
            data = file.read()
        assert not [trace for trace in (*traces, b"http://ns.adobe", b"ICC_PROFILE", b"GPS") if trace in data], name
        if name.endswith("jpg"):
            assert data.endswith(b"\xff\xd9")
        else:
            assert len(data) == int.from_bytes(data[4:8], "little") + 8


def test_approved_author_is_told_with_the_public_address(submission: Campaign, moderator: User) -> None:
    entry = approved(submission, moderator)
    assert entry.get_absolute_url() in mail.outbox[-1].body


@pytest.mark.parametrize("remove", ["take_down", "withdraw"])
def test_removed_entry_leaves_no_public_file(submission: Campaign, moderator: User, remove: str) -> None:
    entry = approved(submission, moderator)
    assert CampaignTown.objects.get(municipality=entry.municipality).entries == 1
    with committing():
        if remove == "take_down":
            actions.take_down_entry(entry=entry, by=moderator, reason="Zeigt fremde Kunst.", now=NOW)
        else:
            actions.withdraw_entry(entry=entry, now=NOW)
    assert which_are_public(entry) == set()
    entry.refresh_from_db()
    assert not entry.is_public
    assert CampaignTown.objects.get(municipality=entry.municipality).entries == 0
    tasks.publish_entry_photo.call(entry.pk)  # a late task shows nothing again
    assert which_are_public(entry) == set()


def test_entry_taken_down_while_its_files_are_copied_stays_hidden(
    submission: Campaign, moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = submit_entry(submission)
    actions.approve_entry(entry=entry, by=moderator, now=NOW)  # its task waits for the commit
    copy = tasks.photos.publish_renditions

    def copied_too_late(found: Entry) -> None:
        copy(found)
        actions.take_down_entry(entry=found, by=moderator, reason="Fremdes Bild.", now=NOW)

    monkeypatch.setattr(tasks.photos, "publish_renditions", copied_too_late)
    tasks.publish_entry_photo.call(entry.pk)
    entry.refresh_from_db()
    assert (entry.state, entry.is_public, which_are_public(entry)) == (EntryState.TAKEN_DOWN, False, set())


def test_approval_left_behind_by_a_killed_worker_is_taken_up_again(submission: Campaign, moderator: User) -> None:
    entry = submit_entry(submission)
    actions.approve_entry(entry=entry, by=moderator, now=NOW)
    assert tasks.catch_up(NOW + timedelta(minutes=11)) == 1
    assert which_are_public(entry) == set(public_names(entry))


def test_files_left_behind_after_removal_are_swept(submission: Campaign) -> None:
    entry = make_entry(submission, with_files=True)
    Entry.objects.filter(pk=entry.pk).update(state=EntryState.TAKEN_DOWN, is_public=False, decided_at=NOW)
    tasks.catch_up(NOW + timedelta(hours=1))
    assert which_are_public(entry) == set()


DECISIONS: list[tuple[Callable[..., Entry], EntryState]] = [
    (actions.request_changes, EntryState.CHANGES_REQUESTED),
    (actions.reject_entry, EntryState.REJECTED),
]


@pytest.mark.parametrize("decide, state", DECISIONS)
def test_decision_mails_its_reason_and_is_on_the_audit_trail(
    submission: Campaign, moderator: User, decide: Callable[..., Entry], state: EntryState
) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED)
    with committing():
        decide(entry=entry, by=moderator, reason=" Der Horizont kippt. ", now=NOW)
    assert (entry.state, entry.verdict, entry.decided_by, entry.decided_at) == (
        state,
        "Der Horizont kippt.",
        moderator,
        NOW,
    )
    assert "Der Horizont kippt." in mail.outbox[-1].body
    event = AuditEvent.objects.get(action__startswith="campaigns.")
    assert (event.actor, event.changes, event.reason) == (
        moderator,
        {"state": ["submitted", state.value]},
        "Der Horizont kippt.",
    )
    assert entry.author_email not in str(event.changes) + event.target_label + event.reason


@pytest.mark.parametrize("decide", [actions.request_changes, actions.reject_entry, actions.take_down_entry])
def test_decision_without_a_reason_is_refused(
    submission: Campaign, moderator: User, decide: Callable[..., Entry]
) -> None:
    state = EntryState.APPROVED if decide is actions.take_down_entry else EntryState.SUBMITTED
    entry = make_entry(submission, state)
    with pytest.raises(Refused) as refusal:
        decide(entry=entry, by=moderator, reason="  ", now=NOW)
    assert (refusal.value.code, refusal.value.field) == ("reason_missing", "reason")
    entry.refresh_from_db()
    assert entry.state == state


def test_second_decision_is_told_that_somebody_was_faster(submission: Campaign, moderator: User, office: User) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED)
    same = Entry.objects.get(pk=entry.pk)
    actions.approve_entry(entry=entry, by=moderator, now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.reject_entry(entry=same, by=office, reason="Zu dunkel.", now=NOW)
    assert (refusal.value.code, "schneller" in refusal.value.message) == ("somebody_faster", True)
    assert AuditEvent.objects.filter(action__startswith="campaigns.").count() == 1


def test_second_decision_is_refused_even_where_it_could_follow(
    submission: Campaign, moderator: User, office: User
) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED)
    seen, same = entry.revision, Entry.objects.get(pk=entry.pk)
    actions.request_changes(entry=entry, by=moderator, reason="Bitte heller.", now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.reject_entry(entry=same, by=office, reason="Zu dunkel.", now=NOW)
    assert refusal.value.code == "somebody_faster"
    with pytest.raises(Refused) as refused:
        actions.reject_entry(
            entry=Entry.objects.get(pk=entry.pk), by=office, reason="Zu dunkel.", now=NOW, revision=seen
        )
    assert refused.value.code == "changed_meanwhile"
    actions.reject_entry(entry=Entry.objects.get(pk=entry.pk), by=office, reason="Keine Antwort.", now=NOW)


def test_decision_on_an_older_version_is_refused(submission: Campaign, moderator: User) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED)
    seen = entry.revision
    actions.describe_entry(
        entry=Entry.objects.get(pk=entry.pk),
        municipality=make_town(),
        place="",
        title="Anders",
        reason="",
        description="Anders.",
        now=NOW,
    )
    with pytest.raises(Refused) as refusal:
        actions.approve_entry(entry=Entry.objects.get(pk=entry.pk), by=moderator, now=NOW, revision=seen)
    assert refusal.value.code == "changed_meanwhile"


def test_changed_entry_comes_back_to_the_queue(submission: Campaign, moderator: User) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED)
    actions.request_changes(entry=entry, by=moderator, reason="Bitte den Ort genauer.", now=NOW)
    assert list(queue(submission)) == []
    actions.resubmit_entry(entry=entry, now=NOW)
    assert (list(queue(submission)), entry.verdict) == ([entry], "")
    with pytest.raises(Refused):
        actions.resubmit_entry(entry=entry, now=NOW)


@pytest.mark.parametrize("phase", [Phase.COUNTING, Phase.RESULTS])
def test_approval_after_voting_is_refused(phase: Phase, moderator: User) -> None:
    entry = make_entry(make_campaign(phase), EntryState.SUBMITTED)
    with pytest.raises(Refused) as refusal:
        actions.approve_entry(entry=entry, by=moderator, now=NOW)
    assert refusal.value.code == "voting_closed"


def test_queue_shows_what_waits_and_nothing_unconfirmed(submission: Campaign) -> None:
    later = make_entry(submission, EntryState.SUBMITTED, submitted_at=NOW + timedelta(hours=1))
    first = make_entry(submission, EntryState.SUBMITTED)
    make_entry(submission, EntryState.SUBMITTED, photo_state=PhotoState.PENDING)
    for state in set(EntryState) - {EntryState.SUBMITTED}:
        make_entry(submission, state)
    make_entry(make_campaign(), EntryState.SUBMITTED)
    assert list(queue(submission)) == [first, later]
    assert queue_counts(submission) == {
        EntryState.SUBMITTED: 3,
        EntryState.CHANGES_REQUESTED: 1,
        EntryState.APPROVED: 1,
        EntryState.REJECTED: 1,
        EntryState.WITHDRAWN: 1,
        EntryState.TAKEN_DOWN: 1,
    }


@pytest.mark.parametrize("number", [1, 3])
def test_queue_costs_the_same_for_one_and_for_many(
    submission: Campaign, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        make_entry(submission, EntryState.SUBMITTED)
    with django_assert_num_queries(1):
        assert len([(entry.campaign.title, entry.municipality.name) for entry in queue(submission)]) == number


def test_duplicates_are_the_nearest_within_ten_bits(submission: Campaign) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED, dhash=-1)
    near = make_entry(submission, EntryState.REJECTED, dhash=-1 ^ 0b111)
    same = make_entry(submission, dhash=-1)
    edge = make_entry(submission, dhash=-1 ^ 0b11_1111_1111)
    make_entry(submission, dhash=-1 ^ 0b111_1111_1111)
    make_entry(submission, EntryState.DRAFT, dhash=-1)
    make_entry(make_campaign(), dhash=-1)
    assert duplicates_of(entry) == [(same, 0), (near, 3), (edge, 10)]
    assert queue_item(entry).flags == [EntryFlag.DUPLICATE]


@pytest.mark.parametrize(
    "fields, flags",
    [
        ({}, []),
        ({"age": "minor"}, [EntryFlag.MINOR, EntryFlag.GUARDIAN_OPEN]),
        ({"age": "minor", "guardian_confirmed_at": NOW}, [EntryFlag.MINOR]),
        ({"people": People.AGREED}, [EntryFlag.PEOPLE]),
        ({"people": People.UNASKED, "is_drone": True}, [EntryFlag.PEOPLE_UNASKED, EntryFlag.DRONE]),
        ({"latitude": 51.1, "longitude": 11.1}, []),
        ({"latitude": 48.1, "longitude": 11.5}, [EntryFlag.FAR_AWAY]),
    ],
)
def test_flags_say_what_to_look_at(submission: Campaign, fields: dict[str, Any], flags: list[EntryFlag]) -> None:
    assert flags_of(make_entry(submission, EntryState.SUBMITTED, **fields)) == flags
