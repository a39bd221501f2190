"""The office's page of a jury final, from the shortlist to the decision."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.models import Campaign, Finale
from cms.accounts.enums import Role
from cms.accounts.models import User
from competitions.models import Stage
from tests.campaigns.test_moderation_views import client_of
from tests.finalists.test_bridge import decided, frozen

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db: None) -> Client:
    return client_of(Role.OFFICE, email="desk@example.org")


def at(campaign: Campaign, page: str = "") -> str:
    return f"/verwaltung/kampagne/{campaign.slug}/finale/{page}"


def test_from_the_shortlist_to_the_decision(desk: Client, campaign: Campaign, office: User) -> None:
    assert "Auswahlliste jetzt festhalten" in desk.get(at(campaign)).content.decode()
    desk.post(at(campaign, "auswahlliste/"))
    page = desk.get(at(campaign)).content.decode()
    assert "3 Fotos auf der Auswahlliste" in page
    assert "Stimme " not in page
    until = timezone.localtime() + timedelta(days=9)
    form = {
        "contact_email": "jury@example.org",
        "jury_closes_at_0": f"{until:%Y-%m-%d}",
        "jury_closes_at_1": "18:00",
        "blind": "on",
    }
    assert desk.post(at(campaign, "neue-jury/"), form).status_code == 302
    stage = Stage.objects.get()
    assert stage.blind
    decided(stage, office)
    assert "Entscheidung der Jury übernehmen" in desk.get(at(campaign)).content.decode()
    assert "Jury hat entschieden" in desk.get("/verwaltung/").content.decode()
    desk.post(at(campaign, "uebernehmen/"))
    assert "Jury hat entschieden" not in desk.get("/verwaltung/").content.decode()
    assert Finale.objects.get().decided_at == Stage.objects.get().committed_at
    assert "übernommen" in desk.get(at(campaign)).content.decode()


def test_wrong_entries_are_said_beside_their_fields(desk: Client, campaign: Campaign, office: User) -> None:
    frozen(campaign, office)
    response = desk.post(at(campaign, "neue-jury/"), {"contact_email": "quatsch"})
    assert response.status_code == 422
    past = {"contact_email": "a@example.org", "jury_closes_at_0": "2020-01-01", "jury_closes_at_1": "10:00"}
    response = desk.post(at(campaign, "neue-jury/"), past)
    assert "muss in der Zukunft liegen" in response.content.decode()
    assert Stage.objects.count() == 0
    assert desk.post(at(campaign, "uebergeben/"), {"stage": "1"}).status_code == 422


def test_a_campaign_without_a_jury_final_has_no_such_page(desk: Client, campaign: Campaign) -> None:
    Campaign.objects.filter(pk=campaign.pk).update(has_jury_final=False)
    assert desk.get(at(campaign)).status_code == 404
    assert desk.post(at(campaign, "auswahlliste/")).status_code == 404


@pytest.mark.parametrize("page", ["auswahlliste/", "neue-jury/", "uebergeben/", "uebernehmen/"])
def test_nothing_happens_by_looking(desk: Client, campaign: Campaign, page: str) -> None:
    assert desk.get(at(campaign, page)).status_code == 405


def test_the_page_is_for_the_office_alone(campaign: Campaign) -> None:
    moderator = client_of(Role.MODERATOR, email="other@example.org")
    assert moderator.get(at(campaign)).status_code == 404
    assert moderator.post(at(campaign, "auswahlliste/")).status_code == 404
