"""Gallery, map, entry, report: what everybody sees, at what cost, and that no count leaks."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from campaigns.enums import EntryState, Phase
from campaigns.models import Campaign, Entry, EntryReport
from tests.campaigns.factories import make_entry, make_town
from tests.campaigns.today import at, gallery_of, running, voted

pytestmark = pytest.mark.django_db
HIDDEN = [state for state in EntryState if state != EntryState.APPROVED]


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.VOTING)


def codes_on(response: Any) -> list[str]:
    return re.findall(r'id="foto-(B-[^"]+)"', response.content.decode())


@pytest.mark.parametrize("number", [1, 3])
def test_gallery_costs_the_same_for_any_number(
    client: Client, campaign: Campaign, number: int, django_assert_num_queries: Any
) -> None:
    entries = gallery_of(campaign, number)
    client.get("/")
    with django_assert_num_queries(4):
        response = client.get(at("gallery", campaign))
    assert set(codes_on(response)) == {entry.code for entry in entries}


@pytest.mark.parametrize("phase", list(Phase))
def test_gallery_is_open_in_every_phase_and_votes_only_while_voting(client: Client, phase: Phase) -> None:
    campaign = running(phase)
    entry = make_entry(campaign)
    page = client.get(at("gallery", campaign)).content.decode()
    assert entry.title in page
    assert ("Ihr Stimmzettel" in page) == (phase == Phase.VOTING)
    assert (at("choose", campaign) in page) == (phase == Phase.VOTING)


@pytest.mark.parametrize("state", HIDDEN)
def test_gallery_shows_nothing_that_is_not_approved(client: Client, campaign: Campaign, state: EntryState) -> None:
    entry = make_entry(campaign, state)
    assert codes_on(client.get(at("gallery", campaign))) == []
    for name in ("entry", "report", "reported"):
        assert client.get(at(name, campaign, entry.code)).status_code == 404


def test_gallery_without_photos_says_what_comes_next(client: Client) -> None:
    page = client.get(at("gallery", running(Phase.SUBMISSION))).content.decode()
    assert "Hier stehen noch keine Fotos." in page
    assert "Fotos einreichen können Sie noch bis" in page


def test_gallery_filters_can_be_linked(client: Client, campaign: Campaign) -> None:
    small, large = make_town("Kleinstadt", 3_000), make_town("Mittelstadt", 20_000)
    one = make_entry(campaign, municipality=small, title="Die Brücke")
    other = make_entry(campaign, municipality=large, title="Der Turm")
    url = at("gallery", campaign)
    assert codes_on(client.get(url, {"ort": small.pk})) == [one.code]
    assert codes_on(client.get(url, {"groesse": other.size_class})) == [other.code]
    assert codes_on(client.get(url, {"suche": "brücke klein"})) == [one.code]
    assert codes_on(client.get(url, {"kreis": large.district_ags, "groesse": 0})) == [one.code]
    nothing = client.get(url, {"ort": small.pk, "suche": "Turm"})
    assert "Dazu gibt es keine Fotos." in nothing.content.decode()
    chips = [(chip.label, chip.url, chip.left) for chip in nothing.context["chips"]]
    assert chips == [("Kleinstadt", "?suche=Turm", 1), ("„Turm“", f"?ort={small.pk}", 1)]


def test_filters_in_force_can_be_taken_off_one_by_one(client: Client, campaign: Campaign) -> None:
    town = make_town("Kleinstadt", 3_000, district="Gotha", district_ags="16067")
    make_entry(campaign, municipality=town, title="Die Brücke")
    query = {"ort": town.pk, "kreis": "16067", "groesse": "0", "suche": "Brücke"}
    response = client.get(at("gallery", campaign), query)
    labels = [chip.label for chip in response.context["chips"]]
    assert labels == ["Kleinstadt", "Kreis Gotha", "Orte bis 5.000", "„Brücke“"]
    assert "Ein Foto von 1" in response.content.decode()
    unknown = client.get(at("gallery", campaign), {"ort": "99999999", "groesse": "77", "kreis": "99999"})
    assert [chip.label for chip in unknown.context["chips"]] == ["99999999", "Kreis 99999", "Orte 77"]


@pytest.mark.parametrize(
    "query",
    [{"seite": "x"}, {"seite": "-1"}, {"seite": "9" * 30}, {"groesse": "²"}, {"ort": "16'--"}, {"suche": "\0" * 9}],
)
def test_gallery_survives_nonsense(client: Client, campaign: Campaign, query: dict[str, str]) -> None:
    entry = make_entry(campaign)
    assert codes_on(client.get(at("gallery", campaign), query)) == [entry.code]


def test_gallery_order_is_the_visitors_own_and_stays(client: Client, campaign: Campaign) -> None:
    gallery_of(campaign, 30)
    url = at("gallery", campaign)
    first, again = codes_on(client.get(url)), codes_on(client.get(url))
    second = codes_on(client.get(url, {"seite": 2}))
    assert first == again
    assert (len(first), len(second), len({*first, *second})) == (24, 6, 30)
    others = {tuple(codes_on(Client().get(url))) for _visitor in range(6)}
    assert len(others) > 1


def test_gallery_knows_no_counts(client: Client, campaign: Campaign) -> None:
    popular, lonely = gallery_of(campaign, 2)
    before = client.get(at("gallery", campaign)).content
    for voter in ("a@example.org", "b@example.org"):
        voted(campaign, voter, popular)
    after = client.get(at("gallery", campaign)).content

    def without_token(page: bytes) -> str:
        return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.decode())

    assert without_token(before) == without_token(after)
    assert "2 Stimmen" not in client.get(at("entry", campaign, popular.code)).content.decode()
    assert client.get(at("entry", campaign, lonely.code)).status_code == 200


def test_gallery_marks_what_is_private_to_the_visitor(client: Client, campaign: Campaign) -> None:
    gallery_of(campaign, 1)
    response = client.get(at("gallery", campaign))
    assert "private" in response["Cache-Control"]
    assert "Cookie" in response["Vary"]
    cookie = response.cookies["reihenfolge"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")


def test_region_links_every_town_with_photos(client: Client, campaign: Campaign) -> None:
    town = make_town("Bad Sulza", 7_000)
    make_town("Ohne Foto", 900)
    make_entry(campaign, municipality=town)
    page = client.get(at("region", campaign)).content.decode()
    assert f'href="{campaign.town_url(town.pk, town.name)}"' in page
    assert "Ohne Foto" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_region_costs_the_same_for_any_number(
    client: Client, campaign: Campaign, number: int, django_assert_num_queries: Any
) -> None:
    gallery_of(campaign, number)
    client.get("/")
    with django_assert_num_queries(3):
        client.get(at("region", campaign))


def test_region_obeys_the_same_filters(client: Client, campaign: Campaign) -> None:
    small, large = make_town("Kleinstadt", 3_000), make_town("Mittelstadt", 20_000)
    make_entry(campaign, municipality=small, title="Die Brücke")
    make_entry(campaign, municipality=large, title="Der Turm")
    for query in ({"groesse": "0"}, {"suche": "Brücke"}, {"ort": small.pk}):
        marks = client.get(at("region", campaign), query).context["map"]["list"]
        assert [mark["name"] for mark in marks] == ["Kleinstadt"]
    assert "Dazu gibt es keine Orte." in client.get(at("region", campaign), {"suche": "Nebel"}).content.decode()


def test_entry_tells_its_story_and_leads_on(client: Client, campaign: Campaign) -> None:
    one, other, third = gallery_of(campaign, 3)
    response = client.get(at("entry", campaign, one.code))
    page = response.content.decode()
    assert one.reason in page
    assert f'alt="{one.description}"' in page
    assert at("report", campaign, one.code) in page
    assert {response.context["before"].code, response.context["after"].code} == {other.code, third.code}
    assert one.author_email not in page


def test_entry_alone_has_no_neighbours(client: Client, campaign: Campaign) -> None:
    one = make_entry(campaign)
    assert "nextprev" not in client.get(at("entry", campaign, one.code)).content.decode()


def test_entry_as_typed_leads_to_its_own_address(client: Client, campaign: Campaign) -> None:
    one = make_entry(campaign)
    typed = one.code.replace("-", "").lower()
    assert client.get(at("entry", campaign, typed))["Location"] == one.get_absolute_url()


@pytest.mark.parametrize("code", ["%00", "B-0000", "B-4T7K%0A", "x" * 300])
def test_entry_with_a_nonsense_code_is_not_found(client: Client, campaign: Campaign, code: str) -> None:
    assert client.get(f"{campaign.get_absolute_url()}beitrag/{code}/").status_code == 404


def test_entry_of_another_campaign_is_not_found(client: Client, campaign: Campaign) -> None:
    foreign = make_entry(running(Phase.VOTING))
    assert client.get(at("entry", campaign, foreign.code)).status_code == 404


def test_report_lands_at_the_moderators_and_hides_nothing(client: Client, campaign: Campaign) -> None:
    one = make_entry(campaign)
    posted = {"reason": "person", "message": "Das bin ich.", "email": "rival@example.org"}
    for _twice in range(2):
        response = client.post(at("report", campaign, one.code), posted)
        assert response["Location"] == at("reported", campaign, one.code)
    report = EntryReport.objects.get()
    assert (report.entry, report.reason, report.message) == (one, "person", "Das bin ich.")
    assert client.get(at("reported", campaign, one.code)).status_code == 200
    assert Entry.objects.get(pk=one.pk).is_public


@pytest.mark.parametrize(
    "posted, words",
    [
        ({}, "Bitte wählen Sie einen Grund."),
        ({"reason": "other"}, "Bitte schreiben Sie kurz, worum es geht."),
        ({"reason": "person", "email": "kein"}, "nicht vollständig"),
    ],
)
def test_report_refuses_in_words(client: Client, campaign: Campaign, posted: dict[str, str], words: str) -> None:
    response = client.post(at("report", campaign, make_entry(campaign).code), posted)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not EntryReport.objects.exists()


def test_report_is_limited(client: Client, campaign: Campaign, settings: Any) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "report": {"ipv4": "1/h"}}
    url = at("report", campaign, make_entry(campaign).code)
    assert client.post(url, {"reason": "rights"}).status_code == 302
    assert "zu viele Versuche" in client.post(url, {"reason": "place"}).content.decode()
