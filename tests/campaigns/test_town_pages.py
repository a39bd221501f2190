"""A town's page in a campaign: found by its key, open to those that may take part, honest about its result."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns import actions
from campaigns.domain.towns import ags_of, town_slug
from campaigns.enums import Phase
from campaigns.models import Campaign
from cms.places.models import Municipality
from tests.accounts.factories import make_cast_member
from tests.campaigns.factories import make_entry, make_town
from tests.campaigns.today import at, running, voted

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.VOTING, max_population=10_000)


@pytest.fixture
def town() -> Municipality:
    return make_town("Bad Köstritz", 3_500)


def page_of(client: Client, campaign: Campaign, town: Municipality) -> str:
    response = client.get(campaign.town_url(town.pk, town.name))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    "name, slug",
    [
        ("Bad Köstritz", "16000001-bad-koestritz"),
        ("Großbreitenbach", "16000001-grossbreitenbach"),
        ("Saalfeld/Saale", "16000001-saalfeld-saale"),
        ("Ç", "16000001-c"),
        ("漢", "16000001"),
    ],
)
def test_slug_of_a_town_is_plain_and_keeps_the_key(name: str, slug: str) -> None:
    assert town_slug("16000001", name) == slug
    assert ags_of(slug) == "16000001"


@pytest.mark.parametrize("slug", ["", "1600000", "160000011", "16000001 x", "16000001-X", "abc", "16000001\n"])
def test_slug_without_a_key_finds_nothing(slug: str) -> None:
    assert ags_of(slug) == ""


def test_town_page_has_one_address(client: Client, campaign: Campaign, town: Municipality) -> None:
    for typed in (town.pk, f"{town.pk}-anders"):
        response = client.get(f"{campaign.get_absolute_url()}ort/{typed}/")
        assert (response.status_code, response["Location"]) == (301, campaign.town_url(town.pk, town.name))


def test_town_page_shows_its_own_photos_to_vote_for(client: Client, campaign: Campaign, town: Municipality) -> None:
    own, foreign = make_entry(campaign, municipality=town), make_entry(campaign, municipality=make_town("Apolda", 900))
    page = page_of(client, campaign, town)
    assert "Stimmen Sie für Bad Köstritz ab." in page
    assert f"foto-{own.code}" in page
    assert foreign.code not in page
    assert at("choose", campaign) in page
    assert f"{campaign.town_url(town.pk, town.name)}plakat-a4.pdf" in page


def test_town_without_photos_is_invited(client: Client, town: Municipality) -> None:
    campaign = running(Phase.SUBMISSION)
    page = page_of(client, campaign, town)
    assert "Noch gibt es kein Foto aus Bad Köstritz. Ihres kann das erste sein." in page
    assert at("submit", campaign) in page


@pytest.mark.parametrize("phase", list(Phase))
def test_town_page_stands_in_every_phase(client: Client, phase: Phase, town: Municipality) -> None:
    campaign = running(phase)
    assert "Bad Köstritz" in page_of(client, campaign, town)
    make_entry(campaign, municipality=town)
    assert "Weitersagen" in page_of(client, campaign, town)


def test_town_that_may_not_take_part_has_no_page(client: Client, campaign: Campaign) -> None:
    large = make_town("Großstadt", 90_000)
    for name in ("", "plakat-a4.pdf"):
        assert client.get(f"{campaign.town_url(large.pk, large.name)}{name}").status_code == 404
    assert client.get(f"{campaign.get_absolute_url()}ort/99999999/").status_code == 404


def test_town_keeps_its_page_when_it_outgrows_the_rule(client: Client, campaign: Campaign, town: Municipality) -> None:
    make_entry(campaign, municipality=town)
    Municipality.objects.filter(pk=town.pk).update(population=50_000)
    page_of(client, campaign, town)


def test_town_page_tells_its_result_only_when_published(client: Client, campaign: Campaign, town: Municipality) -> None:
    other = make_town("Apolda", 4_000)
    own, rival = make_entry(campaign, municipality=town), make_entry(campaign, municipality=other)
    voted(campaign, "a@example.org", own)
    voted(campaign, "b@example.org", own, rival)
    assert "2 gewertete Stimmen" not in page_of(client, campaign, town)
    now = timezone.now()
    Campaign.objects.filter(pk=campaign.pk).update(voting_closes=now, results_at=now)
    campaign.refresh_from_db()
    assert "gewertete Stimmen" not in page_of(client, campaign, town)
    actions.publish_results(campaign=campaign, by=make_cast_member("office"), now=timezone.now())
    response = client.get(campaign.town_url(town.pk, town.name))
    standing = response.context["standing"]
    assert (standing.place, standing.is_shared, standing.among, standing.votes) == (1, False, 2, 2)
    assert "2 gewertete Stimmen für alle Fotos aus Bad Köstritz zusammen." in response.content.decode()
    assert client.get(campaign.town_url(other.pk, other.name)).context["standing"].place == 2


@pytest.mark.parametrize("number", [1, 3])
def test_town_page_costs_the_same_for_any_number(
    client: Client, campaign: Campaign, town: Municipality, number: int, django_assert_num_queries: Any
) -> None:
    for _number in range(number):
        make_entry(campaign, municipality=town)
    client.get("/")
    with django_assert_num_queries(7):
        page_of(client, campaign, town)


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_poster_is_a_tagged_pdf(client: Client, campaign: Campaign, town: Municipality, paper: str) -> None:
    response = client.get(f"{campaign.town_url(town.pk, town.name)}plakat-{paper}.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert paper.upper() in response["Content-Disposition"]
    for mark in (b"%PDF-", b"pdfuaid", b"/StructTreeRoot"):
        assert mark in response.content
    assert client.get(f"{campaign.town_url(town.pk, town.name)}plakat-a9.pdf").status_code == 404


def test_poster_is_limited(client: Client, campaign: Campaign, town: Municipality, settings: Any) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "print": {"ipv4": "0/h"}}
    assert client.get(f"{campaign.town_url(town.pk, town.name)}plakat-a4.pdf").status_code == 429


def test_directory_lists_who_may_take_part_and_finds_one(
    client: Client, campaign: Campaign, town: Municipality
) -> None:
    make_town("Großstadt", 90_000)
    make_entry(campaign, municipality=town)
    url = at("towns", campaign)
    page = client.get(url)
    assert [[name for name, _url, _n in rows] for _district, rows in page.context["districts"]] == [["Bad Köstritz"]]
    assert client.get(url, {"name": "bad koestritz"})["Location"] == campaign.town_url(town.pk, town.name)
    lost = client.get(url, {"name": "Nirgendwo"})
    assert lost.context["form"].errors
    assert "Nirgendwo" in lost.content.decode()
    assert client.get(url, {"name": "Großstadt"}).context["form"].errors


@pytest.mark.parametrize("number", [1, 3])
def test_directory_costs_the_same_for_any_number(
    client: Client, campaign: Campaign, number: int, django_assert_num_queries: Any
) -> None:
    for _number in range(number):
        make_town()
    client.get("/")
    with django_assert_num_queries(4):
        client.get(at("towns", campaign))


def test_map_and_entry_lead_to_the_town(client: Client, campaign: Campaign, town: Municipality) -> None:
    entry = make_entry(campaign, municipality=town)
    url = campaign.town_url(town.pk, town.name)
    assert f'href="{url}"' in client.get(at("region", campaign)).content.decode()
    assert f'href="{url}"' in client.get(at("entry", campaign, entry.code)).content.decode()
