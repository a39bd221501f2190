"""The desk: flags for many at once, filters that combine, order, bulk approval, who looks, who decided."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from campaigns import actions, attention, queries
from campaigns.domain.likeness import likeness, look_alikes
from campaigns.domain.position import sketch
from campaigns.enums import EntryFlag, EntryState, People, ReasonKind, ReportReason
from campaigns.models import Campaign, Entry, HeldDecision, ReasonText
from campaigns.queries import UNFLAGGED, DeskFilters
from campaigns.queries.decisions import DecisionFilters, decision_events, decisions_of
from cms.accounts.models import User
from tests.campaigns.factories import NOW, committing, make_campaign, make_entry, make_town

pytestmark = pytest.mark.django_db


def waiting(campaign: Campaign, **fields: Any) -> Entry:
    return make_entry(campaign, EntryState.SUBMITTED, **fields)


def keys_of(*entries: Entry) -> list[int]:
    return [entry.pk for entry in entries]


# --- flags -------------------------------------------------------------------------------------------------


def test_flags_of_many_equal_the_flags_of_each(submission: Campaign) -> None:
    public = make_entry(submission, dhash=7)
    actions.report_entry(entry=public, reason=ReportReason.RIGHTS, message="", now=NOW)
    again = waiting(submission, dhash=6)
    child = waiting(submission, people=People.AGREED, shows_children=True, age="minor")
    plain = waiting(submission)
    elsewhere = waiting(make_campaign(), dhash=7)
    found = queries.flags_by_entry([again, child, plain, elsewhere])
    assert found == {
        again.pk: [EntryFlag.DUPLICATE, EntryFlag.REPORTED],
        child.pk: [EntryFlag.MINOR, EntryFlag.GUARDIAN_OPEN, EntryFlag.PEOPLE, EntryFlag.CHILDREN],
        plain.pk: [],
        elsewhere.pk: [],
    }


@pytest.mark.parametrize("number", [24, 48])
def test_desk_costs_the_same_for_24_and_48(submission: Campaign, number: int, django_assert_num_queries: Any) -> None:
    town = make_town()
    for position in range(number):
        waiting(submission, municipality=town, dhash=position % 5, author_slot=None)
    with django_assert_num_queries(3):
        desk = queries.desk(DeskFilters())
    assert len(desk.keys) == number
    with django_assert_num_queries(1):
        assert len([entry.campaign.title for entry in queries.entries_in_order(desk.keys)]) == number


def test_counters_say_how_many_carry_each_flag(submission: Campaign) -> None:
    waiting(submission, is_drone=True)
    waiting(submission, is_drone=True, people=People.UNASKED)
    waiting(submission)
    counts = {flag: number for flag, number in queries.desk(DeskFilters()).flag_counts.items() if number}
    assert counts == {UNFLAGGED: 1, "drone": 2, "people_unasked": 1}


def test_look_alikes_are_found_across_the_sign_bit() -> None:
    found = look_alikes([(1, -1)], [(1, -1), (2, -1 ^ 0b111), (3, 0)], distance=10)
    assert found == {1: [(3, 2)]}
    assert look_alikes([(1, 5)], [], distance=10) == {1: []}


@pytest.mark.parametrize("bits, word", [(0, "same"), (3, "nearly"), (6, "very"), (7, "similar"), (10, "similar")])
def test_distance_has_a_word(bits: int, word: str) -> None:
    assert likeness(bits) == word


def test_sketch_points_where_the_photo_was_taken() -> None:
    found = sketch((51.0, 11.0), (51.27, 11.0))
    assert (found.direction, found.distance_km, found.ring_km, found.x) == ("n", 30.0, 25, 100.0)
    assert 0 < found.y < 100
    assert sketch((51.0, 11.0), (51.0, 10.9)).direction == "w"
    assert sketch((51.0, 11.0), (51.0, 11.0)).distance_km == 0


# --- filters -----------------------------------------------------------------------------------------------


def test_filters_combine(submission: Campaign) -> None:
    town = make_town("Bad Sulza")
    wanted = waiting(submission, municipality=town, title="Alter Turm", is_drone=True)
    waiting(submission, municipality=town, title="Alter Turm", author_slot=2)
    waiting(submission, title="Alter Turm", is_drone=True)
    waiting(submission, municipality=town, title="Neue Brücke", is_drone=True, author_slot=3)
    waiting(make_campaign(), municipality=town, title="Alter Turm", is_drone=True)
    filters = DeskFilters(campaign=submission, town=town.ags, flag="drone", text="turm alter")
    assert queries.desk(filters).keys == [wanted.pk]
    assert queries.desk(DeskFilters(campaign=submission, text="sulza turm", flag=UNFLAGGED)).flag_counts["drone"] == 1


def test_what_waits_stands_with_the_oldest_first_what_is_decided_with_the_newest(
    submission: Campaign, moderator: User, office: User
) -> None:
    second = waiting(submission, submitted_at=NOW)
    first = waiting(submission, submitted_at=NOW - timedelta(days=1))
    assert queries.desk(DeskFilters()).keys == keys_of(first, second)
    actions.reject_entry(entry=first, by=moderator, reason="Zu dunkel.", now=NOW)
    actions.reject_entry(entry=second, by=office, reason="Zu hell.", now=NOW + timedelta(hours=1))
    rejected = DeskFilters(state=EntryState.REJECTED)
    assert queries.desk(rejected).keys == keys_of(second, first)
    assert queries.desk(DeskFilters(state=EntryState.REJECTED, moderator=office)).keys == keys_of(second)


def test_after_the_last_comes_the_first(submission: Campaign) -> None:
    one, two, three = (waiting(submission, submitted_at=NOW + timedelta(hours=hour)) for hour in range(3))
    desk = queries.desk(DeskFilters())
    assert desk.after(two.pk) == keys_of(three, one)
    assert desk.after(None) == keys_of(one, two, three)


# --- many at once ------------------------------------------------------------------------------------------


def test_bulk_leaves_what_is_flagged_or_changed_and_names_it(submission: Campaign, moderator: User) -> None:
    plain, flagged, changed = waiting(submission), waiting(submission, is_drone=True), waiting(submission)
    seen = {entry.code: entry.revision for entry in (plain, flagged, changed)}
    Entry.objects.filter(pk=changed.pk).update(revision=changed.revision + 1)
    outcomes = actions.approve_unflagged(seen=seen, by=moderator, now=NOW, hold_until=NOW + timedelta(seconds=15))
    told = {one.entry.pk: one.refusal and one.refusal.code for one in outcomes}
    assert told == {plain.pk: None, flagged.pk: "flagged", changed.pk: "changed_meanwhile"}
    assert set(Entry.objects.filter(state=EntryState.APPROVED)) == {plain}
    assert HeldDecision.objects.get().entry == plain


def test_bulk_again_says_that_it_is_done(submission: Campaign, moderator: User) -> None:
    entry = waiting(submission)
    seen = {entry.code: entry.revision}
    with committing():
        actions.approve_unflagged(seen=seen, by=moderator, now=NOW)
    (outcome,) = actions.approve_unflagged(seen=seen, by=moderator, now=NOW)
    assert outcome.refusal is not None
    assert outcome.refusal.code == "somebody_faster"


# --- who looks, who decided, ready-made reasons ------------------------------------------------------------


def test_moderators_see_where_others_are(moderator: User, office: User) -> None:
    assert attention.look_at(1, moderator) == []
    assert attention.look_at(1, office) == [moderator.name]
    assert attention.others_looking([1, 2], moderator) == {1: [office.name]}
    attention.look_away(1, office)
    assert attention.others_looking([1, 2], moderator) == {}


def test_decisions_tell_who_and_what_without_the_author(submission: Campaign, moderator: User, office: User) -> None:
    one, other = waiting(submission), waiting(make_campaign())
    actions.request_changes(entry=one, by=moderator, reason="Bitte heller.", now=NOW)
    actions.reject_entry(entry=other, by=office, reason="Zu dunkel.", now=NOW + timedelta(days=2))
    told = [(row.event.actor, row.words, row.entry) for row in decisions_of(decision_events(DecisionFilters()))]
    assert told == [(office, "abgelehnt", other), (moderator, "Änderung erbeten", one)]
    for filters, left in (
        (DecisionFilters(campaign=submission), [moderator]),
        (DecisionFilters(moderator=office), [office]),
        (DecisionFilters(kind="reject"), [office]),
        (DecisionFilters(since=(NOW + timedelta(days=1)).date()), [office]),
    ):
        assert [event.actor for event in decision_events(filters)] == left


def test_reasons_of_the_campaign_and_of_all_in_the_authors_language(submission: Campaign) -> None:
    ReasonText.objects.all().delete()
    common = ReasonText.objects.create(kind=ReasonKind.REJECT, title="Allgemein", text="…", position=2)
    own = ReasonText.objects.create(kind=ReasonKind.REJECT, title="Eigen", text="…", campaign=submission, position=1)
    ReasonText.objects.create(kind=ReasonKind.REJECT, title="Fremd", text="…", campaign=make_campaign())
    ReasonText.objects.create(kind=ReasonKind.CHANGE, title="Anderes", text="…")
    assert queries.reason_texts(submission, "en", ReasonKind.REJECT) == [own, common]
    english = ReasonText.objects.create(kind=ReasonKind.REJECT, title="In English", text="…", language="en")
    assert queries.reason_texts(submission, "en", ReasonKind.REJECT) == [english]


def test_first_reasons_come_with_the_migration() -> None:
    assert {kind for (kind,) in ReasonText.objects.values_list("kind")} == set(ReasonKind.values)
