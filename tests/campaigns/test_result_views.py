"""The result page: nothing before it is published, afterwards places, towns, the count file and one's own receipt."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns import actions
from campaigns.enums import Phase
from campaigns.models import Campaign, Entry
from cms.accounts.models import User
from cms.core.storages import public_storage
from tests.campaigns.today import at, gallery_of, running, voted

pytestmark = pytest.mark.django_db
UNPUBLISHED = [phase for phase in Phase if phase != Phase.RESULTS]


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.VOTING)


@pytest.fixture
def counted(campaign: Campaign, office: User) -> dict[str, Any]:
    """Three entries with 2, 1 and 0 votes, published."""
    best, second, last = gallery_of(campaign, 3)
    receipts = [
        voted(campaign, "a@example.org", best, second).ballot.receipt,
        voted(campaign, "b@example.org", best).ballot.receipt,
    ]
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    result = actions.publish_results(campaign=campaign, by=office, now=timezone.now())
    return {"best": best, "second": second, "last": last, "receipts": receipts, "result": result}


@pytest.mark.parametrize("phase", UNPUBLISHED)
@pytest.mark.parametrize("name", ["result", "result_table", "my_receipt"])
def test_result_before_it_is_published_says_when(client: Client, phase: Phase, name: str) -> None:
    campaign = running(phase)
    if phase == Phase.COUNTING:
        Campaign.objects.filter(pk=campaign.pk).update(results_at=timezone.now() + timedelta(days=2))
    gallery_of(campaign, 1)
    response = client.get(at(name, campaign))
    page = response.content.decode()
    assert response.status_code == 200
    assert client.post(at("my_receipt", campaign), {"receipt": "Q-7KM4-P2XT"}).status_code == 409
    assert "Zähldatei" not in page
    assert re.search(r"\d\d\.\d\d\.\d{4}, \d+:\d\d Uhr", page)


def test_result_shows_places_and_numbers(client: Client, campaign: Campaign, counted: dict[str, Any]) -> None:
    response = client.get(at("result", campaign))
    page = response.content.decode()
    assert [(row["code"], row["place"], row["votes"]) for row in response.context["podium"]] == [
        (counted["best"].code, 1, 2),
        (counted["second"].code, 2, 1),
    ]
    assert "2 Menschen haben abgestimmt. Gewertete Stimmen: 3." in page
    assert counted["result"].count_sha256 in page
    assert public_storage.url(counted["result"].count_file) in page


def test_result_file_matches_its_checksum(client: Client, campaign: Campaign, counted: dict[str, Any]) -> None:
    url = client.get(at("result", campaign)).context["count_url"]
    data = b"".join(client.get(url).streaming_content)
    assert hashlib.sha256(data).hexdigest() == counted["result"].count_sha256


def test_result_overdue_is_promised_soon(client: Client) -> None:
    assert "erscheint in Kürze" in client.get(at("result", running(Phase.COUNTING))).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_result_costs_the_same_for_any_number(
    client: Client, campaign: Campaign, office: User, number: int, django_assert_num_queries: Any
) -> None:
    for entry in gallery_of(campaign, number):
        voted(campaign, "a@example.org", entry)
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    actions.publish_results(campaign=campaign, by=office, now=timezone.now())
    client.get("/")
    with django_assert_num_queries(7):
        client.get(at("result", campaign))
    with django_assert_num_queries(3):
        client.get(at("result_table", campaign))


def test_result_of_an_entry_that_left_has_neither_link_nor_picture(
    client: Client, campaign: Campaign, counted: dict[str, Any]
) -> None:
    best = counted["best"]
    Entry.objects.filter(pk=best.pk).update(state="taken_down", is_public=False)
    page = client.get(at("result", campaign)).content.decode()
    assert best.title in page
    assert at("entry", campaign, best.code) not in page
    assert best.rendition_url(960) not in page


def test_my_receipt_finds_the_votes(client: Client, campaign: Campaign, counted: dict[str, Any]) -> None:
    typed = counted["receipts"][0].lower().replace("-", " ")
    response = client.post(at("my_receipt", campaign), {"receipt": typed})
    assert {line["code"] for line in response.context["lines"]} == {counted["best"].code, counted["second"].code}
    assert response.content.decode().count("gewertet") == 2


@pytest.mark.parametrize("typed", ["", "Q-2222-2222", "quatsch", "receipt"])
def test_my_receipt_unknown_is_said_in_words(
    client: Client, campaign: Campaign, counted: dict[str, Any], typed: str
) -> None:
    response = client.post(at("my_receipt", campaign), {"receipt": typed})
    assert response.status_code == 422
    assert "Quittung" in response.content.decode()
    assert not response.context["lines"]


def test_podium_names_everybody_who_shares_a_place(client: Client, campaign: Campaign, office: User) -> None:
    entries = gallery_of(campaign, 4)
    for number, entry in enumerate(entries):
        voted(campaign, f"{number}@example.org", entry)
    _publish(campaign, office)
    response = client.get(at("result", campaign))
    assert [row["place"] for row in response.context["podium"] + response.context["beside"]] == [1, 1, 1, 1]
    assert "Gleich viele Stimmen, gleicher Platz" in response.content.decode()


def test_table_is_sorted_and_filtered_by_links(client: Client, campaign: Campaign, counted: dict[str, Any]) -> None:
    def titles(query: str) -> list[str]:
        return [row["code"] for row in client.get(f"{at('result_table', campaign)}?{query}").context["rows"]]

    codes = [counted[name].code for name in ("best", "second", "last")]
    assert titles("") == codes == titles("sortiert=stimmen") == titles("sortiert=quatsch&klasse=99&seite=7")
    by_title = sorted([counted[name] for name in ("best", "second", "last")], key=lambda entry: entry.title)
    assert titles("sortiert=titel") == [entry.code for entry in by_title]
    assert titles(f"klasse={counted['best'].size_class}") == codes


def test_table_of_towns_has_places_in_their_class(client: Client, campaign: Campaign, counted: dict[str, Any]) -> None:
    rows = client.get(f"{at('result_table', campaign)}?ansicht=orte").context["rows"]
    assert sorted(row["class_place"] for row in rows)[0] == 1
    assert {row["town"] for row in rows} == {row["town"] for row in counted["result"].snapshot["towns"]}


def _publish(campaign: Campaign, office: User) -> None:
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    actions.publish_results(campaign=campaign, by=office, now=timezone.now())
