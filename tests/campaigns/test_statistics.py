"""Figures for the final report: right, complete, silent about votes before the result, at a bounded cost."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from campaigns.enums import EntryState, Phase
from campaigns.models import Campaign
from campaigns.queries.statistics import statistics_of
from cms.accounts.enums import Role
from cms.accounts.models import User
from tests.campaigns.factories import make_entry, make_town
from tests.campaigns.outcomes import decided_campaign
from tests.campaigns.test_moderation_views import client_of
from tests.campaigns.today import gallery_of, running, voted

pytestmark = pytest.mark.django_db


def at(campaign: Campaign, page: str = "") -> str:
    return f"/verwaltung/kampagne/{campaign.slug}/statistik/{page}"


def series(campaign: Campaign) -> dict[str, dict[str, int]]:
    found = statistics_of(campaign, timezone.now())
    return {one.key: dict(one.points) for one in found.series}


def test_every_chart_adds_up(office: User) -> None:
    campaign, entries, _result = decided_campaign(office)
    found = series(campaign)
    assert sum(found["klassen"].values()) == sum(found["kreise"].values()) == len(entries)
    assert found["kreise"] == {"Musterkreis": 3}
    assert found["stand"] == {"Freigegeben": 3}
    assert found["einwilligungen"] == {
        "Im Wettbewerb zeigen": 3,
        "Der Kommune überlassen": 3,
        "Offene Lizenz CC BY 4.0": 0,
    }
    assert sum(found["stimmzettel"].values()) == 2


def test_weeks_without_photos_stand_there(office: User) -> None:
    campaign = running(Phase.VOTING)
    make_entry(campaign, submitted_at=campaign.submission_opens + timedelta(days=1))
    weeks = series(campaign)["wochen"]
    assert len(weeks) >= 3
    assert sum(weeks.values()) == 1


def test_small_towns_and_waiting_times_are_told(office: User) -> None:
    campaign = running(Phase.VOTING)
    begin = timezone.now() - timedelta(days=3)
    for population, hours in ((900, 2), (900, 4), (20_000, 30)):
        town = make_town(population=population)
        make_entry(
            campaign,
            municipality=town,
            submitted_at=begin,
            decided_at=begin + timedelta(hours=hours),
            decided_by=office,
        )
    facts = dict(statistics_of(campaign, timezone.now()).facts)
    assert facts["Darunter Orte bis 5.000 Einwohner"] == "2 von 3 (67 %)"
    assert facts["Zeit bis zur Entscheidung (Median)"] == "4 Stunden"
    assert facts["Längste Zeit bis zur Entscheidung"] == "30 Stunden"


@pytest.mark.parametrize("page", ["", "tabelle/", "bericht/"])
def test_nothing_about_votes_before_the_result(page: str) -> None:
    campaign = running(Phase.VOTING)
    (entry,) = gallery_of(campaign, 1)
    voted(campaign, "a@example.org", entry)
    found = statistics_of(campaign, timezone.now())
    assert not found.has_votes
    assert "stimmzettel" not in {one.key for one in found.series}
    assert not any("timm" in words for words, _value in found.facts)
    assert client_of(Role.OFFICE).get(at(campaign, page)).status_code == 200


def test_page_report_and_workbook_tell_the_same(office: User) -> None:
    campaign, _entries, _result = decided_campaign(office)
    desk = client_of(Role.OFFICE, email="desk@example.org")
    page = desk.get(at(campaign)).content.decode()
    assert "Stimmzettel je Tag" in page
    pdf = desk.get(at(campaign, "bericht/"))
    assert pdf["Content-Type"] == "application/pdf"
    assert b"pdfuaid" in pdf.content
    workbook = load_workbook(io.BytesIO(desk.get(at(campaign, "tabelle/")).content))
    assert workbook.sheetnames == ["In Zahlen", "Wochen", "Kreise", "Klassen", "Stand", "Einwilligungen", "Stimmzettel"]
    assert list(workbook["Kreise"].values)[1] == ("Musterkreis", 3)


@pytest.mark.parametrize("number", [1, 12])
def test_figures_cost_the_same_for_any_number(number: int, django_assert_max_num_queries: Any) -> None:
    campaign = running(Phase.VOTING)
    for _n in range(number):
        make_entry(campaign, EntryState.APPROVED)
    with django_assert_max_num_queries(13):
        statistics_of(campaign, timezone.now())


@pytest.mark.parametrize("page", ["", "tabelle/", "bericht/"])
def test_figures_are_for_the_office_alone(client: Client, page: str) -> None:
    campaign = running(Phase.VOTING)
    assert client_of(Role.MODERATOR).get(at(campaign, page)).status_code == 404
    assert client.get(at(campaign, page)).status_code == 302
