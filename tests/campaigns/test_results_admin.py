"""The office looks at the result on record and publishes exactly what it saw."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns import actions
from campaigns.enums import Phase
from campaigns.models import Campaign, Entry, SetAside
from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.core.models import AuditEvent
from cms.core.refusals import Refused
from tests.campaigns.test_moderation_views import client_of
from tests.campaigns.today import gallery_of, running, voted

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db: None) -> Client:
    return client_of(Role.OFFICE, email="desk@example.org")


@pytest.fixture
def counted() -> Campaign:
    """Three entries, two of them with one vote each; the announced moment has come."""
    campaign = running(Phase.VOTING)
    best, second, _last = gallery_of(campaign, 3)
    voted(campaign, "a@example.org", best)
    voted(campaign, "b@example.org", second)
    return ended(campaign)


def ended(campaign: Campaign, **fields: Any) -> Campaign:
    now = timezone.now() - timedelta(minutes=1)
    Campaign.objects.filter(pk=campaign.pk).update(**{"voting_closes": now, "results_at": now, **fields})
    campaign.refresh_from_db()
    return campaign


def at(campaign: Campaign, page: str = "ergebnis/") -> str:
    return f"/verwaltung/kampagne/{campaign.slug}/{page}"


def looks() -> int:
    return AuditEvent.objects.filter(action="campaigns.result.previewed").count()


def test_page_of_the_result_shows_no_number_and_records_nothing(desk: Client, counted: Campaign) -> None:
    page = desk.get(at(counted)).content.decode()
    assert "Ergebnis jetzt ansehen" in page
    assert "Stimmen:" not in page
    assert looks() == 0


def test_preview_is_recorded_and_kept_nowhere(desk: Client, counted: Campaign) -> None:
    response = desk.post(at(counted, "ergebnis/vorschau/"))
    page = response.content.decode()
    assert [row["votes"] for row in response.context["podium"]] == [1, 1]
    assert "no-store" in response["Cache-Control"]
    assert "Platz 1 teilen sich 2 Fotos" in page
    assert "Alle abgegebenen Stimmen zählen" in page
    assert looks() == 1
    assert response.wsgi_request.user.name in desk.get(at(counted)).content.decode()
    counted.refresh_from_db()
    assert counted.results_published_at is None


def test_preview_by_get_is_refused(desk: Client, counted: Campaign) -> None:
    assert desk.get(at(counted, "ergebnis/vorschau/")).status_code == 405


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.EDITOR])
def test_preview_is_for_the_office_alone(counted: Campaign, role: Role) -> None:
    client = client_of(role, email="other@example.org")
    assert client.get(at(counted)).status_code == 404
    assert client.post(at(counted, "ergebnis/vorschau/")).status_code == 404
    assert looks() == 0


def test_what_was_seen_is_what_is_published(desk: Client, counted: Campaign) -> None:
    seen = desk.post(at(counted, "ergebnis/vorschau/")).context["preview"]
    desk.post(at(counted, "veroeffentlichen/"), {"sure": "1", "fingerprint": seen.fingerprint})
    counted.refresh_from_db()
    assert counted.result.snapshot == seen.snapshot
    assert counted.result.count_sha256 == seen.count_sha256


def test_a_result_that_changed_since_the_preview_is_not_published(desk: Client, counted: Campaign) -> None:
    seen = desk.post(at(counted, "ergebnis/vorschau/")).context["preview"]
    entry = Entry.objects.get(code=seen.snapshot["entries"][0]["code"])
    actions.withdraw_entry(entry=entry, now=timezone.now())
    response = desk.post(at(counted, "veroeffentlichen/"), {"sure": "1", "fingerprint": seen.fingerprint}, follow=True)
    assert "Seit Ihrer Vorschau hat sich etwas geändert" in response.content.decode()
    counted.refresh_from_db()
    assert counted.results_published_at is None


@pytest.mark.parametrize("posted", [{}, {"sure": "1"}, {"fingerprint": "0" * 64}])
def test_nothing_is_published_unseen_or_unsure(desk: Client, counted: Campaign, posted: dict[str, str]) -> None:
    desk.post(at(counted, "veroeffentlichen/"), posted)
    counted.refresh_from_db()
    assert counted.results_published_at is None


def test_nobody_looks_while_voting_runs(office: User) -> None:
    campaign = running(Phase.VOTING)
    with pytest.raises(Refused) as caught:
        actions.preview_results(campaign=campaign, by=office, now=timezone.now())
    assert caught.value.code == "voting_running"
    assert looks() == 0


def test_nobody_looks_before_doubtful_ballots_are_decided(desk: Client, counted: Campaign) -> None:
    SetAside.objects.create(ballot=counted.ballots.first(), doubts=["disposable"], created_at=timezone.now())
    response = desk.post(at(counted, "ergebnis/vorschau/"), follow=True)
    assert "noch nicht entschieden" in response.content.decode()
    assert looks() == 0


def test_before_the_announced_moment_there_is_a_look_but_no_publication(desk: Client, counted: Campaign) -> None:
    ended(counted, results_at=timezone.now() + timedelta(days=1))
    response = desk.post(at(counted, "ergebnis/vorschau/"))
    assert "Veröffentlichen geht noch nicht" in response.content.decode()
    fingerprint = response.context["preview"].fingerprint
    desk.post(at(counted, "veroeffentlichen/"), {"sure": "1", "fingerprint": fingerprint})
    counted.refresh_from_db()
    assert counted.results_published_at is None


def test_with_a_jury_final_the_result_waits_for_the_jury(desk: Client, counted: Campaign, office: User) -> None:
    ended(counted, has_jury_final=True)
    assert "Die Entscheidung der Jury" in desk.get(at(counted)).content.decode()
    with pytest.raises(Refused) as caught:
        actions.publish_results(campaign=counted, by=office, now=timezone.now())
    assert caught.value.code == "jury_undecided"
