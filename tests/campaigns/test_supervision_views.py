"""Watching over a vote: volume and cases for those who may, counts only after a reason is written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns import actions
from campaigns.domain.doubts import BURST_SIZE
from campaigns.enums import Phase
from campaigns.models import Ballot, BallotCase, Campaign
from campaigns.queries.supervision import volume_by_day, volume_by_hour
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.accounts.conftest import pass_second_factor
from tests.campaigns.factories import make_entry
from tests.campaigns.today import running, voted

pytestmark = pytest.mark.django_db
WORDS = "Beschwerde der Stadt Aue vom 3. Mai"


def inside(user: User) -> Client:
    client = Client()
    client.force_login(user)
    pass_second_factor(client, user)
    return client


@pytest.fixture
def campaign(db: None) -> Campaign:
    """A vote with a burst of an hour ago, not yet noticed."""
    campaign = running(Phase.VOTING)
    begin = timezone.now() - timedelta(hours=1)
    Ballot.objects.bulk_create(
        Ballot(
            campaign=campaign,
            voter_key=f"{number:064x}",
            receipt=f"Q-{number:09d}",
            cast_at=begin + timedelta(seconds=number % 50),
            network="n",
        )
        for number in range(BURST_SIZE + 2)
    )
    return campaign


def test_volume_counts_every_ballot_once(campaign: Campaign) -> None:
    now = timezone.now()
    days = volume_by_day(campaign, now)
    assert sum(day.ballots for day in days) == BURST_SIZE + 2
    assert len(days) == (timezone.localdate(now) - timezone.localdate(campaign.voting_opens)).days + 1
    of_days = [volume_by_hour(campaign, timezone.localdate(day.begins)) for day in days[-2:]]
    assert sum(hour.ballots for hours in of_days for hour in hours) == BURST_SIZE + 2
    assert {len(hours) for hours in of_days} <= {23, 24, 25}


def test_supervision_shows_volume_and_cases_but_never_an_entry(campaign: Campaign, moderator: User) -> None:
    entry = make_entry(campaign, title="Ein ganz besonderer Blick")
    voted(campaign, "a@example.org", entry)
    client = inside(moderator)
    client.post(reverse("campaigns_gather", args=[campaign.slug]))
    page = client.get(reverse("campaigns_supervision", args=[campaign.slug])).content.decode()
    case = client.get(reverse("campaigns_case", args=[campaign.slug, BallotCase.objects.get().key])).content.decode()
    assert f"{BURST_SIZE + 3} Stimmzettel bisher" in page
    assert "Sehr viele Stimmzettel in kurzer Zeit" in page
    for shown in (page, case):
        assert entry.title not in shown
        assert entry.code not in shown
        assert "Q-" not in shown


def test_supervision_needs_the_same_queries_for_one_case_and_for_three(
    campaign: Campaign, moderator: User, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client, path = inside(moderator), reverse("campaigns_supervision", args=[campaign.slug])
    for network in ("a", "b"):
        Ballot.objects.filter(network="n").update(network=network)
        actions.gather_cases(campaign=campaign, now=timezone.now())
    client.get(path)
    with django_assert_max_num_queries(22):
        client.get(path)


@pytest.mark.parametrize("query", ["?tag=gestern", "?tag=2027-13-40", "?tag=1999-01-01", "?tag="])
def test_a_day_that_is_none_shows_the_last_one(campaign: Campaign, moderator: User, query: str) -> None:
    answer = inside(moderator).get(f"{reverse('campaigns_supervision', args=[campaign.slug])}{query}")
    assert answer.context["chosen"] == timezone.localdate()


def test_two_people_decide_on_a_case(campaign: Campaign, moderator: User, office: User) -> None:
    actions.gather_cases(campaign=campaign, now=timezone.now())
    case = BallotCase.objects.get()
    path = reverse("campaigns_case", args=[campaign.slug, case.key])
    sent = {"verdict": "exclude", "reason": "Ein Programm.", "ballots": BURST_SIZE + 2}
    first = inside(moderator)
    assert first.post(path, {**sent, "reason": ""}).status_code == 422
    assert first.post(path, sent).status_code == 302
    again = first.post(path, sent)
    assert (again.status_code, again.context["reason"]) == (422, "Ein Programm.")
    assert "Darüber muss eine zweite Person entscheiden" in again.content.decode()
    assert inside(office).post(path, sent).status_code == 302
    case.refresh_from_db()
    assert (case.is_excluded, case.proposed_by, case.decided_by) == (True, moderator, office)
    assert case.set_aside.filter(is_excluded=True).count() == BURST_SIZE + 2


@pytest.mark.parametrize("sent", [{}, {"verdict": "maybe", "ballots": "3"}, {"verdict": "count", "ballots": "x"}])
def test_a_forged_form_is_no_page(campaign: Campaign, moderator: User, sent: dict[str, str]) -> None:
    actions.gather_cases(campaign=campaign, now=timezone.now())
    path = reverse("campaigns_case", args=[campaign.slug, BallotCase.objects.get().key])
    assert inside(moderator).post(path, sent).status_code == 404


def test_a_peek_is_written_down_before_it_is_shown_and_shown_once(campaign: Campaign, office: User) -> None:
    entry = make_entry(campaign)
    voted(campaign, "a@example.org", entry)
    client, path = inside(office), reverse("campaigns_peek", args=[campaign.slug])
    assert entry.code not in client.get(path).content.decode()
    refused = client.post(path, {"reason": "Neugier"})
    assert (refused.status_code, AuditEvent.objects.filter(action="campaigns.counts.peeked").count()) == (422, 0)
    shown = client.post(path, {"reason": WORDS})
    assert [(line.code, line.votes) for line in shown.context["tally"].entries] == [(entry.code, 1)]
    assert "no-store" in shown["Cache-Control"]
    assert AuditEvent.objects.get(action="campaigns.counts.peeked").reason == WORDS
    assert entry.code not in client.get(path).content.decode()
    desk = client.get(reverse("campaigns_desk", args=[campaign.slug])).content.decode()
    assert "Ein Einblick mit Begründung" in desk


@pytest.mark.parametrize("phase", [Phase.ANNOUNCED, Phase.SUBMISSION, Phase.CHECKING, Phase.RESULTS])
def test_there_is_nothing_to_peek_at_outside_the_vote(office: User, phase: Phase) -> None:
    with pytest.raises(Refused) as refusal:
        actions.peek_at_counts(campaign=running(phase), reason=WORDS, by=office, now=timezone.now())
    assert refusal.value.code == "nothing_to_peek_at"
    assert not AuditEvent.objects.filter(action="campaigns.counts.peeked").exists()


def test_moderators_never_peek(campaign: Campaign, moderator: User) -> None:
    assert inside(moderator).get(reverse("campaigns_peek", args=[campaign.slug])).status_code == 404
    with pytest.raises(Refused) as refusal:
        actions.peek_at_counts(campaign=campaign, reason=WORDS, by=moderator, now=timezone.now())
    assert refusal.value.code == "peek_not_allowed"
