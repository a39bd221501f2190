"""KOMPASS: filters that combine, examples alike, the dossier, and all pages of the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from home.domain.facets import Item, counted, fitting
from home.models import ExamplePage, GuidePage
from home.queries.kompass import similar_examples
from tests.home.knowledge import child, collection, example, kompass, many_examples, measure, problem, programme, town

pytestmark = pytest.mark.django_db
Count = Callable[[str], int]
LIST = "/kompass/beispiele/"


def item(pk: int, **values: str) -> Item:
    return Item(pk, {name: frozenset(value.split()) for name, value in values.items()})


ITEMS = [item(1, size="s", kind="shop"), item(2, size="l", kind="shop house"), item(3, size="s", kind="house")]


@pytest.mark.parametrize(
    "chosen,found",
    [({}, [1, 2, 3]), ({"size": "s"}, [1, 3]), ({"size": "s", "kind": "house"}, [3]), ({"kind": "barn"}, [])],
)
def test_an_item_has_to_fit_every_choice(chosen: dict[str, str], found: list[int]) -> None:
    assert fitting(ITEMS, chosen) == found


def test_a_facet_counts_what_its_other_values_would_show() -> None:
    numbers = counted(ITEMS, ["size", "kind"], {"size": "s"})
    assert numbers == {"size": {"s": 2, "l": 1}, "kind": {"shop": 1, "house": 1}}


@pytest.fixture
def three() -> list[ExamplePage]:
    trees, use = measure("baeume"), measure("zwischennutzung")
    gera = town("16052000", "Gera", population=93_000, district="Gera")
    return [
        example("allee", measures=[trees], vacancy="square", actors=[("municipality", "Stadt")], cost="to_5000"),
        example("laden", measures=[use], actors=[("owner", "")], cost="to_5000"),
        example("kaufhaus", measures=[use, trees], vacancy="department_store", municipality=gera),
    ]


def shown(client: Client, query: str) -> set[str]:
    answer = client.get(f"{LIST}?{query}")
    assert answer.status_code == 200
    html = answer.content.decode()
    return {slug for slug in ("allee", "laden", "kaufhaus") if f'href="{LIST}{slug}/"' in html}


CASES: dict[str, set[str]] = {
    "": {"allee", "laden", "kaufhaus"},
    "massnahme=zwischennutzung": {"laden", "kaufhaus"},
    "massnahme=zwischennutzung&kosten=to_5000": {"laden"},
    "groesse=3": {"kaufhaus"},
    "leerstand=square": {"allee"},
    "mitwirkung=owner": {"laden"},
    "kreis=16052": {"kaufhaus"},
    "suche=MUEHLHAUSEN": {"allee", "laden"},
    "suche=gelang+gera": {"kaufhaus"},
    "leerstand=barn": set(),
    "seite=99&groesse=%00": {"allee", "laden", "kaufhaus"},
    "ansicht=karte&groesse=3": {"kaufhaus"},
}


def test_filters_combine_in_the_address(client: Client, three: list[ExamplePage]) -> None:
    assert {query: shown(client, query) for query in CASES} == CASES


def test_each_filter_in_force_can_be_taken_away(client: Client, three: list[ExamplePage]) -> None:
    html = client.get(f"{LIST}?leerstand=square&kosten=more").content.decode()
    assert "Dazu gibt es keine Beispiele." in html
    assert 'href="?leerstand=square"' in html
    assert "Ohne über 500.000 €" in html
    assert "Ohne Ungenutzter Platz" not in html  # that alone shows nothing either


def test_drafts_and_withdrawn_examples_are_not_found(client: Client, three: list[ExamplePage]) -> None:
    three[0].unpublish()
    assert shown(client, "") == {"laden", "kaufhaus"}


def test_a_thousand_examples_ask_no_more_than_forty(client: Client, queries: Count) -> None:
    measures = [measure("eins"), measure("zwei")]
    many_examples(40, measures)
    few = queries(f"{LIST}?leerstand=shop&suche=beispiel")
    many_examples(960, measures, start=40)
    assert queries(f"{LIST}?leerstand=shop&suche=beispiel") <= min(few, 15)
    assert queries(f"{LIST}?ansicht=karte") <= 15
    assert ">334</" not in client.get(LIST).content.decode()
    assert "(334)" in client.get(LIST).content.decode()


def test_alike_are_examples_with_shared_measures_first(three: list[ExamplePage]) -> None:
    allee, laden, kaufhaus = three
    other = example("platz", vacancy="square")
    assert similar_examples(allee) == [kaufhaus, other]
    assert similar_examples(laden) == [kaufhaus]


def test_alike_ask_two_questions(three: list[ExamplePage], django_assert_max_num_queries: Callable) -> None:
    page = ExamplePage.objects.get(pk=three[0].pk)
    with django_assert_max_num_queries(3):  # own measures, private pages, the others
        similar_examples(page)


@pytest.mark.parametrize(
    "years,words",
    [((2022, 2024), "2022–2024"), ((2023, 2023), "2023"), ((2024, None), "seit 2024"), ((None, None), "")],
)
def test_the_period_is_said_shortly(years: tuple[int | None, int | None], words: str) -> None:
    assert ExamplePage(year_from=years[0], year_to=years[1]).period == words


def test_a_period_does_not_end_before_it_begins() -> None:
    page = example("frueh")
    page.year_from, page.year_to = 2024, 2020
    with pytest.raises(ValidationError, match="vor dem Anfang"):
        page.full_clean()


def test_the_size_is_frozen_when_written() -> None:
    page = example("klein")
    assert (page.size_class, page.size_label) == (1, "5.001 bis 15.000")


def test_the_way_leads_from_problem_to_money(client: Client) -> None:
    money = programme("belebung")
    hard = problem(slug="leer", title="Läden stehen leer")
    measure("umbau", problems=[hard], funding=[money])
    steps = GuidePage(title="Leitfaden", slug="leitfaden", teaser="So geht es.")
    steps.steps = [("step", {"heading": "Anrufen", "text": "<p>Zuerst.</p>"})]
    kompass().add_child(instance=steps)
    steps.save_revision().publish()
    example("gelungen", measures=[kompass().get_children().get(slug="umbau").specific])
    chain = ["/kompass/", "/kompass/leer/", "/kompass/umbau/", f"{LIST}gelungen/"]
    for here, there in pairwise(chain):
        assert f'href="{there}"' in client.get(here).content.decode()
    assert f'href="{money.url}"' in client.get("/kompass/umbau/").content.decode()
    assert "Anrufen" in client.get("/kompass/leitfaden/").content.decode()
    assert 'href="/kompass/umbau/"' in client.get(money.url).content.decode()


def test_the_example_says_everything(client: Client, three: list[ExamplePage]) -> None:
    html = client.get(f"{LIST}allee/").content.decode()
    for words in (
        "Mühlhausen",
        "Ungenutzter Platz",
        "Kommune (Stadt)",
        "bis 5.000 €",
        "Ähnliche Beispiele",
        "Kaufhaus",
    ):
        assert words in html
    assert "/kompass/mappe.pdf?beispiel=allee" in html


def test_the_dossier_is_an_accessible_pdf(client: Client, three: list[ExamplePage]) -> None:
    for query in ("beispiel=allee", "beispiel=allee&beispiel=laden&beispiel=fehlt", "leerstand=square", ""):
        answer = client.get(f"/kompass/mappe.pdf?{query}")
        assert answer.status_code == 200
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-1.7")
        assert b"pdfuaid" in answer.content


def test_what_is_ticked_goes_along_to_every_page_and_filter(client: Client) -> None:
    many_examples(75, [measure("eins")])
    first = "beispiel=beispiel-3&beispiel=beispiel-4&beispiel=gibt-es-nicht"
    html = client.get(f"{LIST}?kosten=to_5000&{first}").content.decode()
    assert re.findall(r'name="beispiel" value="([^"]+)" checked', html) == ["beispiel-3", "beispiel-4"]
    assert '<legend>Schon in der Mappe</legend><p class="tick small"><label><input type="checkbox"' in html
    kept = "kosten=to_5000&amp;beispiel=beispiel-3&amp;beispiel=beispiel-4"
    links = re.findall(r'href="\?([^"]*)"', html)
    assert f"{kept}&amp;seite=2" in links  # the pager
    assert "beispiel=beispiel-3&amp;beispiel=beispiel-4" in links  # without the filter
    assert "kosten=to_5000&amp;ansicht=karte&amp;beispiel=beispiel-3&amp;beispiel=beispiel-4" in links
    assert html.count('<input type="hidden" name="beispiel"') == 2  # the form of the filters
    assert '/kompass/mappe.pdf?kosten=to_5000"' in html  # the dossier of a selection is not that of the ticks


def test_ticks_of_the_second_page_join_those_of_the_first_without_javascript(client: Client) -> None:
    many_examples(25, [measure("eins")])
    html = client.get(f"{LIST}?beispiel=beispiel-1&seite=2").content.decode()
    form = html[html.index("data-ticks") :]
    assert 'formaction="/kompass/beispiele/" name="seite" value="2"' in form
    joined = client.get(f"{LIST}?beispiel=beispiel-22&beispiel=beispiel-1&seite=2").content.decode()
    assert set(re.findall(r'value="([^"]+)" checked', joined)) == {"beispiel-22", "beispiel-1"}


def test_a_dossier_of_nothing_is_not_found(client: Client, three: list[ExamplePage]) -> None:
    assert client.get("/kompass/mappe.pdf?beispiel=fehlt").status_code == 404
    three[0].unpublish()
    assert client.get("/kompass/mappe.pdf?beispiel=allee").status_code == 404


def test_an_empty_collection_invites(client: Client) -> None:
    collection()
    assert "/kompass/beispiel-vorschlagen/" in client.get(LIST).content.decode()
    child(kompass(), GuidePage, slug="ohne")
    assert client.get("/kompass/ohne/").status_code == 200
