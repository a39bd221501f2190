"""The count: published once, reproducible by anybody, and no longer linkable after the objection period."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from campaigns import actions
from campaigns.enums import EntryState, Phase
from campaigns.models import Ballot, Campaign, CampaignNotice, Entry, Result, SetAside, VoteKey
from campaigns.permissions import may_see_counts
from campaigns.queries import counted_votes, published_result
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from cms.core.storages import public_storage
from tests.campaigns.factories import NOW, calendar, cast, make_campaign, make_entry, make_town

pytestmark = pytest.mark.django_db


def counted_campaign(moderator: User, office: User, **fields: Any) -> tuple[Campaign, list[Entry], list[Ballot]]:
    """A campaign after voting: five ballots, one of them excluded by two people, one entry withdrawn."""
    campaign = make_campaign(Phase.VOTING, **fields)
    town = make_town("Bad Sulza")
    bridge = make_entry(campaign, municipality=town, title="Brücke")
    market = make_entry(campaign, municipality=town, title="Markt")
    castle = make_entry(campaign, municipality=make_town("Greiz", population=20_000), title="Burg")
    gone = make_entry(campaign, municipality=town, title="Weg")
    ballots = [
        cast(campaign, "a@example.org", bridge, castle).ballot,
        cast(campaign, "b@example.org", bridge, market).ballot,
        cast(campaign, "c@example.org", market, gone).ballot,
        cast(campaign, "d@mailinator.com", castle).ballot,
        cast(campaign, "e@mailinator.com", castle).ballot,
    ]
    for ballot, exclude in ((ballots[3], True), (ballots[4], False)):
        case = SetAside.objects.get(ballot=ballot)
        actions.propose_on_ballot(set_aside=case, exclude=exclude, reason="Geprüft.", by=moderator, now=NOW)
        actions.decide_on_ballot(set_aside=case, exclude=exclude, reason="Geprüft.", by=office, now=NOW)
    actions.withdraw_entry(entry=gone, now=NOW)
    return campaign, [bridge, market, castle, gone], ballots


def file_of(result: Result, folder: Path) -> Path:
    path = folder / "zaehldatei.csv"
    with public_storage.open(result.count_file) as file:
        path.write_bytes(file.read())
    return path


def test_result_names_places_with_ties(moderator: User, office: User) -> None:
    campaign, (bridge, market, castle, _gone), _ballots = counted_campaign(moderator, office)
    result = actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    table = {line["code"]: (line["place"], line["class_place"], line["votes"]) for line in result.snapshot["entries"]}
    assert table == {bridge.code: (1, 1, 2), market.code: (1, 1, 2), castle.code: (1, 1, 2)}
    assert [(line["place"], line["town"], line["votes"]) for line in result.snapshot["towns"]] == [
        (1, "Bad Sulza", 4),
        (2, "Greiz", 2),
    ]
    assert [(line["size_class"], line["votes"]) for line in result.snapshot["classes"]] == [(1, 4), (2, 2)]
    assert (result.snapshot["ballots"], result.snapshot["counted"]) == (5, 6)
    assert result.snapshot["excluded"] == {"entry_withdrawn": 1, "set_aside": 1}
    assert campaign.phase(campaign.results_at) == Phase.RESULTS


def test_count_file_lists_every_vote_with_its_reason(moderator: User, office: User, tmp_path: Path) -> None:
    campaign, (bridge, market, castle, gone), ballots = counted_campaign(moderator, office)
    result = actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    data = file_of(result, tmp_path).read_bytes()
    assert (hashlib.sha256(data).hexdigest(), len(data)) == (result.count_sha256, result.count_bytes)
    head, *lines = data.decode().splitlines()
    assert head == "receipt,entry,status,reason"
    a, b, c, d, e = (ballot.receipt for ballot in ballots)
    expected = {
        f"{a},{bridge.code},counted,",
        f"{a},{castle.code},counted,",
        f"{b},{bridge.code},counted,",
        f"{b},{market.code},counted,",
        f"{c},{market.code},counted,",
        f"{c},{gone.code},excluded,entry_withdrawn",
        f"{d},{castle.code},excluded,set_aside",
        f"{e},{castle.code},counted,",
    }
    assert (set(lines), len(lines)) == (expected, 8)
    assert lines == sorted(lines)
    assert "example.org" not in data.decode()


def test_recount_reproduces_the_published_table(moderator: User, office: User, tmp_path: Path) -> None:
    campaign, entries, _ballots = counted_campaign(moderator, office)
    result = actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    Entry.objects.filter(pk=entries[0].pk).update(title="Später umbenannt")
    out = StringIO()
    call_command("recount", campaign.slug, str(file_of(result, tmp_path)), stdout=out)
    assert "equals the published result" in out.getvalue()
    assert "5 ballots, 6 votes counted, excluded: entry_withdrawn 1, set_aside 1" in out.getvalue()


@pytest.mark.parametrize(
    "forge",
    [
        lambda text: text.replace("excluded,set_aside", "counted,"),
        lambda text: text.rpartition("\n")[0].rpartition("\n")[0] + "\n",
        lambda text: text + "\n",
        lambda text: text.replace("receipt", "quittung"),
    ],
)
def test_recount_of_a_changed_file_fails(moderator: User, office: User, tmp_path: Path, forge: Any) -> None:
    campaign, _entries, _ballots = counted_campaign(moderator, office)
    path = file_of(actions.publish_results(campaign=campaign, by=office, now=campaign.results_at), tmp_path)
    path.write_text(forge(path.read_text()))
    with pytest.raises(CommandError) as error:
        call_command("recount", campaign.slug, str(path), stdout=StringIO())
    assert error.value.returncode == 1


def test_recount_needs_campaign_result_and_file(counting: Campaign, tmp_path: Path, office: User) -> None:
    for slug in ("unbekannt", counting.slug):
        with pytest.raises(CommandError):
            call_command("recount", slug, str(tmp_path / "x.csv"), stdout=StringIO())
    actions.publish_results(campaign=counting, by=office, now=NOW)
    with pytest.raises(CommandError, match=r"x\.csv"):
        call_command("recount", counting.slug, str(tmp_path / "x.csv"), stdout=StringIO())


@pytest.mark.parametrize(
    "phase, code",
    [(Phase.SUBMISSION, "voting_running"), (Phase.VOTING, "voting_running"), (Phase.RESULTS, "already_published")],
)
def test_publishing_in_another_phase_is_refused(phase: Phase, code: str, office: User) -> None:
    with pytest.raises(Refused) as refusal:
        actions.publish_results(campaign=make_campaign(phase), by=office, now=NOW)
    assert refusal.value.code == code


def test_publishing_before_the_announced_moment_is_refused(office: User) -> None:
    campaign = make_campaign(Phase.COUNTING, results_at=NOW + timedelta(hours=1))
    with pytest.raises(Refused) as refusal:
        actions.publish_results(campaign=campaign, by=office, now=NOW)
    assert refusal.value.code == "results_too_early"


def test_publishing_twice_is_refused(counting: Campaign, office: User) -> None:
    actions.publish_results(campaign=counting, by=office, now=NOW)
    with pytest.raises(Refused) as refusal:
        actions.publish_results(campaign=counting, by=office, now=NOW)
    assert refusal.value.code == "already_published"
    assert AuditEvent.objects.filter(action="campaigns.result.published").count() == 1


def test_publishing_with_undecided_ballots_is_refused(voting: Campaign, moderator: User, office: User) -> None:
    cast(voting, "a@mailinator.com", make_entry(voting))
    with pytest.raises(Refused, match="1 zurückgestellte") as refusal:
        actions.publish_results(campaign=voting, by=office, now=voting.results_at)
    assert refusal.value.code == "undecided_ballots"


def test_deciding_on_a_ballot_after_publication_is_refused(moderator: User, office: User) -> None:
    campaign, _entries, _ballots = counted_campaign(moderator, office)
    actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    case = SetAside.objects.select_related("ballot__campaign").first()
    assert case is not None
    with pytest.raises(Refused) as refusal:
        actions.decide_on_ballot(set_aside=case, exclude=True, reason="Doch nicht.", by=office, now=NOW)
    assert refusal.value.code == "already_published"


def test_entry_leaving_after_publication_does_not_change_the_result(moderator: User, office: User) -> None:
    campaign, (bridge, *_others), _ballots = counted_campaign(moderator, office)
    before = actions.publish_results(campaign=campaign, by=office, now=campaign.results_at).snapshot
    actions.take_down_entry(
        entry=Entry.objects.get(pk=bridge.pk), by=moderator, reason="Rechte.", now=campaign.results_at
    )
    after = published_result(campaign)
    assert after is not None
    assert after.snapshot == before


def test_counts_are_seen_by_nobody_before_publication(office: User) -> None:
    campaign = make_campaign(**calendar(Phase.SUBMISSION))
    for name in ("submission_opens", "voting_opens", "voting_closes", "results_at"):
        assert not may_see_counts(campaign, getattr(campaign, name))
    actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    assert may_see_counts(campaign, campaign.results_at)


def test_votes_of_another_campaign_are_not_counted(voting: Campaign) -> None:
    other = make_campaign(Phase.VOTING)
    here, there = make_entry(voting), make_entry(other)
    cast(voting, "a@example.org", here)
    cast(other, "a@example.org", there)
    assert counted_votes(voting) == {here.code: 1}


@pytest.mark.parametrize("number", [1, 12])
def test_counting_costs_the_same_for_few_and_for_many(
    voting: Campaign, number: int, django_assert_num_queries: Any
) -> None:
    entry = make_entry(voting)
    for voter in range(number):
        cast(voting, f"{voter}@example.org", entry)
    with django_assert_num_queries(4):
        assert counted_votes(voting) == {entry.code: number}


def test_vote_key_is_destroyed_only_after_the_objections(moderator: User, office: User) -> None:
    campaign, _entries, ballots = counted_campaign(moderator, office)
    Ballot.objects.update(network="n")

    def destroy(now: Any) -> str:
        with pytest.raises(Refused) as refusal:
            actions.destroy_vote_key(campaign=campaign, now=now, by=office)
        return refusal.value.code

    assert destroy(NOW) == "not_published"
    actions.publish_results(campaign=campaign, by=office, now=campaign.results_at)
    until = campaign.objections_until
    assert until == campaign.results_at + timedelta(days=14)
    assert destroy(until - timedelta(seconds=1)) == "objections_running"
    actions.destroy_vote_key(campaign=campaign, now=until, by=office)
    assert VoteKey.objects.get(campaign=campaign).secret is None
    assert set(Ballot.objects.values_list("network", flat=True)) == {""}
    assert Ballot.objects.filter(receipt=ballots[0].receipt).exists()
    assert destroy(until) == "key_destroyed"
    with pytest.raises(Refused) as refusal:
        actions.voter_of(campaign=campaign, email="a@example.org", now=until)
    assert refusal.value.code == "key_destroyed"


def test_author_row_does_not_reveal_the_ballot(voting: Campaign) -> None:
    voter = actions.voter_of(campaign=voting, email="anna@example.org", now=NOW)
    make_entry(voting, EntryState.SUBMITTED, author_key=voter.author_key)
    done = cast(voting, "anna@example.org", make_entry(voting))
    assert not Entry.objects.filter(author_key=done.ballot.voter_key).exists()


def test_change_before_opening_needs_no_note(office: User) -> None:
    campaign = make_campaign(Phase.ANNOUNCED)
    actions.change_campaign(campaign=campaign, values={"votes_per_voter": 5}, by=office, now=NOW)
    campaign.refresh_from_db()
    assert campaign.votes_per_voter == 5
    assert not CampaignNotice.objects.exists()


def test_end_of_voting_moves_only_with_a_public_note(voting: Campaign, office: User) -> None:
    later = voting.voting_closes + timedelta(days=1)

    def move(**values: Any) -> Campaign:
        return actions.change_campaign(campaign=voting, values={"voting_closes": later}, by=office, now=NOW, **values)

    with pytest.raises(Refused) as refusal:
        move()
    assert (refusal.value.code, refusal.value.field) == ("note_missing", "note")
    move(note="Die Seite war einen Tag nicht erreichbar.")
    notice = CampaignNotice.objects.get()
    assert (notice.note, set(notice.changes)) == ("Die Seite war einen Tag nicht erreichbar.", {"voting_closes"})
    assert AuditEvent.objects.filter(action="campaigns.campaign.changed").count() == 1


@pytest.mark.parametrize(
    "phase, name, value",
    [
        (Phase.SUBMISSION, "size_bounds", [1000]),
        (Phase.VOTING, "votes_per_voter", 9),
        (Phase.COUNTING, "voting_closes", NOW),
    ],
)
def test_rules_that_people_relied_on_stay_fixed(phase: Phase, name: str, value: Any, office: User) -> None:
    campaign = make_campaign(phase)
    with pytest.raises(Refused) as refusal:
        actions.change_campaign(campaign=campaign, values={name: value}, by=office, now=NOW, note="Weil.")
    assert refusal.value.code == "rule_fixed"
