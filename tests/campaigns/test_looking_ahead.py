"""Looking ahead: the office sees other days, nobody else does, and nothing can be sent."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.enums import Phase
from campaigns.models import Ballot, Campaign
from cms.accounts.models import User
from tests.accounts.conftest import pass_second_factor
from tests.campaigns.factories import make_entry
from tests.campaigns.today import at, running

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def campaign(db: None) -> Campaign:
    campaign = running(Phase.SUBMISSION)
    make_entry(campaign)
    return campaign


@pytest.fixture
def desk(client: Client, office: User) -> Client:
    client.force_login(office)
    pass_second_factor(client, office)
    return client


def look(client: Client, campaign: Campaign, moment: datetime, page: str = "galerie") -> str:
    """Begin a preview and return where it leads."""
    sent = {"moment": timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M"), "seite": page}
    answer = client.post(reverse("campaigns_preview", args=[campaign.slug]), sent)
    assert answer.status_code == 302
    return str(answer.url)


def test_office_sees_the_gallery_of_the_voting_phase(desk: Client, campaign: Campaign) -> None:
    assert desk.get(at("gallery", campaign)).context["paper"] is None
    answer = desk.get(look(desk, campaign, campaign.voting_opens + HOUR))
    page = answer.content.decode()
    assert answer.context["paper"] is not None
    assert "Vorschau beenden" in page
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("moment", "page", "words"),
    [
        ("submission_opens", "mitmachen", "Foto"),
        ("submission_closes", "mitmachen", "Die Einreichung ist beendet"),
        ("voting_opens", "stimmzettel", "Noch ist er leer"),
        ("voting_closes", "stimmzettel", "Die Abstimmung ist beendet"),
        ("results_at", "ergebnis", "Hier werden stehen"),
    ],
)
def test_every_phase_can_be_looked_at(desk: Client, campaign: Campaign, moment: str, page: str, words: str) -> None:
    assert words in desk.get(look(desk, campaign, getattr(campaign, moment) + HOUR, page)).content.decode()


def test_nothing_can_be_sent_in_a_preview(desk: Client, campaign: Campaign) -> None:
    look(desk, campaign, campaign.voting_opens + HOUR)
    for name in ("choose", "ballot", "submit"):
        answer = desk.post(at(name, campaign), {"code": "B-2345", "wahl": "ja", "email": "a@example.org"})
        assert answer.status_code == 409
        assert "In der Vorschau wird nichts gespeichert" in answer.content.decode()
    assert not Ballot.objects.exists()


def test_preview_ends_where_it_began(desk: Client, campaign: Campaign) -> None:
    look(desk, campaign, campaign.voting_opens + HOUR)
    answer = desk.post(reverse("campaigns_preview_end"))
    assert answer.url == reverse("campaigns_desk", args=[campaign.slug])
    assert desk.get(at("gallery", campaign)).context["paper"] is None
    assert "Vorschau beenden" not in desk.get(at("gallery", campaign)).content.decode()


def test_the_admin_stays_in_the_present(desk: Client, campaign: Campaign) -> None:
    look(desk, campaign, campaign.voting_opens + HOUR)
    assert desk.get(reverse("campaigns_desk", args=[campaign.slug])).context["phase"] == Phase.SUBMISSION


def test_nobody_else_sees_another_day(desk: Client, campaign: Campaign, moderator: User) -> None:
    path = look(desk, campaign, campaign.voting_opens + HOUR)
    assert Client().get(path).context["paper"] is None
    other = Client()
    other.force_login(moderator)
    pass_second_factor(other, moderator)
    session = other.session
    session["preview"] = desk.session["preview"]
    session.save()
    assert other.get(path).context["paper"] is None
    assert other.post(reverse("campaigns_preview", args=[campaign.slug]), {}).status_code == 404


def test_a_moment_that_is_none_is_said(desk: Client, campaign: Campaign) -> None:
    answer = desk.post(reverse("campaigns_preview", args=[campaign.slug]), {"moment": "bald"}, follow=True)
    assert "Bitte geben Sie Tag und Uhrzeit an" in answer.content.decode()
    assert "preview" not in desk.session


def test_looking_back_shows_no_counts(desk: Client) -> None:
    campaign = running(Phase.RESULTS)
    path = look(desk, campaign, campaign.voting_opens + HOUR, "ergebnis")
    assert "kennt niemand einen Zwischenstand" in desk.get(path).content.decode()
