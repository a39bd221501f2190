"""Finding a town: typing, suggestions, coordinates, the map."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import Client

from cms.demo.towns import TOWNS, load_towns
from cms.places.drawing import MapMark, region_map
from cms.places.forms import MunicipalityField
from cms.places.models import Municipality
from cms.places.queries import by_typed_name, matching, nearest
from tests.places.factories import make_municipality

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 15, 9, 0, tzinfo=UTC)
JSON = {"Accept": "application/json"}


@pytest.fixture
def towns() -> list[Municipality]:
    """The demo towns and a pair of namesakes."""
    make_municipality("16070012", "Elxleben", district="Ilm-Kreis", has_namesake=True, population=600)
    make_municipality("16068014", "Elxleben", district="Sömmerda", has_namesake=True, population=2000)
    return load_towns(NOW)


class PlaceForm(forms.Form):
    town = MunicipalityField()


def test_demo_towns_are_some_forty_and_load_twice() -> None:
    assert 40 <= len(load_towns(NOW)) == len(TOWNS) == len({town.ags for town in TOWNS})
    load_towns(NOW)
    assert Municipality.objects.count() == len(TOWNS)


def test_demo_towns_leave_an_imported_register_alone() -> None:
    make_municipality("16051000", "Erfurt", population=1)
    load_towns(NOW)
    assert Municipality.objects.get(ags="16051000").population == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("muehl", ["Mühlhausen"]),
        ("Langensalza", ["Bad Langensalza"]),
        ("elx", ["Elxleben (Sömmerda)", "Elxleben (Ilm-Kreis)"]),
        ("e", []),
        ("xyz", []),
        ("%", []),
    ],
)
def test_matching(towns: list[Municipality], typed: str, found: list[str]) -> None:
    assert [town.label for town in matching(typed)] == found


def test_matching_prefers_names_that_begin_as_typed_and_gives_twelve(towns: list[Municipality]) -> None:
    found = matching("ba")
    assert len(found) <= 12
    assert all(town.name.startswith("Ba") for town in found)


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("Mühlhausen", ["Mühlhausen"]),
        ("mühlhausen/thüringen", ["Mühlhausen"]),
        ("16051000", ["Erfurt"]),
        ("Elxleben", ["Elxleben (Ilm-Kreis)", "Elxleben (Sömmerda)"]),
        ("elxleben (sömmerda)", ["Elxleben (Sömmerda)"]),
        ("Mühl", []),
        ("", []),
    ],
)
def test_by_typed_name(towns: list[Municipality], typed: str, labels: list[str]) -> None:
    assert sorted(town.label for town in by_typed_name(typed)) == labels


def test_field_returns_the_town_that_is_meant(towns: list[Municipality]) -> None:
    form = PlaceForm({"town": " muehlhausen "})
    assert form.is_valid()
    assert form.cleaned_data["town"].ags == "16064046"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Elxleben", "Welchen meinen Sie? Elxleben (Ilm-Kreis) · Elxleben (Sömmerda)"),
        ("Entenhausen", "„Entenhausen“ finden wir nicht"),
        ("", "Bitte geben Sie einen Ort an."),
    ],
)
def test_field_says_what_to_do_and_keeps_what_was_typed(towns: list[Municipality], typed: str, told: str) -> None:
    form = PlaceForm({"town": typed})
    assert told in str(form["town"].errors)
    assert f'value="{typed}"' in str(form["town"]) or not typed


def test_field_limits_the_choice_and_leaves_out_what_is_gone(towns: list[Municipality]) -> None:
    form = PlaceForm({"town": "Erfurt"})
    form.fields["town"].among = Municipality.objects.filter(population__lte=30_000)
    assert not form.is_valid()
    Municipality.objects.filter(name="Gotha").update(is_active=False)
    assert not PlaceForm({"town": "Gotha"}).is_valid()


def test_field_shows_a_town_given_as_initial(towns: list[Municipality]) -> None:
    town = Municipality.objects.get(ags="16068014")
    for initial in (town, town.ags):
        form = PlaceForm(initial={"town": initial})
        assert 'value="Elxleben (Sömmerda)"' in str(form["town"])
    again = PlaceForm({"town": town.label}, initial={"town": town})
    assert again.has_changed() is False


def test_empty_field_that_may_be_empty_is_none() -> None:
    class Loose(forms.Form):
        town = MunicipalityField(required=False)

    form = Loose({"town": ""})
    assert form.is_valid()
    assert form.cleaned_data["town"] is None


@pytest.mark.parametrize(
    ("place", "name"),
    [((50.98, 11.03), "Erfurt"), ((50.2, 10.2), "Meiningen"), ((48.13, 11.57), None), ((0.0, 0.0), None)],
)
def test_nearest(towns: list[Municipality], place: tuple[float, float], name: str | None) -> None:
    found = nearest(*place)
    if name == "Meiningen":
        assert found is not None
        assert found.name in {"Meiningen", "Hildburghausen"}
    elif name is None:
        assert found is None or found.latitude < 50.5
    else:
        assert found is not None
        assert found.name == name


def test_suggestions_as_json_and_as_html(client: Client, towns: list[Municipality]) -> None:
    answer = client.get("/orte/?q=elx", headers=JSON)
    assert answer.json() == {
        "towns": [
            {"ags": "16068014", "label": "Elxleben (Sömmerda)", "district": "Sömmerda", "population": 2000},
            {"ags": "16070012", "label": "Elxleben (Ilm-Kreis)", "district": "Ilm-Kreis", "population": 600},
        ]
    }
    assert "Elxleben (Sömmerda)" in client.get("/orte/?q=elx").content.decode()
    assert "mindestens zwei Buchstaben" in client.get("/orte/?q=e").content.decode()
    assert "Kein Ort beginnt mit „&lt;b&gt;“" in client.get("/orte/?q=<b>").content.decode()
    assert client.post("/orte/?q=elx").status_code == 405


def test_suggestions_are_limited(client: Client, settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "places.towns": {"ipv4": "1/d"}}
    assert client.get("/orte/?q=elx", headers=JSON).status_code == 200
    refused = client.get("/orte/?q=elx", headers=JSON)
    assert (refused.status_code, "Retry-After" in refused.headers) == (429, True)


def _map(towns: list[Municipality], **marks: MapMark) -> ET.Element:
    context = {"map": region_map(towns, marked={key[1:]: mark for key, mark in marks.items()}), "map_label": "Karte"}
    return ET.fromstring(render_to_string("components/region_map.html", context).replace("&nbsp;", " "))


def test_map_links_every_marked_town_twice_by_name(towns: list[Municipality]) -> None:
    root = _map(
        towns,
        _16051000=MapMark(url="/erfurt/", count=12, label="12 Beiträge"),
        _16064046=MapMark(url="/muehlhausen/", count=3),
        _99999999=MapMark(url="/nirgends/"),
    )
    links = [link for link in root.iter("a") if not link.get("href", "").startswith("#")]
    assert [link.get("href") for link in links] == ["/erfurt/", "/muehlhausen/", "/erfurt/", "/muehlhausen/"]
    assert [link.get("aria-label") for link in links[:2]] == ["Erfurt, 12 Beiträge", "Mühlhausen, 3"]
    assert [link.text for link in links[2:]] == ["Erfurt", "Mühlhausen"]


def test_map_has_no_style_and_stays_inside_its_frame(towns: list[Municipality]) -> None:
    root = _map(towns, _16051000=MapMark(url="/erfurt/"))
    assert not [element for element in root.iter() if element.get("style") or element.tag in {"style", "script"}]
    svg = next(root.iter("svg"))
    _x, _y, width, height = map(float, svg.get("viewBox", "").split())
    assert width == 1000
    for circle in root.iter("circle"):
        assert 0 <= float(circle.get("cx", -1)) <= width
        assert 0 <= float(circle.get("cy", -1)) <= height
    numbers = {element.get("class"): element for element in root.iter("path")}
    assert {"land", "dot"} <= set(numbers)


def test_map_without_towns_draws_nothing() -> None:
    assert region_map([], marked={})["is_empty"] is True
    assert render_to_string("components/region_map.html", {"map": region_map([], marked={})}).strip() == ""
