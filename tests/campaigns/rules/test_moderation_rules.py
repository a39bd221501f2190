"""Rules of moderation: one decision, its reason mailed; reports hide nothing; a takedown hides everything."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from campaigns import actions
from campaigns.enums import EntryFlag, EntryState, People, Phase
from campaigns.models import Campaign, Entry
from campaigns.photos import SIZES
from campaigns.queries import duplicates_of, flags_of
from cms.accounts.models import User
from cms.core.images import rendition_name
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.core.storages import private_storage, public_storage
from tests.campaigns.factories import NOW, committing, make_entry
from tests.campaigns.today import at, running

pytestmark = pytest.mark.django_db


def test_original_lies_under_a_random_name_and_nothing_is_public_before_approval(submission: Campaign) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED, with_files=True)
    assert private_storage.exists(entry.original)
    assert not any(public_storage.exists(rendition_name(entry.code, width, ext)) for width, ext in SIZES)


def test_flags_name_people_drone_minor_and_odd_location(submission: Campaign) -> None:
    entry = make_entry(
        submission,
        EntryState.SUBMITTED,
        people=People.AGREED,
        is_drone=True,
        age="minor",
        latitude=48.1,
        longitude=11.5,
    )
    expected = {EntryFlag.PEOPLE, EntryFlag.DRONE, EntryFlag.MINOR, EntryFlag.FAR_AWAY}
    assert expected <= set(flags_of(entry))


def test_nearest_duplicates_are_shown(submission: Campaign) -> None:
    one, near = make_entry(submission, dhash=0b1), make_entry(submission, dhash=0b11)
    make_entry(submission, dhash=-1)
    assert duplicates_of(one) == [(near, 1)]


@pytest.mark.parametrize("decide", [actions.request_changes, actions.reject_entry])
def test_asking_and_rejecting_need_a_reason_and_the_reason_is_mailed(
    submission: Campaign, moderator: User, decide: Callable[..., Entry]
) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED)
    with pytest.raises(Refused) as refusal:
        decide(entry=entry, by=moderator, reason=" ", now=NOW)
    assert refusal.value.code == "reason_missing"
    with committing():
        decide(entry=entry, by=moderator, reason="Der Horizont kippt.", now=NOW)
    assert (mail.outbox[-1].to, "Der Horizont kippt." in mail.outbox[-1].body) == ([entry.author_email], True)


def test_two_moderators_never_decide_the_same_entry_twice(submission: Campaign, moderator: User, office: User) -> None:
    entry = make_entry(submission, EntryState.SUBMITTED)
    same = Entry.objects.get(pk=entry.pk)
    actions.approve_entry(entry=entry, by=moderator, now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.reject_entry(entry=same, by=office, reason="Zu dunkel.", now=NOW)
    assert refusal.value.code == "somebody_faster"
    assert AuditEvent.objects.filter(action__startswith="campaigns.entry.").count() == 1


def test_bulk_approves_only_what_is_safe(submission: Campaign, moderator: User) -> None:
    plain = make_entry(submission, EntryState.SUBMITTED)
    flagged = make_entry(submission, EntryState.SUBMITTED, people=People.AGREED)
    seen = {entry.code: entry.revision for entry in (plain, flagged)}
    outcomes = actions.approve_unflagged(seen=seen, by=moderator, now=NOW)
    assert {one.entry.code: one.refusal and one.refusal.code for one in outcomes} == {
        plain.code: None,
        flagged.code: "flagged",
    }


def test_every_public_photo_has_a_report_link_that_hides_nothing_by_itself(client: Client) -> None:
    campaign = running(Phase.VOTING)
    entry = make_entry(campaign)
    link = at("report", campaign, entry.code)
    assert link in client.get(entry.get_absolute_url()).content.decode()
    client.post(link, {"reason": "person"})
    assert client.get(entry.get_absolute_url()).status_code == 200
    assert Entry.objects.get(pk=entry.pk).is_public


def test_takedown_hides_photo_renditions_cached_pages_and_share_cards_at_once(client: Client, moderator: User) -> None:
    campaign = running(Phase.VOTING)
    entry = make_entry(campaign, with_files=True)
    card = at("card", campaign, entry.code, "quadrat")
    for url in (at("gallery", campaign), entry.get_absolute_url(), card):
        assert client.get(url).status_code == 200
    with committing():
        actions.take_down_entry(entry=entry, by=moderator, reason="Rechte.", now=NOW)
    assert not any(public_storage.exists(rendition_name(entry.code, width, ext)) for width, ext in SIZES)
    assert client.get(entry.get_absolute_url()).status_code == 404
    assert client.get(card).status_code == 404
    assert entry.code not in client.get(at("gallery", campaign)).content.decode()
