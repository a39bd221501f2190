"""What the form asks and what each answer means: people, children, drone, age; the device's place; how many photos."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from campaigns import notices, queries
from campaigns.enums import ConsentKind, EntryState, LinkPurpose, Phase
from campaigns.models import Campaign, Entry
from cms.core.ratelimit import Throttled
from cms.places.models import Municipality
from tests.campaigns.factories import NOW, make_entry, make_town
from tests.campaigns.today import at, running

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign() -> Campaign:
    return running(Phase.SUBMISSION)


@pytest.fixture
def draft(campaign: Campaign) -> Entry:
    return make_entry(campaign, EntryState.DRAFT, people="", age="", owns_rights=False)


@pytest.fixture
def token(draft: Entry) -> str:
    return notices.new_link(draft, LinkPurpose.AUTHOR, NOW)


def answers(**more: Any) -> dict[str, Any]:
    return {"people": "nobody", "age": "adult", "owns_rights": "on", "consents": ["contest", "municipality"], **more}


@pytest.mark.parametrize(
    "more, field, words",
    [
        ({"people": "agreed", "shows_children": "on"}, "parents_agreed", "müssen ihre Eltern zugestimmt haben"),
        ({"is_drone": "on"}, "drone_cleared", "dass der Flug an diesem Ort erlaubt"),
        ({"age": "below"}, "age", "können Sie ab 14 Jahren teilnehmen"),
        ({"age": "minor"}, "guardian_email", "E-Mail-Adresse einer sorgeberechtigten Person"),
    ],
)
def test_declaration_refuses_with_words_beside_the_field(
    client: Client, campaign: Campaign, draft: Entry, token: str, more: dict[str, str], field: str, words: str
) -> None:
    response = client.post(at("declaration", campaign, token), answers(**more))
    assert response.status_code == 422
    assert words in " ".join(response.context["form"].errors[field])
    draft.refresh_from_db()
    assert draft.people == ""


def test_the_wording_of_a_consent_stays_german_and_says_so(client: Client, campaign: Campaign, token: str) -> None:
    wording = queries.current_consent_texts(campaign)[ConsentKind.CONTEST].text
    url = at("declaration", campaign, token)
    assert f'<span lang="de">{wording}</span>' in client.get(f"/en{url}").content.decode()
    german = client.get(url).content.decode()
    assert wording in german
    assert f'lang="de">{wording}' not in german


def test_declaration_stores_what_was_confirmed_and_forgets_what_was_not_asked(
    client: Client, campaign: Campaign, draft: Entry, token: str
) -> None:
    url = at("declaration", campaign, token)
    with_all = {"shows_children": "on", "parents_agreed": "on", "is_drone": "on", "drone_cleared": "on"}
    assert client.post(url, answers(people="agreed", **with_all)).status_code == 302
    draft.refresh_from_db()
    assert (draft.shows_children, draft.parents_agreed, draft.drone_cleared) == (True, True, True)
    client.post(url, answers(people="nobody", shows_children="on", drone_cleared="on"))
    draft.refresh_from_db()
    assert (draft.shows_children, draft.parents_agreed, draft.is_drone, draft.drone_cleared) == (False,) * 4


def test_declaration_tells_the_consequences_without_scripts(client: Client, campaign: Campaign, token: str) -> None:
    page = client.get(at("declaration", campaign, token)).content.decode()
    for words in ("wahrscheinlich um ein anderes Foto bitten", "bekommt einen eigenen Link", "noch nicht teilnehmen"):
        assert words in page


# --- „Meinen Standort verwenden“ ---


def test_only_the_place_step_may_ask_the_device_for_its_position(
    client: Client, campaign: Campaign, token: str
) -> None:
    allowed = {
        name: "geolocation=(self)" in client.get(at(name, campaign, token))["Permissions-Policy"]
        for name in ("place", "declaration", "own")
    }
    assert allowed == {"place": True, "declaration": False, "own": False}


def test_nearby_names_the_nearest_town_and_stores_nothing(
    client: Client, campaign: Campaign, draft: Entry, token: str
) -> None:
    near = make_town("Bad Sulza", latitude=51.09, longitude=11.62)
    make_town("Ilmstadt", latitude=50.7, longitude=10.9)
    before = Entry.objects.values().get(pk=draft.pk)
    response = client.post(at("nearby", campaign, token), {"latitude": "51.1", "longitude": "11.6"})
    assert response.json() == {"ags": near.ags, "label": near.label}
    assert Entry.objects.values().get(pk=draft.pk) == before


@pytest.mark.parametrize("where", ["", "91 11", "nan x", "0 0"])
def test_nearby_without_a_town_says_so(client: Client, campaign: Campaign, token: str, where: str) -> None:
    posted = dict(zip(("latitude", "longitude"), where.split(), strict=False))
    response = client.post(at("nearby", campaign, token), posted)
    assert response.status_code == 404
    assert "schreiben Sie den Namen" in response.json()["problem"]


def test_nearby_is_only_for_who_hands_in(client: Client, campaign: Campaign) -> None:
    posted = {"latitude": "51", "longitude": "11"}
    assert client.post(at("nearby", campaign, "x" * 32), posted).status_code == 404
    assert client.get(at("nearby", campaign, "x" * 32)).status_code == 405


def test_position_far_from_the_named_town_is_asked_about(
    client: Client, campaign: Campaign, draft: Entry, token: str
) -> None:
    Entry.objects.filter(pk=draft.pk).update(latitude=52.0, longitude=11.0, people="nobody", age="adult")
    draft.refresh_from_db()
    assert queries.far_from_town(draft) == 111
    page = client.get(at("check", campaign, token)).content.decode()
    assert "111 km von" in page
    assert 'role="img"' in client.get(at("place", campaign, token)).content.decode()


def test_drawing_needs_a_stored_position(draft: Entry, town: Municipality) -> None:
    assert queries.drawing_of(draft) is None
    draft.latitude, draft.longitude, draft.municipality = 51.01, 11.01, town
    drawing = queries.drawing_of(draft)
    assert drawing is not None
    assert drawing["goal"]["name"] == "Bad Sulza"
    assert 1 < drawing["km"] < 2


# --- how many, and limits in words ---


def test_submit_says_how_many_photos_are_possible(client: Client, campaign: Campaign) -> None:
    assert "Jede Person kann bis zu 3 Fotos einreichen" in client.get(at("submit", campaign)).content.decode()


def test_used_up_limit_is_answered_with_429_in_words(client: Client, campaign: Campaign, monkeypatch: Any) -> None:
    def used_up(*args: Any, **kwargs: Any) -> None:
        raise Throttled(90)

    monkeypatch.setattr("campaigns.views.visiting.spend", used_up)
    response = client.get(at("own", campaign, "x" * 32))
    assert (response.status_code, response["Retry-After"]) == (429, "90")
    assert "Bitte warten Sie 2 Minuten" in response.content.decode()
