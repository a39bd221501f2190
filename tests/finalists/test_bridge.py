"""The bridge: a frozen shortlist goes to a jury once, without votes; the jury's prizes come back before the result."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from campaigns import actions as campaign_actions
from campaigns.models import Campaign, Entry, Finalist
from cms.accounts.models import User
from cms.core.refusals import Refused
from cms.core.storages import private_storage
from cms.finalists.bridge import hand_over, hand_over_to_new, take_over
from competitions import actions as jury_actions
from competitions.enums import Verdict
from competitions.models import Assignment, Candidate, Competition, Stage

pytestmark = pytest.mark.django_db


def refusal(act: Any, **arguments: Any) -> str:
    with pytest.raises(Refused) as caught:
        act(**arguments)
    return caught.value.code


def frozen(campaign: Campaign, office: User) -> list[Finalist]:
    campaign_actions.freeze_shortlist(campaign=campaign, by=office, now=timezone.now())
    return list(Finalist.objects.filter(finale__campaign=campaign).select_related("entry"))


def handed_over(campaign: Campaign, office: User, *, blind: bool = True) -> Stage:
    frozen(campaign, office)
    now = timezone.now()
    return hand_over_to_new(
        campaign=campaign,
        contact_email="jury@example.org",
        jury_closes_at=now + timedelta(days=7),
        blind=blind,
        by=office,
        now=now,
    )


def decided(stage: Stage, office: User) -> Candidate:
    """One juror scores everything, the stage is closed, the last candidate wins, all at once."""
    now = timezone.now()
    member = jury_actions.invite_juror(stage=stage, email="jury@example.org", name="Juri Jury", by=office, now=now)
    jury_actions.accept_invitation(member=member, by=member.user, now=now)
    member.refresh_from_db()
    assigned = jury_actions.assign_panel(stage=stage, by=office, now=now)
    jury_actions.declare_conflicts(member=member, conflicts={}, by=member.user, now=now)
    for given in assigned:
        assignment = Assignment.objects.get(pk=given.pk)
        values = {"motiv": 5, "geschichte": 6, "ort": 7}
        jury_actions.save_scores(assignment=assignment, values=values, notes=None, note=None, by=member.user, now=now)
        jury_actions.complete_review(assignment=assignment, by=member.user, now=now)
    jury_actions.close_stage(stage=stage, by=office, now=now)
    *others, winner = stage.candidates.order_by("number")
    for candidate in others:
        jury_actions.propose_decision(candidate=candidate, verdict=Verdict.NONE, by=office, now=now)
    jury_actions.propose_decision(
        candidate=winner,
        verdict=Verdict.AWARD,
        reason="Ein Bild, das bleibt.",
        place=1,
        award=stage.awards.get(),
        by=office,
        now=now,
    )
    jury_actions.commit_decisions(stage=stage, by=office, now=now)
    return winner


def test_shortlist_takes_ties_at_the_cut_along_and_nobody_without_votes(campaign: Campaign, office: User) -> None:
    listed = frozen(campaign, office)
    assert sorted(one.entry.title for one in listed) == ["Blick 0", "Blick 1", "Blick 2"]
    assert sorted(one.number for one in listed) == [1, 2, 3]


def test_shortlist_is_frozen_once_and_only_with_a_jury_final(campaign: Campaign, office: User) -> None:
    frozen(campaign, office)
    freeze = campaign_actions.freeze_shortlist
    assert refusal(freeze, campaign=campaign, by=office, now=timezone.now()) == "shortlist_frozen"
    Campaign.objects.filter(pk=campaign.pk).update(has_jury_final=False)
    assert refusal(freeze, campaign=campaign, by=office, now=timezone.now()) == "no_jury_final"


def test_shortlist_waits_for_the_end_of_voting(campaign: Campaign, office: User) -> None:
    early = campaign.voting_closes - timedelta(seconds=1)
    assert refusal(campaign_actions.freeze_shortlist, campaign=campaign, by=office, now=early) == "voting_running"


def test_jury_sees_the_photo_and_the_story_but_neither_votes_nor_author(campaign: Campaign, office: User) -> None:
    Entry.objects.update(author_name="Erika Einsendung")
    stage = handed_over(campaign, office)
    candidates = list(stage.candidates.prefetch_related("files"))
    assert len(candidates) == 3
    for candidate in candidates:
        entry = Entry.objects.get(code=candidate.origin)
        told = str(candidate.content)
        assert entry.reason in told
        assert "Erika" not in told
        assert entry.municipality is not None
        assert entry.municipality.label in told
        (photo,) = candidate.files.all()
        assert photo.description == entry.description
        with private_storage.open(photo.stored_name) as file:
            assert file.read(3) == b"\xff\xd8\xff"
    assert "Erika" in str(handed_over_openly(campaign, office).candidates.first().content)


def handed_over_openly(campaign: Campaign, office: User) -> Stage:
    Finalist.objects.filter(finale__campaign=campaign).delete()
    campaign.finale.delete()
    return handed_over(campaign, office, blind=False)


def test_handing_over_twice_gives_one(campaign: Campaign, office: User) -> None:
    stage = handed_over(campaign, office)
    now = timezone.now()
    assert refusal(hand_over, campaign=campaign, stage=stage, by=office, now=now) == "somebody_faster"
    again = {"contact_email": "a@example.org", "jury_closes_at": now + timedelta(days=2), "blind": True}
    assert refusal(hand_over_to_new, campaign=campaign, by=office, now=now, **again) == "somebody_faster"
    assert Candidate.objects.count() == 3
    assert Competition.objects.count() == 1


def test_who_left_meanwhile_is_not_handed_over(campaign: Campaign, office: User) -> None:
    listed = frozen(campaign, office)
    campaign_actions.withdraw_entry(entry=listed[0].entry, now=timezone.now())
    now = timezone.now()
    stage = hand_over_to_new(
        campaign=campaign,
        contact_email="a@example.org",
        jury_closes_at=now + timedelta(days=2),
        blind=True,
        by=office,
        now=now,
    )
    assert stage.candidates.count() == 2


def test_a_juror_from_the_same_town_is_found_to_be_tied(campaign: Campaign, office: User) -> None:
    stage = handed_over(campaign, office)
    town = stage.candidates.order_by("number").first().municipality
    now = timezone.now()
    jury_actions.invite_juror(
        stage=stage, email="near@example.org", name="Nora Nah", municipality=town, by=office, now=now
    )
    assert len(jury_actions.assign_panel(stage=stage, by=office, now=now)) == 2
    assert Assignment.objects.filter(recusal__isnull=False).count() == 1


def test_decision_comes_back_and_is_published_beside_the_votes(campaign: Campaign, office: User) -> None:
    stage = handed_over(campaign, office)
    assert refusal(take_over, campaign=campaign, by=office, now=timezone.now()) == "jury_deliberates"
    winner = decided(stage, office)
    take_over(campaign=campaign, by=office, now=timezone.now())
    result = campaign_actions.publish_results(campaign=campaign, by=office, now=timezone.now())
    (prize,) = result.snapshot["jury"]
    assert (prize["code"], prize["award"], prize["reason"]) == (
        winner.origin,
        "Preis der Jury",
        "Ein Bild, das bleibt.",
    )
    assert result.snapshot["entries"][0]["title"] == "Blick 0"
    assert refusal(take_over, campaign=campaign, by=office, now=timezone.now()) == "already_published"


def test_a_winner_of_the_jury_that_left_gets_no_prize(campaign: Campaign, office: User) -> None:
    winner = decided(handed_over(campaign, office), office)
    take_over(campaign=campaign, by=office, now=timezone.now())
    campaign_actions.take_down_entry(
        entry=Entry.objects.get(code=winner.origin), by=office, reason="Recht am Bild", now=timezone.now()
    )
    result = campaign_actions.publish_results(campaign=campaign, by=office, now=timezone.now())
    assert result.snapshot["jury"] == []


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_hands_at_once_hand_over_once(campaign: Campaign, office: User) -> None:
    frozen(campaign, office)
    now = timezone.now()

    def act(_number: int) -> str:
        try:
            hand_over_to_new(
                campaign=campaign,
                contact_email="a@example.org",
                jury_closes_at=now + timedelta(days=2),
                blind=True,
                by=office,
                now=now,
            )
        except Refused as refused:
            return refused.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(act, range(4)))
    assert outcomes.count("done") == 1
    assert Candidate.objects.count() == 3
    assert Stage.objects.count() == 1
